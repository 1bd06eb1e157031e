internal import HeguiDiagnostics

extension Composer {
    /// The entries of a mapping that is being read.
    private struct Entries {
        var list: [Node.Entry] = []
        var seen: [String: Span] = [:]
        var size = 1
        var height = 0
        var end: Position
    }

    /// Returns the mapping that begins at the byte `start`.
    mutating func mapping(from start: Int, isFlow: Bool, depth: Int) throws(Stop) -> Composed {
        let begin = source.position(atOffset: start)
        var entries = Entries(end: begin)
        while true {
            let event = try next()
            if case .mappingEnd = event.kind {
                entries.end = close(event, isFlow: isFlow, after: entries.end)
                break
            }
            let key = try compose(event, depth: depth)
            var value = try compose(try next(), depth: depth)
            placeMissing(&value, after: key)
            add(key, value, to: &entries)
        }
        let span = Span(file: source.name, start: begin, end: entries.end)
        let node = Node(content: .mapping(entries.list), span: span)
        return Composed(node: node, span: span, size: entries.size, height: entries.height + 1)
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
        } else if let first = entries.seen[name.text] {
            diagnostics.append(.duplicateKey(name, first: first))
        } else {
            entries.seen[name.text] = name.span
            entries.list.append(Node.Entry(key: name, value: value.node))
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
