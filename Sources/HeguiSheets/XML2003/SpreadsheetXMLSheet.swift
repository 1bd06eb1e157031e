internal import HeguiDiagnostics

/// One sheet of an XML spreadsheet while it is read.
struct SpreadsheetXMLSheet {
    let name: String
    private let limits: IntakeLimits
    private(set) var draft: SheetDraft
    private var decoder = SpreadsheetXMLDecoder()
    private let styles: SpreadsheetXMLStyles
    private var columns = ColumnStyles()
    private var row = 0
    /// The last row that stands for its like below it, which are not written.
    private var lastRow = 0
    private var rowStyle: String?
    private var column = 0
    private var cell: SpreadsheetXMLCell?
    private var isInData = false

    init(
        name: String, isDated1904: Bool, styles: SpreadsheetXMLStyles, limits: IntakeLimits,
        draft: SheetDraft
    ) {
        self.name = name
        self.styles = styles
        self.limits = limits
        self.draft = draft
        decoder.isDated1904 = isDated1904
    }

    var diagnostics: [Diagnostic] { decoder.found.items + draft.diagnostics }

    /// `path` are the elements that are open inside the table.
    mutating func start(
        _ name: String, _ attributes: [MarkupAttribute], in path: ArraySlice<String>
    ) throws(IntakeFailure) {
        switch (name, path.count) {
        case ("Column", 0): addColumn(attributes)
        case ("Row", 0): try startRow(attributes)
        case ("Cell", 1) where path.first == "Row": try startCell(attributes)
        // The text of a comment stands in an element of this name too, deeper.
        case ("Data", 2) where cell != nil:
            cell?.type = attributes.value("Type") ?? "String"
            isInData = true
        default: break
        }
    }

    mutating func end(_ name: String, in path: ArraySlice<String>) throws(IntakeFailure) {
        switch (name, path.count) {
        case ("Row", 0): try draft.endRow()
        case ("Cell", 1): try endCell()
        case ("Data", 2): isInData = false
        default: break
        }
    }

    mutating func text(_ piece: String) {
        if isInData { cell?.text.append(piece, limit: limits.cellLength) }
    }

    /// The number in an attribute, within what a sheet can hold; nil where there is none.
    private func number(
        _ name: String, _ attributes: [MarkupAttribute], limit: Int
    ) throws(IntakeFailure) -> Int? {
        guard let text = attributes.value(name) else { return nil }
        guard let number = Int(text), number >= 0, number <= limit else {
            throw IntakeFailure(.cellMisplaced(draft.address(max(1, row), max(1, column))))
        }
        return number
    }

    private mutating func addColumn(_ attributes: [MarkupAttribute]) {
        let first = attributes.value("Index").flatMap { Int($0) } ?? columns.last + 1
        let span = attributes.value("Span").flatMap { Int($0) } ?? 0
        guard (1...limits.columns).contains(first), (0...limits.columns).contains(span) else {
            return
        }
        columns.append(first...(first + span), style: attributes.value("StyleID"))
    }

    private mutating func startRow(_ attributes: [MarkupAttribute]) throws(IntakeFailure) {
        row = try number("Index", attributes, limit: limits.rows) ?? lastRow + 1
        lastRow = try row + (number("Span", attributes, limit: limits.rows) ?? 0)
        rowStyle = attributes.value("StyleID")
        column = 0
        try draft.startRow(row, isHidden: attributes.isTrue("Hidden"))
    }

    private mutating func startCell(_ attributes: [MarkupAttribute]) throws(IntakeFailure) {
        let first = try number("Index", attributes, limit: limits.columns) ?? column + 1
        let across = try number("MergeAcross", attributes, limit: limits.columns) ?? 0
        let down = try number("MergeDown", attributes, limit: limits.rows) ?? 0
        column = first + across
        if across > 0 || down > 0 {
            try draft.merge(
                MergedRange(
                    firstRow: row, firstColumn: first, lastRow: row + down, lastColumn: column))
        }
        cell = SpreadsheetXMLCell(
            column: first, style: attributes.value("StyleID"),
            hasFormula: attributes.value("Formula") != nil)
    }

    private mutating func endCell() throws(IntakeFailure) {
        guard let cell else { return }
        self.cell = nil
        let address = draft.address(row, max(1, cell.column))
        guard !cell.text.isTooLong else {
            throw IntakeFailure(.cellTooLong(address, limit: limits.cellLength))
        }
        let style = cell.style ?? rowStyle ?? columns.style(of: cell.column)
        if let found = decoder.cell(cell, format: styles.format(style), at: address) {
            try draft.add(found)
        }
    }
}
