import HeguiCalendar
import HeguiColumns
import HeguiIntake
import HeguiRules
import Synchronization

/// Makes full outcomes of one rule with the plain evaluator, for some rows at a time.
final class PlainJudge: Sendable {
    private let store: ColumnStore
    private let plan: Plan
    private let asOf: Day
    private let table: Int
    private let needs: RuleNeeds
    /// Rules that compare all rows with each other are judged for all of them at once.
    private let isWhole: Bool
    private let cache = Mutex<[Int: Outcome]>([:])

    /// Of how many rows outcomes are made at a time.
    static let batch = 256

    init(_ planned: PlannedRule, _ store: ColumnStore, plan: Plan, asOf: Day) {
        self.store = store
        self.plan = Plan(plan.pack, rules: [planned.rule.id], given: plan.given)
        self.asOf = asOf
        table = planned.table
        needs = RuleNeeds(planned, plan.schema)
        if case .unique = planned.rule.requirement { isWhole = true } else { isWhole = false }
    }

    /// Returns the outcomes of `rows`, in their order.
    func outcomes(_ rows: [Int], _ reader: RowReader) -> [Outcome] {
        guard let planned = plan.rules.first else { return [] }
        let all = isWhole ? Array(0..<store.tables.tables[table].rowCount) : rows
        let plain = PlainRows(all, of: table, needs, store)
        let run = Run(plan: plan, tables: plain.tables(reader), asOf: asOf)
        let own = plain.rows[table] ?? []
        let places = Dictionary(uniqueKeysWithValues: own.enumerated().map { ($1, $0) })
        var outcomes: [Outcome] = []
        RuleRun(run: run, planned: planned, wording: Wording(run))
            .append(rows.compactMap { places[$0] }, to: &outcomes)
        for (index, row) in rows.enumerated() where index < outcomes.count {
            outcomes[index].subject.row = row
        }
        return outcomes
    }

    /// Returns the outcome of `row`; those of the rows that `next` gives are made with it, for they
    /// are likely to be asked for too.
    func outcome(_ row: Int, next: (Int) -> [Int]) -> Outcome? {
        cache.withLock { cache in
            if let known = cache[row] { return known }
            let rows = [row] + next(row)
            let made = outcomes(rows, RowReader(store.tables))
            cache = Dictionary(
                zip(rows, made).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
            return cache[row]
        }
    }
}
