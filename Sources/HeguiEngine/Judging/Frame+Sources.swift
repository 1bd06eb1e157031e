import HeguiDiagnostics
import HeguiIntake

extension Frame {
    /// Adds the cells by which a relation's row was chosen, or the whole row.
    func collectRowSources(
        _ row: RowReference, _ expression: PlannedExpression?, into cells: inout [CellAddress]
    ) {
        guard cells.count < Trace.limit else { return }
        let before = cells.count
        expression?.collectRowSources(looking(at: row), into: &cells)
        let address = records.tables[row.table].rows[row.row].address
        if cells.count == before, !cells.contains(address) { cells.append(address) }
    }
}
