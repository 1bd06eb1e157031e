internal import HeguiDiagnostics

/// A scalar's text as it is put together, with the file's bytes that each part stands for.
struct DecodedText {
    private struct Part {
        var textStart: Int
        var range: Range<Int>
        var isVerbatim: Bool
    }

    private(set) var bytes: [UInt8] = []
    private var parts: [Part] = []

    /// Appends the file's bytes `range` as they are; they hold no LF.
    mutating func copy(_ range: Range<Int>, of source: [UInt8]) {
        guard !range.isEmpty else { return }
        if let last = parts.last, last.isVerbatim, last.range.upperBound == range.lowerBound {
            parts[parts.count - 1].range = last.range.lowerBound..<range.upperBound
        } else {
            parts.append(Part(textStart: bytes.count, range: range, isVerbatim: true))
        }
        bytes.append(contentsOf: source[range])
    }

    /// Appends `text` in place of the file's bytes `range`.
    mutating func replace(_ range: Range<Int>, with text: [UInt8]) {
        guard !text.isEmpty else { return }
        parts.append(Part(textStart: bytes.count, range: range, isVerbatim: false))
        bytes.append(contentsOf: text)
    }

    func pieces(in source: SourceText) -> [ScalarPiece] {
        parts.map { part in
            ScalarPiece(
                textStart: part.textStart,
                start: source.position(atOffset: part.range.lowerBound),
                end: source.position(atOffset: part.range.upperBound),
                isVerbatim: part.isVerbatim
            )
        }
    }
}
