package import HeguiDiagnostics

extension SourceText {
    /// Returns the text of `span`, without the indent that all of its lines share, and without
    /// empty lines and comments at its end.
    package func unindented(_ span: Span) -> String {
        let start = min(max(span.start.offset, 0), bytes.count)
        let end = min(max(span.end.offset, start), bytes.count)
        let lineStart = bytes[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let isAlone = bytes[lineStart..<start].allSatisfy { $0 == 0x20 }
        let text = String(decoding: bytes[(isAlone ? lineStart : start)..<end], as: UTF8.self)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        while let last = lines.last {
            let words = last.drop { $0 == " " || $0 == "\r" }
            guard words.isEmpty || words.hasPrefix("#") else { break }
            lines.removeLast()
        }
        // The first line of what does not begin a line has no indent of its own.
        let indented = isAlone ? lines[...] : lines.dropFirst()
        let indent =
            indented.filter { !$0.allSatisfy { $0 == " " } }
            .map { $0.prefix { $0 == " " }.count }.min() ?? 0
        let head = isAlone ? [] : lines.prefix(1)
        return (head + indented.map { $0.dropFirst(indent) }).joined(separator: "\n")
    }
}
