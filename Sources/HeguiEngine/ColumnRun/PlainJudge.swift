import CEL
import HeguiCalendar
import HeguiColumns
import HeguiPack
import HeguiReview
import HeguiTables
import Synchronization

/// Makes full outcomes of one rule with the plain evaluator, for some rows at a time.
final class PlainJudge: Sendable {
    private let store: ColumnStore
    private let plan: Plan
    private let asOf: Day
    private let table: Int
    private let inputs: RuleInputs
    /// Rules that compare rows with each other are judged for these besides, or for all, where rows
    /// have to be made anew.
    let isWhole: Bool
    private let kernel: (any RequirementKernel)?
    /// Whose rows are judged, where they were packed.
    let packed: PackedRun?
    private let cache = Locked(Cache())
    private let ready = Locked<Result<any Judge, EvaluationError>?>(nil)

    private struct Cache {
        var outcomes: [Int: Outcome] = [:]
        /// The row with which whoever goes on in order goes on.
        var next: Int?
        var size = 1
    }

    /// Of how many rows outcomes are made at a time at most.
    static let batch = 512

    init(
        _ planned: PlannedRule, _ store: ColumnStore, plan: Plan, asOf: Day,
        kernel: (any RequirementKernel)?, packed: PackedRun?
    ) {
        self.store = store
        self.packed = packed
        self.plan = plan.judging([planned.rule.id])
        self.asOf = asOf
        table = planned.table
        inputs = RuleInputs(planned, plan.schema)
        self.kernel = kernel
        isWhole = planned.requirement.comparesSubjects && packed == nil
    }

    /// Returns the outcomes of `rows`, in their order.
    func outcomes(_ rows: [Int]) -> [Outcome] {
        guard let bench = bench(for: rows) else { return [] }
        var outcomes: [Outcome] = []
        bench.rule.append(bench.rows, judgedBy: bench.judge, to: &outcomes)
        for (index, row) in rows.enumerated() where index < outcomes.count {
            outcomes[index].subject.row = row
        }
        return outcomes
    }

    /// Returns the verdicts of `rows`, in their order; adds to `lack` what those lack that are
    /// undetermined.
    func verdicts(_ rows: [Int], lack: inout Lack, standIns: Set<String>) -> [RuleVerdict] {
        guard let bench = bench(for: rows) else { return [] }
        let verdicts = bench.rule.verdicts(of: bench.rows, judgedBy: bench.judge)
        for found in verdicts where found.verdict == .undetermined && lack.isOfAll {
            let missing = bench.rule.wording.missing(found.causes)
            lack.add(missing.map(\.missing), standIns: standIns)
        }
        return verdicts
    }

    /// What judges some rows.
    private struct Bench {
        let rule: RuleRun
        let judge: Result<any Judge, EvaluationError>
        /// The rows by the numbers that they have there.
        let rows: [Int]
    }

    private func bench(for rows: [Int]) -> Bench? {
        guard let planned = plan.rules.first else { return nil }
        if let packed {
            let rule = RuleRun(run: packed.run, planned: planned, wording: packed.wording)
            return Bench(rule: rule, judge: prepared(rule), rows: rows)
        }
        let all = isWhole ? self.all(beside: rows) : rows
        let plain = PlainRows(all, of: table, inputs, in: store)
        let run = Run(plan: plan, tables: plain.tables(), asOf: asOf, open: plain.open)
        let own = plain.rows[table] ?? []
        let places = Dictionary(uniqueKeysWithValues: own.enumerated().map { ($1, $0) })
        let rule = RuleRun(run: run, planned: planned, wording: Wording(run))
        return Bench(
            rule: rule, judge: rule.prepared(), rows: rows.compactMap { places[$0] })
    }

    /// What judges rows that were packed, made ready once for all of them.
    private func prepared(_ rule: RuleRun) -> Result<any Judge, EvaluationError> {
        ready.withLock { ready in
            if let ready { return ready }
            let made = rule.prepared()
            ready = made
            return made
        }
    }

    private func all(beside rows: [Int]) -> [Int] {
        guard let companions = kernel?.companions(of: rows) else {
            return Array(0..<store.tables.tables[table].rowCount)
        }
        return Array(companions.union(rows))
    }

    /// Returns the outcome of `row`.
    ///
    /// For whoever asks for one row after another, as `rows(row, count)` gives them, ever more are
    /// made at once.
    func outcome(_ row: Int, _ rows: (Int, Int) -> [Int]) -> Outcome? {
        cache.withLock { cache in
            if let known = cache.outcomes[row] { return known }
            cache.size = cache.next == row ? min(cache.size * 4, Self.batch) : 1
            let wanted = rows(row, cache.size + 1)
            cache.next = wanted.count > cache.size ? wanted.last : nil
            let these = Array(wanted.prefix(cache.size))
            cache.outcomes = Dictionary(
                zip(these, outcomes(these)).map { ($0, $1) },
                uniquingKeysWith: { first, _ in first })
            return cache.outcomes[row]
        }
    }
}
