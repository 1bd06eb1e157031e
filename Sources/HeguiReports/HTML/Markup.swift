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

/// A table of a page, with its headings tied to its cells for screen readers.
struct HTMLTable {
    struct Heading {
        var title: Markup
        /// A class that says how the column is set: `num`, `grow`.
        var style: MaskedText

        init(_ title: DataText, _ style: MaskedText = "") {
            self.title = "\(title)"
            self.style = style
        }

        init(_ title: Markup, _ style: MaskedText = "") {
            self.title = title
            self.style = style
        }
    }

    let caption: DataText
    let headings: [Heading]
    /// A class of the whole table.
    var style: MaskedText = ""
    /// False where the heading above says the same; screen readers are told all the same.
    var isCaptionShown = false

    /// Writes the table with what `body` writes between its heading and its end.
    func write(to stream: inout ReportStream, _ body: (inout ReportStream) -> Void) {
        let unseen: MaskedText = isCaptionShown ? "" : "unseen"
        // A wide table scrolls by itself, which people without a mouse do by the arrow keys.
        stream.add(
            """
            <div class="scroll" role="region" tabindex="0" aria-label="\(caption)">
            <table class="\(style)"><caption class="\(unseen)">\(caption)</caption><thead><tr>
            """)
        for heading in headings {
            stream.add("<th scope=\"col\" class=\"\(heading.style)\">\(heading.title)</th>")
        }
        stream.write("</tr></thead>\n<tbody>\n")
        body(&stream)
        stream.write("</tbody></table></div>\n")
    }

    /// Returns a row whose cells are set as the columns are; the cell `heading` names the row.
    func row(_ cells: [Markup], heading: Int = 0, attributes: Markup = .nothing) -> Markup {
        var row: Markup = "<tr\(attributes)>"
        for (position, cell) in cells.enumerated() {
            let style = headings.indices.contains(position) ? headings[position].style : ""
            row +=
                position == heading
                ? "<th scope=\"row\" class=\"\(style)\">\(cell)</th>"
                : "<td class=\"\(style)\">\(cell)</td>"
        }
        row += "</tr>\n"
        return row
    }
}
