/// What stands around a sheet's cells: merged blocks, and the styles of columns.
final class SheetShape: MarkupHandler {
    private var merged: [MergedRange] = []
    private var columns: [(range: ClosedRange<Int>, style: Int)] = []

    func start(_ name: String, _ attributes: [MarkupAttribute]) throws(IntakeFailure) {
        switch name {
        case "mergeCell":
            if let range = attributes.value("ref").flatMap(MergedRange.init(reference:)) {
                merged.append(range)
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
        let block = MergedCells(merged).range(row: reference.row, column: reference.column)
        guard let block else { return reference }
        return CellReference(row: block.firstRow, column: block.firstColumn)
    }

    /// The style of cells of a column that have none of their own.
    func style(ofColumn column: Int) -> Int {
        columns.first { $0.range.contains(column) }?.style ?? 0
    }
}
