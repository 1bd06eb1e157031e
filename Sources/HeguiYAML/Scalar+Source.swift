internal import HeguiDiagnostics

extension Scalar {
    /// Makes the scalar that libyaml read as `value` from the bytes `range`.
    ///
    /// The text is read a second time to learn where its parts came from. Were the two readings
    /// ever to differ, libyaml's text counts and its parts are unknown.
    init(_ value: [UInt8], style: Style, range: Range<Int>, source: SourceText) {
        var range = range
        let decoded: DecodedText
        switch style {
        case .plain, .singleQuoted, .doubleQuoted:
            decoded = FlowScalarDecoder.decode(range, of: source.bytes, style: style)
        case .literal, .folded:
            let block = BlockScalarDecoder.decode(
                range, of: source.bytes, isFolded: style == .folded, value: value
            )
            decoded = block.text
            range = range.lowerBound..<block.contentEnd
        }
        self.init(
            text: String(decoding: value, as: UTF8.self),
            style: style,
            span: source.span(range),
            pieces: decoded.bytes == value ? decoded.pieces(in: source) : []
        )
    }
}
