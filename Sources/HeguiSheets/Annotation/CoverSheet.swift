/// A sheet that is put in front of a workbook: what is said of the file as a whole.
package struct CoverSheet: Sendable {
    package struct Cell: Sendable {
        package var text: String
        package var look: CellLook
        /// Over how many columns it goes.
        package var span: Int

        package init(_ text: String, _ look: CellLook, span: Int = 1) {
            self.text = text
            self.look = look
            self.span = span
        }
    }

    package struct Row: Sendable {
        /// From the first column on.
        package var cells: [Cell]
        /// In points.
        package var height: Int

        package init(_ cells: [Cell], height: Int) {
            self.cells = cells
            self.height = height
        }
    }

    package var name: String
    /// Of the columns, in digits.
    package var widths: [Int]
    package var rows: [Row] = []
    /// The number of the row that is repeated on every page and stays in sight.
    package var heading: Int?
    /// What stands below every page, as workbooks write it.
    package var footer: String

    package init(name: String, widths: [Int], footer: String) {
        self.name = name
        self.widths = widths
        self.footer = footer
    }

    /// Returns the sheet's part.
    func part(_ styles: inout StyleBook, _ namespace: OfficeNamespace) -> [UInt8] {
        var merged: [String] = []
        var data = ""
        for (number, row) in rows.enumerated() {
            data += "<row r=\"\(number + 1)\" ht=\"\(row.height)\" customHeight=\"1\">"
            var column = 1
            for cell in row.cells {
                let first = CellReference(row: number + 1, column: column)
                let style = styles.index(cell.look)
                data += SheetPieces.cell(first, cell.text, style: style)
                for more in 1..<max(1, cell.span) {
                    let next = CellReference(row: number + 1, column: column + more)
                    data += "<c r=\"\(next.text)\" s=\"\(style)\"/>"
                }
                column += cell.span
                if cell.span > 1 {
                    let last = CellReference(row: number + 1, column: column - 1)
                    merged.append(first.text + ":" + last.text)
                }
            }
            data += "</row>"
        }
        let columns = widths.enumerated().map { number, width in
            "<col min=\"\(number + 1)\" max=\"\(number + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
        }
        let text = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <worksheet xmlns="\(namespace.sheets)"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>\
            \(view)<cols>\(columns.joined())</cols><sheetData>\(data)</sheetData>\
            \(SheetPieces.mergeCells(merged))\(SheetPieces.paper(footer: footer))</worksheet>
            """
        return Array(text.utf8)
    }

    private var view: String {
        let pane = heading.map {
            "<pane ySplit=\"\($0)\" topLeftCell=\"A\($0 + 1)\" activePane=\"bottomLeft\" "
                + "state=\"frozen\"/><selection pane=\"bottomLeft\"/>"
        }
        return "<sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\">\(pane ?? "")"
            + "</sheetView></sheetViews>"
    }
}

/// Pieces of sheets' parts that are written anew.
enum SheetPieces {
    /// A cell with a text; without one only its format.
    static func cell(_ place: CellReference, _ text: String, style: Int) -> String {
        guard !text.isEmpty else { return "<c r=\"\(place.text)\" s=\"\(style)\"/>" }
        return "<c r=\"\(place.text)\" s=\"\(style)\" t=\"inlineStr\"><is>"
            + "<t xml:space=\"preserve\">\(text.escapedForOffice.markupEscaped)</t></is></c>"
    }

    static func mergeCells(_ ranges: [String]) -> String {
        guard !ranges.isEmpty else { return "" }
        let list = ranges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
        return "<mergeCells count=\"\(ranges.count)\">\(list)</mergeCells>"
    }

    /// Prints on A4, as wide as the paper.
    static func paper(footer: String, isLandscape: Bool = true) -> String {
        let orientation = isLandscape ? "landscape" : "portrait"
        return "<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" "
            + "footer=\"0.3\"/><pageSetup paperSize=\"9\" fitToHeight=\"0\" "
            + "orientation=\"\(orientation)\"/>"
            + (footer.isEmpty
                ? ""
                : "<headerFooter><oddFooter>\(footer.markupEscaped)</oddFooter></headerFooter>")
    }
}
