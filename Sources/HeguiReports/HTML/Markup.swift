/// A piece of HTML; text that is put into it can never become markup.
///
/// Only literals are markup as written: of `"<b>\(name)</b>"` the name is masked and escaped when the
/// piece is written.
struct Markup: ExpressibleByStringInterpolation, Sendable {
    fileprivate enum Piece: Sendable {
        case markup(MaskedText)
        case text(DataText)
    }

    fileprivate var pieces: [Piece]

    static let nothing = Markup([])

    // Literals are static strings, so that no other string can pass for markup.
    init(stringLiteral html: StaticString) {
        pieces = [.markup(MaskedText(stringLiteral: html))]
    }

    init(stringInterpolation: StringInterpolation) {
        pieces = stringInterpolation.pieces
    }

    /// Returns the pieces one after another.
    init(_ pieces: [Markup]) {
        self.pieces = pieces.flatMap(\.pieces)
    }

    static func += (left: inout Markup, right: Markup) {
        left.pieces += right.pieces
    }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var pieces: [Piece] = []

        init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(2 * interpolationCount + 1)
        }

        mutating func appendLiteral(_ literal: StaticString) {
            pieces.append(.markup(MaskedText(stringLiteral: literal)))
        }

        mutating func appendInterpolation(_ text: DataText) {
            pieces.append(.text(text))
        }

        mutating func appendInterpolation(_ text: String) {
            pieces.append(.text(DataText(text)))
        }

        mutating func appendInterpolation(_ number: some BinaryInteger) {
            pieces.append(.markup("\(number)"))
        }

        mutating func appendInterpolation(_ text: MaskedText) {
            pieces.append(.markup(text))
        }

        mutating func appendInterpolation(_ markup: Markup) {
            pieces += markup.pieces
        }
    }
}

extension ReportStream {
    mutating func add(_ markup: Markup) {
        for piece in markup.pieces {
            switch piece {
            case .markup(let html): write(html)
            case .text(let text): write(redaction.masked(text).inHTML)
            }
        }
    }
}
