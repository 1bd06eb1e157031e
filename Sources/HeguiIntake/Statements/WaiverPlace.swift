internal import HeguiDiagnostics
internal import HeguiYAML

/// Where in a YAML text the next waiver goes, and how it is to be written there.
struct WaiverPlace {
    struct Insertion {
        var offset: Int
        var text: String
    }

    private enum Style {
        /// After the byte `end`, on lines of its own at the column of the dash.
        case block(after: Int, indent: Int, isFlowEntry: Bool)
        /// In brackets, after the byte `end`; the first needs no comma before it.
        case flow(after: Int, needsComma: Bool)
        /// At the end of the text, with the key.
        case newKey
    }

    private let source: SourceText
    private let style: Style

    /// Returns nil where nothing can be inserted: a root in braces without waivers, or waivers
    /// that are no list.
    init?(source: SourceText, root: Node?) {
        self.source = source
        guard let root else {
            style = .newKey
            return
        }
        guard let entry = root.entry("waivers") else {
            guard Self.byte(at: root.span.start.offset, source) != UInt8(ascii: "{") else {
                return nil
            }
            style = .newKey
            return
        }
        if entry.value.isEmpty {
            let indent = entry.key.span.start.column + 1
            style = .block(after: entry.key.span.end.offset, indent: indent, isFlowEntry: true)
            return
        }
        guard let items = entry.value.sequence else { return nil }
        let start = entry.value.span.start
        if Self.byte(at: start.offset, source) == UInt8(ascii: "[") {
            let end = items.last?.span.end.offset ?? start.offset + 1
            style = .flow(after: end, needsComma: !items.isEmpty)
            return
        }
        guard let last = items.last else { return nil }
        let opening = Self.byte(at: last.span.start.offset, source)
        style = .block(
            after: last.span.end.offset, indent: start.column - 1,
            isFlowEntry: opening == UInt8(ascii: "{"))
    }

    func insertion(of entry: WaiverEntryText) -> Insertion {
        switch style {
        case .block(let end, let indent, let isFlowEntry):
            let offset = lineEnd(after: end)
            let lines = isFlowEntry ? ["- " + entry.flow] : entry.block
            return onOwnLines(lines, indent: indent, at: offset)
        case .flow(let end, let needsComma):
            return Insertion(offset: end, text: (needsComma ? ", " : "") + entry.flow)
        case .newKey:
            let lines = ["waivers:"] + ["  - " + entry.flow]
            return onOwnLines(lines, indent: 0, at: source.bytes.count)
        }
    }

    /// The lines begin after a line break and end in one, whatever stands before them.
    private func onOwnLines(_ lines: [String], indent: Int, at offset: Int) -> Insertion {
        let lineBreak = source.bytes.contains(0x0D) ? "\r\n" : "\n"
        let isAfterBreak = offset == 0 || source.bytes[offset - 1] == 0x0A
        let margin = String(repeating: " ", count: indent)
        let text = lines.map { margin + $0 + lineBreak }.joined()
        return Insertion(offset: offset, text: (isAfterBreak ? "" : lineBreak) + text)
    }

    /// The end of the line on which what ends before `offset` ends, its break included.
    ///
    /// A comment behind an entry stays with it. What ends with its line break, as a block of text
    /// does, ends on the line before.
    private func lineEnd(after offset: Int) -> Int {
        if offset > 0, source.bytes[offset - 1] == 0x0A { return offset }
        let rest = source.bytes[offset...]
        return rest.firstIndex(of: 0x0A).map { $0 + 1 } ?? source.bytes.count
    }

    private static func byte(at offset: Int, _ source: SourceText) -> UInt8? {
        source.bytes.indices.contains(offset) ? source.bytes[offset] : nil
    }
}
