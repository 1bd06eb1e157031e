import HeguiCalendar
import HeguiDiagnostics

/// The cells of one sheet as the part of a workbook.
struct PlainSheet {
    private let sheet: Sheet
    private let system: DateSystem
    /// Of the columns from the first on, in digits.
    private let widths: [Int]

    /// Widths come from so many rows, which are enough to look well.
    private static let measuredRows = 1_000
    private static let widthRange = 8...42
    private static let lineHeight = 16

    init(_ sheet: Sheet, system: DateSystem) {
        self.sheet = sheet
        self.system = system
        widths = Self.widths(of: sheet)
    }

    var part: String {
        let namespace = OfficeNamespace(isStrict: false)
        var data = ""
        for row in sheet.rows {
            let cells = row.cells.map { cell(of: $0, inRow: row.number) }.joined()
            let lines = row.cells.map { self.lines(of: $0, inRow: row.number) }.max() ?? 1
            let height = min(409, lines * Self.lineHeight)
            data +=
                "<row r=\"\(row.number)\""
                + (lines > 1 ? " ht=\"\(height)\" customHeight=\"1\"" : "")
                + (row.isHidden ? " hidden=\"1\"" : "") + ">\(cells)</row>"
        }
        let columns = widths.enumerated().map { number, width in
            "<col min=\"\(number + 1)\" max=\"\(number + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
        }
        let isWide = widths.reduce(0, +) > 90
        let end = CellReference(row: sheet.rows.last?.number ?? 1, column: max(1, widths.count))
        return "<worksheet xmlns=\"\(namespace.sheets)\">"
            + "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
            + (columns.isEmpty ? "" : "<cols>\(columns.joined())</cols>")
            + "<sheetData>\(data)</sheetData>" + SheetPieces.mergeCells(blocks)
            + "<printOptions gridLines=\"1\"/>"
            + SheetPieces.paper(footer: "", isLandscape: isWide)
            // Numbers that a file holds as text are to stay that, without a warning at each.
            + "<ignoredErrors><ignoredError sqref=\"A1:\(end.text)\" numberStoredAsText=\"1\"/>"
            + "</ignoredErrors></worksheet>"
    }

    /// Merged blocks, of which no two may share a cell in a workbook.
    private var blocks: [String] {
        var open: [MergedRange] = []
        return sheet.merged.ranges.compactMap { range in
            open.removeAll { $0.lastRow < range.firstRow }
            let isOne = range.firstRow == range.lastRow && range.firstColumn == range.lastColumn
            guard !isOne, open.allSatisfy({ !$0.overlaps(range) }) else { return nil }
            open.append(range)
            let first = CellReference(row: range.firstRow, column: range.firstColumn)
            let last = CellReference(row: range.lastRow, column: range.lastColumn)
            return first.text + ":" + last.text
        }
    }

    private func cell(of cell: RawCell, inRow row: Int) -> String {
        let place = CellReference(row: row, column: cell.column)
        func written(_ value: String, _ style: PlainStyle, kind: String = "") -> String {
            "<c r=\"\(place.text)\" s=\"\(style.rawValue)\"\(kind)><v>\(value)</v></c>"
        }
        switch cell.kind {
        case .number:
            // Spreadsheets keep fifteen digits: what binary arithmetic left behind them is none.
            if let number = ExactDecimal(cell.text), number.shown.digits.count <= 15 {
                return written(number.text, .plain)
            }
        case .date:
            if let (serial, style) = serial(of: cell) { return written(serial, style) }
        case .bool:
            return written(cell.text == "TRUE" ? "1" : "0", .plain, kind: " t=\"b\"")
        case .error:
            if Self.errors.contains(cell.text) {
                return written(cell.text, .plain, kind: " t=\"e\"")
            }
        case .text, .uncomputed: break
        }
        return SheetPieces.cell(place, Self.fitting(cell.text), style: PlainStyle.text.rawValue)
    }

    private static let errors: Set<String> = [
        "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A",
    ]

    /// The number of a day, with the time where the file has one; nil where a workbook knows no such
    /// day.
    private func serial(of cell: RawCell) -> (String, PlainStyle)? {
        guard let date = cell.date, let serial = system.serial(of: date.first) else { return nil }
        let clock = cell.text.split(separator: " ").dropFirst().first
        let time = clock.flatMap(Self.seconds)
        // What stands behind the day and is no time would be lost.
        guard time != nil || clock == nil else { return nil }
        let style = PlainStyle(date, isYearShown: cell.isYearShown, hasTime: time != nil)
        guard let time, time > 0 else { return ("\(serial)", style) }
        let fraction = String((time * 10_000_000_000 + 43_200) / 86_400)
        return ("\(serial)." + String(repeating: "0", count: 10 - fraction.count) + fraction, style)
    }

    private static func seconds(_ clock: Substring) -> Int? {
        let parts = clock.split(separator: ":").map { Int($0) }
        guard parts.count == 3, let hours = parts[0], let minutes = parts[1],
            let seconds = parts[2],
            (0..<24).contains(hours), (0..<60).contains(minutes), (0..<60).contains(seconds)
        else { return nil }
        return hours * 3600 + minutes * 60 + seconds
    }

    /// A text as long as a cell may hold.
    private static func fitting(_ text: String) -> String {
        guard text.utf16.count > IntakeLimits().cellLength else { return text }
        return ShownText.shortened(text, to: IntakeLimits().cellLength / 2)
    }

    /// How many lines a cell takes in its column, or in the columns of its block.
    private func lines(of cell: RawCell, inRow row: Int) -> Int {
        guard cell.kind == .text else { return 1 }
        let block = sheet.merged.range(row: row, column: cell.column)
        let last = min(block?.lastColumn ?? cell.column, widths.count)
        guard block.map({ $0.firstRow == $0.lastRow }) ?? true, cell.column <= last else {
            return 1
        }
        let room = max(1, widths[(cell.column - 1)..<last].reduce(0, +) - 1)
        return Self.lines(cell.text).reduce(0) { $0 + max(1, ($1 + room - 1) / room) }
    }

    /// How wide each line of a text is.
    private static func lines(_ text: String) -> [Int] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { DisplayWidth.of(String($0)) }
    }

    private static func widths(of sheet: Sheet) -> [Int] {
        var widths: [Int] = []
        for row in sheet.rows.prefix(measuredRows) {
            for cell in row.cells {
                while widths.count < cell.column { widths.append(widthRange.lowerBound) }
                let block = sheet.merged.range(row: row.number, column: cell.column)
                if let block, block.lastColumn > block.firstColumn { continue }
                let wanted = (lines(cell.text).max() ?? 0) + 2
                widths[cell.column - 1] = min(
                    max(widths[cell.column - 1], wanted), widthRange.upperBound)
            }
        }
        for range in sheet.merged.ranges where range.lastColumn <= 256 {
            while widths.count < range.lastColumn { widths.append(widthRange.lowerBound) }
        }
        return widths
    }
}

extension MergedRange {
    fileprivate func overlaps(_ other: MergedRange) -> Bool {
        firstRow <= other.lastRow && other.firstRow <= lastRow
            && firstColumn <= other.lastColumn && other.firstColumn <= lastColumn
    }
}
