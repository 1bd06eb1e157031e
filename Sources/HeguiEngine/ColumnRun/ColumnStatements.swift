import HeguiCalendar
import HeguiColumns
import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiTables
import Synchronization

/// The outcomes of rules that were worked on columns, as waivers and explanations see them.
struct ColumnStatements: StatedOutcomes {
    let run: ColumnRun
    private let rules: [ColumnRule]
    /// By rule and row.
    private var statements: [Int: [Int: OutcomeStatements]] = [:]

    var plan: Plan { run.plan }
    var asOf: Day { run.asOf }

    init(_ run: ColumnRun, _ rules: [ColumnRule]) {
        self.run = run
        self.rules = rules
    }

    /// The rules with all that was applied to them.
    var applied: [ColumnRule] {
        rules.enumerated().map { number, rule in
            statements[number].map { rule.applying($0) } ?? rule
        }
    }

    func verdict(_ place: StatementRegister.Place) -> Verdict {
        let isWaived = statements[place.rule]?[place.row]?.waiver != nil
        return isWaived ? .waived : rules[place.rule].verdict(place.row)
    }

    func level(_ place: StatementRegister.Place) -> Level { rules[place.rule].level(place.row) }

    mutating func apply(_ waiver: Waiver, at place: StatementRegister.Place) {
        statements[place.rule, default: [:]][place.row, default: OutcomeStatements()].waiver =
            waiver
    }

    mutating func apply(_ explanation: Explanation, at place: StatementRegister.Place) {
        statements[place.rule, default: [:]][place.row, default: OutcomeStatements()].explanation =
            explanation
    }

    func parties(_ place: StatementRegister.Place) -> OutcomeParties {
        let table = plan.rules[place.rule].table
        if let packed = run.packed {
            return OutcomeParties(of: RowReference(table: table, row: place.row), packed.run)
        }
        let plain = PlainRows([place.row], of: table, .none, in: run.store)
        let made = Run(
            plan: plan.judging([]), tables: plain.tables(), asOf: asOf, open: plain.open)
        let row = plain.rows[table]?.firstIndex(of: place.row) ?? 0
        return OutcomeParties(of: RowReference(table: table, row: row), made)
    }

    func names(ofTable table: Int) -> SubjectNames {
        PlainTable(run, table: table, RuleInputs(names: plan.schema)).run.rowStore
            .names(ofTable: table)
    }

    var annexes: [ReceivedAnnex] { run.store.tables.annexes }

    func rows(called subject: String, by planned: PlannedRule) -> [Int] {
        let table = run.store.tables.tables[planned.table]
        guard !table.hidesKey, let row = table.row(ofKey: subject) else {
            return table.rows(named: subject)
                ?? PlainTable(run, table: planned.table, .none).run.rowStore
                .names(ofTable: planned.table).rows(called: subject)
        }
        return [row]
    }
}

/// What waivers and explanations say of one outcome.
struct OutcomeStatements {
    var waiver: Waiver?
    var explanation: Explanation?

    func apply(to outcome: inout Outcome) {
        if let waiver { outcome.apply(waiver) }
        outcome.explanation = explanation
    }
}

/// Rows of which columns and the plain evaluator said different things though no file changed.
///
/// That is a fault of the program. The plain verdict counts; nobody is accused by the other one.
final class EngineFaults: Sendable {
    /// By rule: how many rows.
    private let found = Locked<[String: Int]>([:])

    func note(_ rule: String) {
        found.withLock { $0[rule, default: 0] += 1 }
    }

    /// One for each rule, in their order.
    var diagnostics: [Diagnostic] {
        found.withLock { $0 }.sorted { $0.key < $1.key }
            .map { .enginesDisagree($0.key, rows: $0.value) }
    }
}
