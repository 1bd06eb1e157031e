import CXlsxWriter

/// A sheet that is written from its first row to its last.
///
/// The first error is kept and thrown by `finish`; what comes after it is dropped.
@safe final class SheetWriter {
    /// As the workbook shows it.
    let name: String
    /// How many rows there are so far.
    private(set) var rowCount = 0
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private let workbook: WorkbookWriter
    private var widths: [Double] = []
    private var failure: WorkbookFailure?

    /// What Excel takes in one cell.
    private static let textLimit = 32_767

    init(_ sheet: UnsafeMutablePointer<lxw_worksheet>, name: String, of workbook: WorkbookWriter) {
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
    func setPaper(isLandscape: Bool, footer: String) {
        unsafe worksheet_set_paper(sheet, 9)
        if isLandscape { unsafe worksheet_set_landscape(sheet) }
        unsafe worksheet_fit_to_pages(sheet, 1, 0)
        unsafe worksheet_set_margins(sheet, 0.5, 0.5, 0.6, 0.6)
        check(unsafe worksheet_set_footer(sheet, footer))
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
        let fitting = zip(cells, widths).map { $0.height(inColumnOf: $1) }.max()
        check(unsafe worksheet_set_row(sheet, row, height ?? fitting ?? 18, nil))
        for (column, cell) in cells.enumerated() {
            write(cell, row, UInt16(clamping: column))
        }
        rowCount += 1
    }

    /// Writes the next row as one cell over `columns` columns.
    func addMerged(_ cell: SheetCell, columns: Int, height: Double? = nil) {
        let row = UInt32(rowCount)
        let fitting = cell.height(inColumnOf: widths.prefix(columns).reduce(0, +))
        check(unsafe worksheet_set_row(sheet, row, height ?? fitting, nil))
        if columns > 1 {
            let last = UInt16(clamping: columns - 1)
            let format = unsafe workbook.format(cell.style)
            check(unsafe worksheet_merge_range(sheet, row, 0, row, last, "", format))
        }
        write(cell, row, 0)
        rowCount += 1
    }

    func skipRow() {
        rowCount += 1
    }

    /// Where a cell of this sheet is, for links.
    func target(row: Int, column: Int = 0) -> String {
        let quoted = name.split(separator: "'", omittingEmptySubsequences: false)
            .joined(separator: "''")
        let letter = Character(Unicode.Scalar(UInt8(0x41 + min(column, 25))))
        return "'\(quoted)'!\(letter)\(row + 1)"
    }

    /// - Throws: the first thing that went wrong with the sheet.
    func finish() throws(WorkbookFailure) {
        if let failure { throw failure }
    }

    private func write(_ cell: SheetCell, _ row: UInt32, _ column: UInt16) {
        let format = unsafe workbook.format(cell.style)
        switch cell.value {
        case .blank: check(unsafe worksheet_write_blank(sheet, row, column, format))
        case .number(let number):
            check(unsafe worksheet_write_number(sheet, row, column, number, format))
        case .text(let text):
            // As text whatever it begins with: a cell of the data never becomes a formula.
            check(unsafe worksheet_write_string(sheet, row, column, fitting(text), format))
        case .link(let text, let target):
            check(
                unsafe worksheet_write_url_opt(
                    sheet, row, column, "internal:" + target, format, fitting(text), nil))
        }
    }

    private func fitting(_ whole: String) -> String {
        let text = workbook.redaction.mask(whole)
        guard text.utf16.count > Self.textLimit else { return text }
        var kept = ""
        var length = 0
        for character in text {
            length += character.utf16.count
            if length >= Self.textLimit { break }
            kept.append(character)
        }
        return kept + "…"
    }

    private func check(_ status: lxw_error) {
        if status != LXW_NO_ERROR, failure == nil { failure = WorkbookWriter.failure(status) }
    }
}
