import HeguiPack
import HeguiTables
import Synchronization

/// All rows of one table as the plain evaluator sees them, with those that they refer to; made
/// when first asked for.
final class PlainTable: Sendable {
    private let source: ColumnRun
    private let table: Int
    private let made = Mutex<Run?>(nil)

    init(_ source: ColumnRun, table: Int) {
        self.source = source
        self.table = table
    }

    var run: Run {
        made.withLock { made in
            if let made { return made }
            let store = source.store
            let rows = Array(0..<store.tables.tables[table].rowCount)
            let plain = PlainRows(rows, of: table, .none, store)
            let run = Run(
                plan: source.plan.judging([]), tables: plain.tables(), asOf: source.asOf,
                named: [table])
            made = run
            return run
        }
    }

    func subject(_ row: Int) -> Outcome.Subject {
        run.subject(RowReference(table: table, row: row))
    }
}
