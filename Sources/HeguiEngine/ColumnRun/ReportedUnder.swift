import HeguiColumns
import HeguiTables

/// The references that lead from the rows of a table to those under which they are reported: from a
/// move to its member and on to the member's unit.
struct ReportedUnder {
    private var steps: [(table: Int, cells: ColumnCells)] = []

    init(_ number: Int, in run: ColumnRun) {
        var table = number
        for _ in run.plan.schema.tables {
            guard case .reference(let column, let target)? = run.plan.schema.tables[table].group,
                case .reference(let place, target) =
                    run.store.tables.tables[table].meanings[column]
            else { break }
            steps.append((target, run.store.flat(table, place: place)))
            table = target
        }
    }

    /// The tables that the steps lead to.
    var tables: [Int] { steps.map(\.table) }

    /// Returns the last row that the references of `row` lead to, and at which step; nil where the
    /// first leads nowhere.
    func head(of row: Int) -> (step: Int, row: Int)? {
        var found: (step: Int, row: Int)?
        for (number, step) in steps.enumerated() {
            let target = step.cells[found?.row ?? row]
            guard target >= 0 else { break }
            found = (number, Int(target))
        }
        return found
    }
}
