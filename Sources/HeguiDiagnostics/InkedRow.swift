/// One line of output under construction: text at columns, each piece in its ink.
struct InkedRow {
    private var pieces: [(text: String, ink: Ink)] = []
    private var width = 0

    /// Appends `text`, whose width is counted in columns.
    mutating func append(_ text: String, _ ink: Ink = .plain) {
        pieces.append((text, ink))
        width += DisplayWidth.of(text)
    }

    /// Appends another row.
    mutating func append(_ other: InkedRow) {
        pieces += other.pieces
        width += other.width
    }

    /// Appends spaces until the row is `column` wide.
    mutating func advance(to column: Int) {
        guard column > width else { return }
        append(String(repeating: " ", count: column - width))
    }

    /// Returns the row without blanks at its end.
    func text(inColour: Bool) -> String {
        var kept = pieces
        while let last = kept.last, last.text.allSatisfy({ $0 == " " }) { kept.removeLast() }
        if let last = kept.popLast() {
            let end = last.text.lastIndex { $0 != " " } ?? last.text.startIndex
            kept.append((String(last.text[...end]), last.ink))
        }
        return kept.map { inColour ? $0.ink.paint($0.text) : $0.text }.joined()
    }
}

/// What a part of a rendered diagnostic is, for colouring.
enum Ink: Equatable {
    case plain
    case strong
    /// Line numbers, bars and secondary marks.
    case frame
    case severity(Severity)

    /// Returns `text` between the escape sequences of ANSI terminals.
    func paint(_ text: String) -> String {
        guard let code, !text.isEmpty else { return text }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }

    private var code: String? {
        switch self {
        case .plain: nil
        case .strong: "1"
        case .frame: "1;34"
        case .severity(.error): "1;31"
        case .severity(.warning): "1;33"
        case .severity(.note): "1;36"
        }
    }
}
