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
