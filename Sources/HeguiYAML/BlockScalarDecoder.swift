/// Reads a literal or folded scalar a second time, to learn where each part of its text came from.
struct BlockScalarDecoder {
    private let source: [UInt8]
    private let isFolded: Bool
    private let end: Int
    private var offset: Int
    private var indent = 0
    private var keepsFirstBreak = true
    private var keepsAllBreaks = false
    private var text = ScalarText()
    private var contentEnd: Int

    /// Returns the text of the scalar at `range`, and where its last line of content ends.
    ///
    /// `value` is the text that libyaml read: an indentation given by a number is relative to a
    /// place that only libyaml knows, so it is computed from that text.
    static func decode(
        _ range: Range<Int>, of source: [UInt8], isFolded: Bool, value: [UInt8]
    ) -> (text: ScalarText, contentEnd: Int) {
        var decoder = BlockScalarDecoder(source: source, range: range, isFolded: isFolded)
        let hasNumber = decoder.readHeader()
        decoder.indent = hasNumber ? decoder.impliedIndent(value) : decoder.detectedIndent()
        decoder.readContent()
        return (decoder.text, decoder.contentEnd)
    }

    private init(source: [UInt8], range: Range<Int>, isFolded: Bool) {
        self.source = source
        self.isFolded = isFolded
        end = range.upperBound
        offset = range.lowerBound
        contentEnd = range.lowerBound
    }

    /// Reads `|2-` and a comment after it; returns whether the indentation is given by a number.
    private mutating func readHeader() -> Bool {
        var hasNumber = false
        offset = min(offset + 1, end)
        header: while offset < end {
            switch source[offset] {
            case 0x2B: keepsAllBreaks = true
            case 0x2D: keepsFirstBreak = false
            case 0x31...0x39: hasNumber = true
            default: break header
            }
            offset += 1
        }
        contentEnd = offset
        skipLine()
        if let end = lineBreak { offset += end.length }
        return hasNumber
    }

    private var lineBreak: LineBreak? {
        LineBreak(in: source, at: offset, before: end)
    }

    private mutating func skipLine() {
        while offset < end && lineBreak == nil { offset += 1 }
    }

    /// The widest indentation up to and with the first line that is not blank.
    private func detectedIndent() -> Int {
        var probe = self
        var widest = 1
        while probe.offset < end {
            widest = max(widest, probe.skipSpaces(upTo: .max))
            guard let next = probe.lineBreak else { break }
            probe.offset += next.length
        }
        return widest
    }

    private func impliedIndent(_ value: [UInt8]) -> Int {
        var probe = self
        let breaks = value.prefix { $0 == 0x0A }.count
        for _ in 0..<breaks {
            probe.skipLine()
            if let next = probe.lineBreak { probe.offset += next.length }
        }
        let kept = value.dropFirst(breaks).prefix { $0 == 0x20 }.count
        return max(1, probe.skipSpaces(upTo: .max) - kept)
    }

    private mutating func skipSpaces(upTo limit: Int) -> Int {
        let start = offset
        while offset < end && source[offset] == 0x20 && offset - start < limit { offset += 1 }
        return offset - start
    }

    private mutating func readContent() {
        var lineEnd: Int?
        var first: [UInt8] = []
        var wasBlank = false
        var start = offset
        var (more, column) = readBreaks()
        while column == indent && offset < end {
            let isBlank = LineBreak.isBlank(source[offset])
            let isJoined = isFolded && first == [0x0A] && !wasBlank && !isBlank
            let folded = more.isEmpty && lineEnd != nil ? [0x20] : more
            text.replace((lineEnd ?? start)..<offset, with: isJoined ? folded : first + more)
            wasBlank = isBlank
            start = offset
            skipLine()
            text.copy(start..<offset, of: source)
            contentEnd = offset
            lineEnd = offset
            let next = lineBreak
            first = next?.text ?? []
            offset += next?.length ?? 0
            (more, column) = readBreaks()
        }
        let tail = (keepsFirstBreak ? first : []) + (keepsAllBreaks ? more : [])
        text.replace(contentEnd..<contentEnd, with: tail)
    }

    /// Passes over blank lines and indentation; returns the breaks, and the column reached.
    private mutating func readBreaks() -> (breaks: [UInt8], column: Int) {
        var breaks: [UInt8] = []
        while true {
            let column = skipSpaces(upTo: indent)
            guard let next = lineBreak else { return (breaks, column) }
            offset += next.length
            breaks += next.text
        }
    }
}
