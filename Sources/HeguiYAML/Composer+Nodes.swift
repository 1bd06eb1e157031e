internal import HeguiDiagnostics

extension Composer {
    /// Returns the node that `event` begins, inside `depth` mappings and lists.
    mutating func compose(_ event: Event, depth: Int) throws(Stop) -> Composed {
        let start = readProperties(of: event)
        if let anchor = event.anchor { anchors[anchor] = .open(span(of: event)) }
        var composed: Composed
        switch event.kind {
        case .alias(let name):
            composed = try resolve(name, at: event, depth: depth)
        case .scalar(let value, let style):
            composed = scalar(value, style: style, range: start..<max(start, offset(event.end)))
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
            diagnostics.append(.tooDeep(source.character(at: offset(event.start)), limits.depth))
            throw .limit
        }
    }

    /// Counts what an alias stands for as often as it stands there.
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
        case .open(let anchor):
            diagnostics.append(.cycle(name, span, anchor: anchor))
        case nil:
            // What was defined before a syntax error is not known here.
            if !isContinuation {
                diagnostics.append(.unknownAlias(name, span, known: Array(anchors.keys)))
            }
        }
        return Composed(node: Node(scalar: Scalar(text: "", style: .plain, span: span)), span: span)
    }

    private mutating func sequence(
        from start: Int, isFlow: Bool, depth: Int
    ) throws(Stop) -> Composed {
        var nodes: [Node] = []
        var size = 1
        var height = 0
        // The dash or bracket belongs to the list even where nothing follows it.
        var end = source.position(atOffset: min(start + 1, source.bytes.count))
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
        let begin = source.position(atOffset: start)
        let span = Span(file: source.name, start: begin, end: max(begin, end))
        let node = Node(content: .sequence(nodes), span: span)
        return Composed(node: node, span: span, size: size, height: height + 1)
    }

    /// Returns where a collection ends.
    ///
    /// A bracket is part of the event; a block's end event has the mark of whatever comes next, so
    /// that the block ends with the last thing in it.
    func close(_ event: Event, isFlow: Bool, after last: Position) -> Position {
        guard isFlow, event.end > event.start else { return last }
        return max(last, source.position(atOffset: offset(event.end)))
    }

    private func scalar(_ value: [UInt8], style: Scalar.Style, range: Range<Int>) -> Composed {
        let scalar = Scalar(value, style: style, range: range, source: source)
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
