/// Finds cells of a sheet in the bytes of its part, and where cells that are not there would go.
final class SheetCells: PlacedHandler {
    /// Where a cell is, or where it would go.
    enum Spot {
        /// Its start tag.
        case cell(tag: Range<Int>, style: Int)
        /// In a row that is there, before the byte `at`.
        case newCell(at: Int, rowStyle: Int?)
        /// In a row `<row/>` without content.
        case emptyRow(tag: Range<Int>, rowStyle: Int?)
        /// In a row that is not there, before the byte `at`.
        case newRow(at: Int)
    }

    var place = 0..<0
    private(set) var spots: [CellReference: Spot] = [:]
    /// Rows of which any cell will do: their first, once it is known.
    private(set) var firstCells: [Int: CellReference] = [:]
    /// The tag of `<sheetData/>` where the sheet has no rows.
    private(set) var emptyData: Range<Int>?
    /// Where the sheet's start tag is.
    private(set) var root = 0..<0
    /// Before what a reference to drawings of comments must stand.
    private(set) var drawingPlace: Int?
    /// Whether there is such a reference already, and its id.
    private(set) var legacyDrawing: String?

    private let wanted: [Int: [Int]]
    private let anyCell: Set<Int>
    private var depth = 0
    private var isInData = false
    private var row = 0
    private var lastColumn = 0
    private var rowTag = 0..<0
    private var rowStyle: Int?
    private var hasCells = false
    private var dataTag = 0..<0
    private var missing: [Int]
    private var pending: [Int] = []

    private static let later: Set<String> = [
        "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems",
        "tableParts", "extLst", "AlternateContent",
    ]

    /// - Parameters:
    ///   - wanted: the cells to find.
    ///   - anyCell: rows whose first cell is to be found.
    init(wanted: some Sequence<CellReference>, anyCell: Set<Int>) {
        let byRow = Dictionary(grouping: wanted, by: \.row)
        self.wanted = byRow.mapValues { Set($0.map(\.column)).sorted() }
        self.anyCell = anyCell
        missing = Set(byRow.keys).union(anyCell).sorted(by: >)
    }

    func start(_ name: String, _ attributes: [MarkupAttribute]) throws(IntakeFailure) {
        depth += 1
        if depth == 1 { root = place }
        if depth == 2, Self.later.contains(name), drawingPlace == nil {
            drawingPlace = place.lowerBound
        }
        switch name {
        case "legacyDrawing" where depth == 2: legacyDrawing = attributes.value("id")
        case "sheetData" where depth == 2:
            isInData = true
            dataTag = place
        case "row" where isInData && depth == 3: startRow(attributes)
        case "c" where isInData && depth == 4: startCell(attributes)
        default: return
        }
    }

    func end(_ name: String) throws(IntakeFailure) {
        depth -= 1
        switch depth {
        case 0: drawingPlace = drawingPlace ?? place.lowerBound
        case 1 where name == "sheetData":
            isInData = false
            if place.isEmpty { emptyData = dataTag }
            placeMissing(before: .max, at: place.lowerBound)
        case 2 where isInData && name == "row": endRow()
        default: return
        }
    }

    private func startRow(_ attributes: [MarkupAttribute]) {
        row = attributes.value("r").flatMap { Int($0) } ?? row + 1
        placeMissing(before: row, at: place.lowerBound)
        if missing.last == row { missing.removeLast() }
        pending = wanted[row] ?? []
        lastColumn = 0
        hasCells = false
        rowTag = place
        rowStyle =
            attributes.isTrue("customFormat") ? attributes.value("s").flatMap { Int($0) } : nil
    }

    private func startCell(_ attributes: [MarkupAttribute]) {
        let written = attributes.value("r").flatMap { CellReference($0) }
        let column = written?.column ?? lastColumn + 1
        lastColumn = column
        if !hasCells, anyCell.contains(row) {
            firstCells[row] = CellReference(row: row, column: column)
            record(.cell(tag: place, style: style(attributes)), column)
        }
        hasCells = true
        while let next = pending.first, next < column {
            record(.newCell(at: place.lowerBound, rowStyle: rowStyle), next)
            pending.removeFirst()
        }
        if pending.first == column {
            record(.cell(tag: place, style: style(attributes)), column)
            pending.removeFirst()
        }
    }

    private func endRow() {
        let isEmptyTag = place.isEmpty
        if !hasCells, anyCell.contains(row) {
            firstCells[row] = CellReference(row: row, column: 1)
            if !pending.contains(1) { pending.insert(1, at: 0) }
        }
        for column in pending {
            record(
                isEmptyTag
                    ? .emptyRow(tag: rowTag, rowStyle: rowStyle)
                    : .newCell(at: place.lowerBound, rowStyle: rowStyle), column)
        }
        pending = []
    }

    private func record(_ spot: Spot, _ column: Int) {
        spots[CellReference(row: row, column: column)] = spot
    }

    private func placeMissing(before row: Int, at offset: Int) {
        while let next = missing.last, next < row {
            missing.removeLast()
            if anyCell.contains(next) {
                let first = CellReference(row: next, column: 1)
                firstCells[next] = first
                spots[first] = .newRow(at: offset)
            }
            for column in wanted[next] ?? [] {
                spots[CellReference(row: next, column: column)] = .newRow(at: offset)
            }
        }
    }

    private func style(_ attributes: [MarkupAttribute]) -> Int {
        attributes.value("s").flatMap { Int($0) } ?? 0
    }
}

/// What stands around a sheet's cells: merged blocks, and the styles of columns.
final class SheetShape: MarkupHandler {
    private var ranges: [MergedRange] = []
    /// What is merged, once it is read.
    private lazy var merged = MergedCells(ranges)
    private var columns: [(range: ClosedRange<Int>, style: Int)] = []

    func start(_ name: String, _ attributes: [MarkupAttribute]) throws(IntakeFailure) {
        switch name {
        case "mergeCell":
            if let range = attributes.value("ref").flatMap(MergedRange.init(reference:)) {
                ranges.append(range)
            }
        case "col":
            guard let first = attributes.value("min").flatMap({ Int($0) }),
                let last = attributes.value("max").flatMap({ Int($0) }), first <= last,
                let style = attributes.value("style").flatMap({ Int($0) })
            else { return }
            columns.append((first...last, style))
        default: return
        }
    }

    /// The cell that shows what stands at a place: a merged block's first.
    func shown(_ reference: CellReference) -> CellReference {
        let block = merged.range(row: reference.row, column: reference.column)
        guard let block else { return reference }
        return CellReference(row: block.firstRow, column: block.firstColumn)
    }

    /// The style of cells of a column that have none of their own.
    func style(ofColumn column: Int) -> Int {
        columns.first { $0.range.contains(column) }?.style ?? 0
    }
}
