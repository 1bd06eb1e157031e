/// Text as a web page shows it: blanks joined, blocks and breaks on lines of their own.
struct FlowText {
    private(set) var content = CellText()
    private let limit: Int
    private var isBlankOwed = false
    private var isAtLineStart = true

    init(limit: Int) { self.limit = limit }

    mutating func append(_ piece: String) {
        let isBlank = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
        let bytes = piece.utf8
        guard let first = bytes.first else { return }
        if isBlank(first) { isBlankOwed = true }
        for word in bytes.split(whereSeparator: isBlank) {
            if isBlankOwed, !isAtLineStart { content.append(" ", limit: limit) }
            content.append(String(Substring(word)), limit: limit)
            (isBlankOwed, isAtLineStart) = (true, false)
        }
        if let last = bytes.last, !isBlank(last) { isBlankOwed = false }
    }

    /// Ends the line, be it an empty one.
    mutating func breakLine() {
        content.append("\n", limit: limit)
        (isBlankOwed, isAtLineStart) = (false, true)
    }

    /// Begins a block: what follows stands on a line of its own.
    mutating func startBlock() {
        if !isAtLineStart { breakLine() }
    }

    /// The text without blanks around it, those that do not break among them.
    var trimmed: String {
        let text = content.text
        guard let start = text.firstIndex(where: { !$0.isWhitespace }),
            let end = text.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(text[start...end])
    }
}
