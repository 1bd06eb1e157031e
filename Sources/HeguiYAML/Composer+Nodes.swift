internal import HeguiDiagnostics

extension Composer {
    /// Returns the node that `event` begins, inside `depth` mappings and lists.
    mutating func compose(_ event: Event, depth: Int) throws(Stop) -> Composed {
        let start = readProperties(of: event)
        if let anchor = event.anchor { anchors[anchor] = .unfinished(span(of: event)) }
        var composed: Composed
        switch event.kind {
        case .alias(let name):
            composed = try resolve(name, at: event, depth: depth)
        case .scalar(let text, let style):
            composed = scalar(text, style: style, from: start, to: event.end)
        case .sequenceStart(let isFlow):
            try enter(event, depth: depth)
            composed = try sequence(from: start, isFlow: isFlow, depth: depth + 1)
        case .mappingStart(let isFlow):
            try enter(event, depth: depth)
            composed = try mapping(from: start, isFlow: isFlow, depth: depth + 1)
        default:
            let nothing = Scalar(text: "", style: .plain, span: span(of: event))
            composed = Composed(node: Node(scalar: nothing), span: nothing.span)
        }
        try count(composed, at: event)
        if let anchor = event.anchor { anchors[anchor] = .complete(composed) }
        return composed
    }

    private mutating func enter(_ event: Event, depth: Int) throws(Stop) {
        guard depth < limits.depth else {
            let place = offset(event.start)
            diagnostics.append(.tooDeep(source.character(at: place), limits.depth))
            throw .limit
        }
    }

    /// Counts the nodes of an alias each time it is used.
    private mutating func count(_ composed: Composed, at event: Event) throws(Stop) {
        if case .alias = event.kind { nodeCount += composed.size } else { nodeCount += 1 }
        guard nodeCount <= limits.nodes else {
            diagnostics.append(.tooManyNodes(composed.span, limits.nodes))
            throw .limit
        }
    }

    private mutating func resolve(
        _ name: String, at event: Event, depth: Int
    ) throws(Stop) -> Composed {
        let span = span(of: event)
        switch anchors[name] {
        case .complete(var target):
            guard depth + target.height <= limits.depth else {
                diagnostics.append(.tooDeep(span, limits.depth))
                throw .limit
            }
            target.span = span
            return target
        case .unfinished(let anchor):
            diagnostics.append(.cycle(name, span, anchor: anchor))
        case nil:
            // What was defined before a syntax error is not known here.
            if !isContinuation {
                diagnostics.append(.unknownAlias(name, span, known: namesNearAlias()))
            }
        }
        return Composed(node: Node(scalar: Scalar(text: "", style: .plain, span: span)), span: span)
    }

    /// The anchors among which one is suggested: none where many aliases were unknown before.
    private mutating func namesNearAlias() -> [String] {
        unknownAliases += 1
        let isWorthIt =
            unknownAliases <= limits.suggestions && anchors.count <= limits.suggestedNames
        return isWorthIt ? Array(anchors.keys) : []
    }

    private mutating func sequence(
        from start: Int, isFlow: Bool, depth: Int
    ) throws(Stop) -> Composed {
        var nodes: [Node] = []
        var size = 1
        var height = 0
        let begin = cursor.position(atOffset: start)
        // The dash or bracket belongs to the list even where nothing follows it.
        var end = cursor.position(atOffset: start + 1)
        while true {
            let event = try next()
            if case .sequenceEnd = event.kind {
                end = close(event, isFlow: isFlow, after: end)
                break
            }
            let element = try compose(event, depth: depth)
            nodes.append(element.node)
            size += element.size
            height = max(height, element.height)
            end = max(end, element.span.end)
        }
        let span = Span(file: source.name, start: begin, end: max(begin, end))
        let node = Node(content: .sequence(nodes), span: span)
        return Composed(node: node, span: span, size: size, height: height + 1)
    }

    /// Returns where a collection ends.
    ///
    /// A bracket is part of the event; a block's end event has the mark of whatever comes next, so
    /// that the block ends with the last thing in it.
    mutating func close(_ event: Event, isFlow: Bool, after last: Position) -> Position {
        guard isFlow, event.end > event.start else { return last }
        return max(last, cursor.position(atOffset: offset(event.end)))
    }

    private mutating func scalar(
        _ text: String, style: Scalar.Style, from start: Int, to mark: Int
    ) -> Composed {
        let span = span(from: cursor.position(atOffset: start), to: mark)
        let scalar =
            switch style {
            case .plain, .singleQuoted, .doubleQuoted:
                Scalar(flow: text, style: style, span: span, of: origin)
            case .literal, .folded:
                Scalar(block: text, style: style, span: span, of: source)
            }
        return Composed(node: Node(scalar: scalar), span: scalar.span)
    }

    /// Reports a tag and returns where the node begins after its anchor and tag.
    private mutating func readProperties(of event: Event) -> Int {
        let start = offset(event.start)
        guard event.hasTag || event.anchor != nil else { return start }
        let properties = NodeProperties(source.bytes, range: start..<offset(event.end))
        if let tag = properties.tag {
            let span = source.span(tag)
            diagnostics.append(.tag(source.text(of: span), span))
        }
        return properties.end
    }
}

extension Node {
    init(scalar: Scalar) {
        self.init(content: .scalar(scalar), span: scalar.span)
    }
}

extension Composer {
    /// The entries of a mapping that is being read.
    private struct Entries {
        var list: [Node.Entry] = []
        /// By key, where there are so many that looking through the list would take long.
        private var seen: [String: Span] = [:]
        var size = 1
        var height = 0
        var end: Position

        private static let fewest = 16

        init(end: Position) {
            self.end = end
        }

        /// Returns where `key` stands for the first time.
        func first(_ key: String) -> Span? {
            list.count < Self.fewest ? list.first { $0.key.text == key }?.key.span : seen[key]
        }

        mutating func append(_ key: Scalar, _ value: Node) {
            list.append(Node.Entry(key: key, value: value))
            if list.count == Self.fewest {
                for entry in list { seen[entry.key.text] = entry.key.span }
            } else if list.count > Self.fewest {
                seen[key.text] = key.span
            }
        }
    }

    /// Returns the mapping that begins at the byte `start`.
    mutating func mapping(from start: Int, isFlow: Bool, depth: Int) throws(Stop) -> Composed {
        let begin = cursor.position(atOffset: start)
        var entries = Entries(end: begin)
        while true {
            let event = try next()
            if case .mappingEnd = event.kind {
                entries.end = close(event, isFlow: isFlow, after: entries.end)
                break
            }
            let key = try compose(event, depth: depth)
            if depth == 1, let name = key.node.scalar, omitted.contains(name.text) {
                try pass(try next(withTexts: false), depth: depth)
                continue
            }
            var value = try compose(try next(), depth: depth)
            placeMissing(&value, after: key)
            add(key, value, to: &entries)
        }
        let span = Span(file: source.name, start: begin, end: entries.end)
        let node = Node(content: .mapping(entries.list), span: span)
        return Composed(node: node, span: span, size: entries.size, height: entries.height + 1)
    }

    /// Passes over the node that `event` begins; what is named in it may be meant elsewhere.
    private mutating func pass(_ event: Event, depth: Int) throws(Stop) {
        var event = event
        var inner = 0
        while true {
            if event.anchor != nil {
                _ = try compose(event, depth: depth + inner)
            } else {
                switch event.kind {
                case .sequenceStart, .mappingStart: inner += 1
                case .sequenceEnd, .mappingEnd: inner -= 1
                default: break
                }
            }
            if inner == 0 { return }
            event = try next(withTexts: false)
        }
    }

    private mutating func add(_ key: Composed, _ value: Composed, to entries: inout Entries) {
        entries.size += key.size + value.size
        entries.height = max(entries.height, key.height, value.height)
        entries.end = max(entries.end, key.span.end, value.span.end)
        guard var name = key.node.scalar else {
            diagnostics.append(.keyNotScalar(key.span, key.node.kind))
            return
        }
        if key.span != name.span {
            name = Scalar(text: name.text, style: name.style, span: key.span)
        }
        if name.text == "<<" && name.style == .plain {
            diagnostics.append(.mergeKey(name.span))
        } else if let first = entries.first(name.text) {
            diagnostics.append(.duplicateKey(name, first: first))
        } else {
            entries.append(name, value.node)
        }
    }

    /// Puts a missing value right behind its colon, or behind its key if there is no colon: libyaml
    /// puts it at whatever comes next, which may be lines away.
    private func placeMissing(_ value: inout Composed, after key: Composed) {
        let place = value.span.start.offset
        guard value.node.isEmpty, place == value.span.end.offset, place > 0,
            source.bytes[place - 1] != 0x3A
        else { return }
        let end = key.span.end.offset
        let next = source.bytes[min(end, place)..<place].firstIndex { !LineBreak.isBlank($0) }
        let hasColon = next.map { source.bytes[$0] == 0x3A } ?? false
        let behind = hasColon ? (next ?? end) + 1 : end
        let span = source.span(behind..<behind)
        value.span = span
        value.node = Node(scalar: Scalar(text: "", style: .plain, span: span))
    }
}
