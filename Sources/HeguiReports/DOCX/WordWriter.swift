/// Writes blocks as WordprocessingML (ECMA-376, part 1, 17).
///
/// Only literals are markup as written; every text is masked and escaped.
struct WordWriter {
    /// The width of the text in twentieths of a point: 156 mm.
    static let width = 8_845

    private let redaction: Redaction
    private(set) var xml: [UInt8] = []

    init(redaction: Redaction) {
        self.redaction = redaction
    }

    mutating func write(_ blocks: [WordBlock]) {
        for block in blocks {
            switch block {
            case .paragraph(let style, let text): write(style, text)
            case .table(let table): write(table)
            }
        }
    }

    mutating func write(_ markup: MaskedText) { xml += markup.string.utf8 }

    private mutating func write(_ style: WordStyle, _ text: DataText) {
        write("<w:p><w:pPr>\(style.paragraph)</w:pPr>")
        write("<w:r><w:rPr>\(style.text)</w:rPr><w:t xml:space=\"preserve\">")
        write(redaction.masked(text).visible.inXML)
        write("</w:t></w:r></w:p>\n")
    }

    private mutating func write(_ table: WordTable) {
        write(
            """
            <w:tbl><w:tblPr><w:tblW w:w="\(Self.width)" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>
            """)
        for side: MaskedText in ["top", "left", "bottom", "right", "insideH", "insideV"] {
            write("<w:\(side) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>")
        }
        write("</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>")
        for column in table.columns { write("<w:gridCol w:w=\"\(width(of: column))\"/>") }
        write("</w:tblGrid>\n<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
        for column in table.columns { write(column.title, .columnTitle, in: column) }
        write("</w:tr>\n")
        for row in table.rows {
            write("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
            for (column, text) in zip(table.columns, row) { write(text, column.style, in: column) }
            write("</w:tr>\n")
        }
        write("</w:tbl>\n")
    }

    private mutating func write(
        _ text: DataText, _ style: WordStyle, in column: WordTable.Column
    ) {
        write("<w:tc><w:tcPr><w:tcW w:w=\"\(width(of: column))\" w:type=\"dxa\"/>")
        write("<w:vAlign w:val=\"center\"/></w:tcPr>")
        write(style, text)
        write("</w:tc>")
    }

    private func width(of column: WordTable.Column) -> Int { Self.width * column.share / 100 }
}
