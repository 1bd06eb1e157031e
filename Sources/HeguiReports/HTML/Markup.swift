import HeguiDiagnostics

/// A piece of HTML; text that is put into it can never become markup.
///
/// Only literals are markup as written: `"<b>\(name)</b>"` escapes `name` and shows its control
/// characters.
struct Markup: ExpressibleByStringInterpolation, Sendable {
    private(set) var html: String

    static let nothing: Markup = ""

    init(stringLiteral html: String) {
        self.html = html
    }

    init(stringInterpolation: StringInterpolation) {
        html = stringInterpolation.html
    }

    /// Returns the pieces one after another.
    init(_ pieces: [Markup], separator: Markup = .nothing) {
        html = pieces.map(\.html).joined(separator: separator.html)
    }

    static func += (left: inout Markup, right: Markup) {
        left.html += right.html
    }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var html = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            html.reserveCapacity(literalCapacity + 16 * interpolationCount)
        }

        mutating func appendLiteral(_ literal: String) {
            html += literal
        }

        mutating func appendInterpolation(_ text: String) {
            html += Markup.escaped(text)
        }

        mutating func appendInterpolation(_ number: Int) {
            html += String(number)
        }

        mutating func appendInterpolation(_ markup: Markup) {
            html += markup.html
        }
    }

    private static func escaped(_ text: String) -> String {
        let visible = VisibleText.of(text)
        guard visible.utf8.contains(where: { "&<>\"'".utf8.contains($0) }) else { return visible }
        var escaped = ""
        for character in visible.unicodeScalars {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }
}

extension ReportStream {
    mutating func add(_ markup: Markup) {
        write(markup.html)
    }
}
