import CXlsxWriter
import HeguiSheets

/// A sheet that is written from its first row to its last.
///
/// The first error is kept and thrown by `finish`; what comes after it is dropped.
@safe final class SheetWriter {
    /// As the workbook shows it.
    let name: MaskedText
    /// How many rows there are so far.
    private(set) var rowCount = 0
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private let workbook: WorkbookWriter
    private var widths: [Double] = []
    private var failure: WorkbookFailure?

    /// What Excel takes in one cell.
    private static let textLimit = 32_767

    init(
        _ sheet: UnsafeMutablePointer<lxw_worksheet>, name: MaskedText, of workbook: WorkbookWriter
    ) {
        unsafe self.sheet = sheet
        self.name = name
        self.workbook = workbook
    }

    /// Sets the widths of the columns, counted in digits; a Chinese character takes two.
    func setWidths(_ widths: [Double]) {
        self.widths = widths
        for (column, width) in widths.enumerated() {
            let column = UInt16(clamping: column)
            check(unsafe worksheet_set_column(sheet, column, column, width, nil))
        }
    }

    /// Prints on A4, as wide as the paper, with numbered pages.
    func setPaper(isLandscape: Bool, footer: MaskedText) {
        unsafe worksheet_set_paper(sheet, 9)
        if isLandscape { unsafe worksheet_set_landscape(sheet) }
        unsafe worksheet_fit_to_pages(sheet, 1, 0)
        unsafe worksheet_set_margins(sheet, 0.5, 0.5, 0.6, 0.6)
        check(unsafe worksheet_set_footer(sheet, footer.string))
    }

    /// Keeps what stands above the next row in sight, and the last of it on every page.
    func freeze() {
        unsafe worksheet_freeze_panes(sheet, UInt32(rowCount), 0)
        check(unsafe worksheet_repeat_rows(sheet, UInt32(rowCount - 1), UInt32(rowCount - 1)))
    }

    /// Puts filters on the columns of a table whose heading is in row `heading` (0-based).
    func setFilter(heading: Int, columns: Int) {
        guard rowCount > heading + 1 else { return }
        check(
            unsafe worksheet_autofilter(
                sheet, UInt32(heading), 0, UInt32(rowCount - 1), UInt16(clamping: columns - 1)))
    }

    /// Begins a new page before each of these rows (0-based).
    func breakPages(before rows: [Int]) {
        var breaks = rows.filter { $0 > 0 }.prefix(1023).map { UInt32($0) } + [0]
        check(unsafe worksheet_set_h_pagebreaks(sheet, &breaks))
    }

    /// Writes the next row, as high as its cells need: programs differ in whether they find that
    /// out by themselves.
    func add(_ cells: [SheetCell], height: Double? = nil) {
        let row = UInt32(rowCount)
        let contents = cells.map { content(of: $0) }
        let fitting = zip(contents, widths).map { $0.height(inColumnOf: $1) }.max()
        check(unsafe worksheet_set_row(sheet, row, height ?? fitting ?? 18, nil))
        for (column, content) in contents.enumerated() {
            write(content, row: row, column: UInt16(clamping: column))
        }
        rowCount += 1
    }

    /// Writes the next row as one cell over `columns` columns.
    func addMerged(_ cell: SheetCell, columns: Int, height: Double? = nil) {
        let row = UInt32(rowCount)
        let content = content(of: cell)
        let fitting = content.height(inColumnOf: widths.prefix(columns).reduce(0, +))
        check(unsafe worksheet_set_row(sheet, row, height ?? fitting, nil))
        if columns > 1 {
            let last = UInt16(clamping: columns - 1)
            let format = unsafe workbook.format(cell.style)
            check(unsafe worksheet_merge_range(sheet, row, 0, row, last, "", format))
        }
        write(content, row: row, column: 0)
        rowCount += 1
    }

    func skipRow() {
        rowCount += 1
    }

    /// - Throws: the first thing that went wrong with the sheet.
    func finish() throws(WorkbookFailure) {
        if let failure { throw failure }
    }

    /// What is written of a cell: its text is masked, in lines without control characters.
    private struct Content {
        let cell: SheetCell
        let text: MaskedText

        /// How many points high the cell is in a column of `width` digits.
        func height(inColumnOf width: Double) -> Double {
            let style = cell.style
            let lineHeight = style.size * 1.45
            guard case .text = cell.value, style.isWrapped else { return lineHeight + 4 }
            // Excel leaves some room at both sides.
            let room = max(1, Int(width * 10.5 / style.size) - 1)
            let lines = text.lines.reduce(0) { $0 + max(1, ($1.width + room - 1) / room) }
            return min(409, Double(lines) * lineHeight + 4)
        }
    }

    private func content(of cell: SheetCell) -> Content {
        let texts =
            switch cell.value {
            case .text(let lines): lines
            case .link(let text, _): [text]
            case .number, .blank: [DataText]()
            }
        let lines = texts.map {
            workbook.redaction.masked($0).visible.changed(\.escapedForOffice)
        }
        return Content(cell: cell, text: lines.joined(separator: "\n"))
    }

    private func write(_ content: Content, row: UInt32, column: UInt16) {
        let format = unsafe workbook.format(content.cell.style)
        switch content.cell.value {
        case .blank: check(unsafe worksheet_write_blank(sheet, row, column, format))
        case .number(let number):
            check(unsafe worksheet_write_number(sheet, row, column, number, format))
        case .text:
            // Always as text, so that a cell of the data never becomes a formula.
            let text = Self.fitting(content.text)
            check(unsafe worksheet_write_string(sheet, row, column, text.string, format))
        case .link(_, let target):
            let text = Self.fitting(content.text)
            let place: MaskedText = "internal:\(workbook.redaction.masked(target))"
            check(
                unsafe worksheet_write_url_opt(
                    sheet, row, column, place.string, format, text.string, nil))
        }
    }

    private static func fitting(_ text: MaskedText) -> MaskedText {
        guard text.string.utf16.count > textLimit else { return text }
        return text.changed { text in
            var kept = ""
            var length = 0
            for character in text {
                length += character.utf16.count
                if length >= textLimit { break }
                kept.append(character)
            }
            return kept + "…"
        }
    }

    private func check(_ status: lxw_error) {
        if status != LXW_NO_ERROR, failure == nil { failure = WorkbookWriter.failure(status) }
    }
}
