/// Reads a plain or quoted scalar a second time, to learn where each part of its text came from.
struct FlowScalarDecoder {
    private let source: [UInt8]
    private let style: Scalar.Style
    private let end: Int
    private var offset: Int
    private var text = ScalarText()

    /// Returns the text of the scalar at `range`, which is known to be well formed.
    static func decode(_ range: Range<Int>, of source: [UInt8], style: Scalar.Style) -> ScalarText {
        let isQuoted = style != .plain && range.count >= 2
        let content = isQuoted ? range.dropFirst().dropLast() : range
        var decoder = FlowScalarDecoder(source: source, style: style, range: content)
        decoder.run()
        return decoder.text
    }

    private init(source: [UInt8], style: Scalar.Style, range: Range<Int>) {
        self.source = source
        self.style = style
        offset = range.lowerBound
        end = range.upperBound
    }

    private mutating func run() {
        while offset < end {
            let byte = source[offset]
            if LineBreak.isBlank(byte) || lineBreak != nil {
                readSpace()
            } else if style == .singleQuoted && byte == 0x27 {
                let pair = offset..<min(offset + 2, end)
                text.replace(pair, with: [0x27])
                offset = pair.upperBound
            } else if style == .doubleQuoted && byte == 0x5C {
                readEscape()
            } else {
                text.copy(offset..<offset + 1, of: source)
                offset += 1
            }
        }
    }

    private var lineBreak: LineBreak? {
        LineBreak(in: source, at: offset, before: end)
    }

    /// Blanks inside a line stay; a line break with all blanks around it folds to one space, or to
    /// the breaks after the first.
    private mutating func readSpace() {
        let start = offset
        skipBlanks()
        guard let first = lineBreak else {
            text.copy(start..<offset, of: source)
            return
        }
        offset += first.length
        let more = readBreaks()
        let isFolded = first.text == [0x0A]
        let folded = more.isEmpty ? [0x20] : more
        text.replace(start..<offset, with: isFolded ? folded : first.text + more)
    }

    private mutating func skipBlanks() {
        while offset < end && LineBreak.isBlank(source[offset]) { offset += 1 }
    }

    /// Passes over blanks and line breaks and returns the breaks.
    private mutating func readBreaks() -> [UInt8] {
        var breaks: [UInt8] = []
        skipBlanks()
        while let next = lineBreak {
            offset += next.length
            breaks += next.text
            skipBlanks()
        }
        return breaks
    }

    private mutating func readEscape() {
        let start = offset
        offset += 1
        if let next = lineBreak {
            offset += next.length
            let more = readBreaks()
            text.replace(start..<offset, with: more)
            return
        }
        guard offset < end else { return }
        let letter = source[offset]
        offset += 1
        let digits = Self.hexDigits[letter] ?? 0
        let value = digits > 0 ? readHex(digits) : Self.escapes[letter]
        let scalar = value.flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
        text.replace(start..<offset, with: Array(String(scalar).utf8))
    }

    private mutating func readHex(_ digits: Int) -> UInt32? {
        let stop = min(offset + digits, end)
        defer { offset = stop }
        return UInt32(String(decoding: source[offset..<stop], as: UTF8.self), radix: 16)
    }

    /// How many digits follow `\x`, `\u` and `\U`.
    private static let hexDigits: [UInt8: Int] = [0x78: 2, 0x75: 4, 0x55: 8]

    /// The letters after a backslash and the code points they stand for.
    private static let escapes: [UInt8: UInt32] = [
        0x30: 0, 0x61: 0x07, 0x62: 0x08, 0x74: 0x09, 0x09: 0x09, 0x6E: 0x0A, 0x76: 0x0B,
        0x66: 0x0C, 0x72: 0x0D, 0x65: 0x1B, 0x20: 0x20, 0x22: 0x22, 0x2F: 0x2F, 0x5C: 0x5C,
        0x4E: 0x85, 0x5F: 0xA0, 0x4C: 0x2028, 0x50: 0x2029,
    ]
}
