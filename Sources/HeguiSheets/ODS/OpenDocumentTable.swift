internal import HeguiDiagnostics

/// One table of an OpenDocument spreadsheet while it is read.
struct OpenDocumentTable {
    let isHidden: Bool
    private let limits: IntakeLimits
    private(set) var draft: SheetDraft
    private var columns = ColumnStyles()
    private var number = 0
    private var row: (style: String?, repeated: Int)?
    private var column = 0
    private var cell: OpenDocumentCell?
    /// How many elements are open inside a cell.
    private var depth = 0
    private var skipped = 0
    /// Whether each open group of rows is folded up.
    private var groups: [Bool] = []

    private static let wrappers: Set<String> = [
        "table-column-group", "table-columns", "table-header-columns", "table-rows",
        "table-header-rows",
    ]

    init(isHidden: Bool, limits: IntakeLimits, draft: SheetDraft) {
        self.isHidden = isHidden
        self.limits = limits
        self.draft = draft
    }

    mutating func start(
        _ name: String, _ attributes: [MarkupAttribute]
    ) throws(IntakeFailure) {
        if skipped > 0 {
            skipped += 1
        } else if cell != nil {
            depth += 1
            cell?.text.start(name, attributes)
        } else if row != nil {
            guard name == "table-cell" || name == "covered-table-cell" else { return skipped = 1 }
            cell = OpenDocumentCell(attributes, limits: limits)
        } else {
            switch name {
            case "table-column": addColumns(attributes)
            case "table-row-group": groups.append(attributes.value("display") == "false")
            case "table-row": try startRow(attributes)
            case _ where Self.wrappers.contains(name): break
            default: skipped = 1
            }
        }
    }

    /// Returns whether the table itself ended.
    mutating func end(
        _ name: String, styles: inout OpenDocumentStyles,
        decoder: inout OpenDocumentDecoder
    ) throws(IntakeFailure) -> Bool {
        if skipped > 0 {
            skipped -= 1
        } else if depth > 0 {
            depth -= 1
            cell?.text.end(name)
        } else if let cell {
            self.cell = nil
            try add(cell, styles: &styles, decoder: &decoder)
        } else if let row {
            self.row = nil
            try draft.endRow(repeated: row.repeated)
            number += row.repeated - 1
        } else if name == "table-row-group" {
            _ = groups.popLast()
        } else {
            return name == "table"
        }
        return false
    }

    mutating func text(_ piece: String) {
        if skipped == 0 { cell?.text.text(piece) }
    }

    private mutating func addColumns(_ attributes: [MarkupAttribute]) {
        let count = OpenDocumentCell.count(
            attributes.value("number-columns-repeated"), limit: limits.columns)
        // Columns beyond those of a sheet hold nothing.
        guard columns.last < limits.columns else { return }
        columns.append(
            (columns.last + 1)...(columns.last + count),
            style: attributes.value("default-cell-style-name"))
    }

    private mutating func startRow(_ attributes: [MarkupAttribute]) throws(IntakeFailure) {
        number += 1
        let visibility = attributes.value("visibility") ?? "visible"
        let repeated = OpenDocumentCell.count(
            attributes.value("number-rows-repeated"), limit: limits.rows + 1)
        row = (attributes.value("default-cell-style-name"), repeated)
        column = 0
        try draft.startRow(number, isHidden: visibility != "visible" || groups.contains(true))
    }

    private mutating func add(
        _ written: OpenDocumentCell, styles: inout OpenDocumentStyles,
        decoder: inout OpenDocumentDecoder
    ) throws(IntakeFailure) {
        let first = column + 1
        column += written.repeated
        guard !written.text.content.isTooLong, written.longestValue <= limits.cellLength else {
            throw IntakeFailure(
                .cellTooLong(draft.address(number, first), limit: limits.cellLength))
        }
        let style = written.style ?? row?.style ?? columns.style(of: first)
        let found = decoder.cell(
            written, format: styles.format(style), at: draft.address(number, first))
        let isMerged = written.columns > 1 || written.rows > 1
        guard found != nil || isMerged else { return }
        for place in first..<(first + written.repeated) {
            if var cell = found {
                cell.column = place
                try draft.add(cell)
            }
            guard isMerged else { continue }
            try merge(written, at: place)
        }
    }

    private mutating func merge(
        _ written: OpenDocumentCell, at column: Int
    ) throws(IntakeFailure) {
        for row in number..<(number + (row?.repeated ?? 1)) {
            try draft.merge(
                MergedRange(
                    firstRow: row, firstColumn: column, lastRow: row + written.rows - 1,
                    lastColumn: column + written.columns - 1))
        }
    }
}
