package import HeguiDiagnostics

/// A scalar's text after folding and unescaping, and where each of its bytes came from.
package struct Scalar: Sendable {
    package enum Style: Sendable {
        case plain, singleQuoted, doubleQuoted, literal, folded
    }

    package var text: String
    package var style: Style
    /// The scalar as written, quotes and indicators included.
    package var span: Span

    package init(text: String, style: Style, span: Span) {
        self.text = text
        self.style = style
        self.span = span
    }

    /// Returns where the UTF-8 bytes `range` of `text` stand in the file.
    package func span(of range: Range<Int>) -> Span {
        span
    }
}
