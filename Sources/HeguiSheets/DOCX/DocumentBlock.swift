internal import HeguiCalendar

/// What stands in a document, a cell or a text box, one below the other.
enum DocumentBlock {
    case line(DocumentLine)
    case table(DocumentTable)
    /// Where a page ends; `section` names the headers and footers of a part of the document that
    /// ends here, none where they are those of the part before.
    case pageEnd(section: [String]? = nil)
}

/// A paragraph as it is shown.
struct DocumentLine {
    var text: String
    /// Whether it stands in the middle or in a style of headings, as titles do.
    var isHeading = false

    var isBlank: Bool { text.allSatisfy(\.isWhitespace) }
    /// Without blanks.
    var compact: String { text.filter { !$0.isWhitespace } }
}

/// A table as it is written, with the tables in its cells.
struct DocumentTable {
    var rows: [DocumentRow] = []
}

/// A row of a table.
struct DocumentRow {
    var cells: [DocumentCell] = []
    var isHidden = false
    /// The columns before the first cell.
    var gridBefore = 0
    /// Whether a reviser has deleted it.
    var isDeleted = false
}

/// A cell of a table; one that is merged over columns stands once.
struct DocumentCell {
    var blocks: [DocumentBlock] = []
    /// 1-based.
    var column = 1
    var span = 1
    /// Whether it goes on with the merged cell above it.
    var joinsAbove = false
    /// Whether it goes on with the merged cell to the left.
    var joinsLeft = false
    /// The one date control that is all of the cell.
    var date: ControlDate?

    /// The lines of the cell, those of tables in it row by row.
    var lines: [String] { blocks.flatMap(\.lines) }

    var text: String {
        let lines = lines.map { $0.replacing("\t", with: "  ") }
        let first = lines.firstIndex { !$0.allSatisfy(\.isWhitespace) } ?? lines.count
        let last = lines.lastIndex { !$0.allSatisfy(\.isWhitespace) } ?? first - 1
        guard first <= last else { return "" }
        let text = lines[first...last].joined(separator: "\n")
        return PlaceholderText.isRequest(text) ? "" : text
    }

    var hasTable: Bool {
        blocks.contains { if case .table = $0 { true } else { false } }
    }
}

extension DocumentBlock {
    fileprivate var lines: [String] {
        switch self {
        case .line(let line): [line.text]
        case .pageEnd: []
        case .table(let table): table.rows.map(\.line)
        }
    }
}

extension DocumentRow {
    /// The row in one line, as it stands in a cell of another table or in the text.
    var line: String {
        cells.map { $0.lines.joined(separator: " ") }.filter { !$0.allSatisfy(\.isWhitespace) }
            .joined(separator: "\t")
    }
}

/// The day that somebody picked in a date control, as far as the control shows it.
struct ControlDate {
    let days: DayRange
    let isYearShown: Bool

    /// Takes the day of a control; nil where the shown text says another one, which somebody has
    /// typed over it, or no numbers by which that could be told.
    init?(_ stamp: String, format: String?, shown: String) {
        guard let day = Day(String(stamp.prefix(10))) else { return nil }
        let numbers = shown.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
        let own = [day.year, day.year % 100, day.month, day.day]
        guard !numbers.isEmpty, numbers.allSatisfy(own.contains) else { return nil }
        let format = (format ?? "yyyy-MM-dd").lowercased()
        isYearShown = format.contains("y")
        guard format.contains("d") || format.contains("m") else { return nil }
        days = format.contains("d") ? DayRange(day) : Month(containing: day).days
    }
}
