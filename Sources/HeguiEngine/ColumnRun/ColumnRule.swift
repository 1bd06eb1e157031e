import HeguiColumns
import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiTables

/// What one rule says of every row, in codes, with the way to all else.
final class ColumnRule: @unchecked Sendable {
    let planned: PlannedRule
    let table: ColumnTable
    let codes: Codes
    /// By row, where the rule has cases of level.
    private let levels: Codes?
    /// nil for a rule that is left to the plain evaluator.
    private let kernel: (any RequirementKernel)?
    /// Rows that were left to the plain evaluator.
    private let plainRows: Set<Int>
    /// What those of them lack that are undetermined.
    private let lack: Lack
    private let judge: PlainJudge
    private let faults: EngineFaults
    /// Whether a file of the drop is another one now.
    private let haveChanged: @Sendable () -> Bool
    /// By row: the waivers and explanations that were applied.
    private let statements: [Int: OutcomeStatements]
    /// Whether the key is one that outputs hide.
    private let isKeyMasked: Bool

    /// Whose rows these are, where they were packed.
    private var packed: PackedRun? { judge.packed }

    init(
        _ planned: PlannedRule, table: ColumnTable, codes: Codes, levels: Codes?,
        kernel: (any RequirementKernel)?, plainRows: Set<Int>, lack: Lack,
        judge: PlainJudge, faults: EngineFaults, haveChanged: @escaping @Sendable () -> Bool,
        statements: [Int: OutcomeStatements] = [:]
    ) {
        self.planned = planned
        self.table = table
        self.codes = codes
        self.levels = levels
        self.kernel = kernel
        self.plainRows = plainRows
        self.lack = lack
        self.judge = judge
        self.faults = faults
        self.haveChanged = haveChanged
        self.statements = statements
        isKeyMasked = table.hidesKey
    }

    /// Returns the rule with waivers and explanations applied to some of its rows.
    func applying(_ statements: [Int: OutcomeStatements]) -> ColumnRule {
        for (row, record) in statements where record.waiver != nil {
            codes[row] = VerdictCode.of(.waived)
        }
        return ColumnRule(
            planned, table: table, codes: codes, levels: levels, kernel: kernel,
            plainRows: plainRows.union(statements.keys), lack: lack, judge: judge, faults: faults,
            haveChanged: haveChanged, statements: statements)
    }

    /// How many violations an explanation has closed.
    var explained: Int {
        statements.count { $1.explanation != nil && verdict($0) == .violated }
    }

    private func reference(_ row: Int) -> RowReference {
        RowReference(table: planned.table, row: row)
    }

    /// Returns the subject of a row; of one that was scanned, by its key alone.
    func subject(_ row: Int) -> Outcome.Subject {
        if let packed { return packed.run.subject(reference(row)) }
        let id = facts(row).subject
        return Outcome.Subject(type: table.dataset.singular, row: row, id: id, name: id)
    }

    func verdict(_ row: Int) -> Verdict { VerdictCode.verdict(codes[row]) }

    /// Whether all its outcomes are made at once if any are.
    var isWhole: Bool { judge.isWhole }

    /// Returns the full outcomes of some rows, in their order.
    ///
    /// The records are read anew: where they say something else now, the outcome says so.
    func outcomes(_ rows: [Int]) -> [Outcome] {
        zip(rows, judge.outcomes(rows)).map { row, outcome in settled(outcome, row) }
    }

    /// Returns what a row's outcome is with what was applied to it.
    private func settled(_ outcome: Outcome, _ row: Int) -> Outcome {
        var outcome = outcome
        statements[row]?.apply(to: &outcome)
        if VerdictCode.of(outcome.verdict) == codes[row] { return outcome }
        return haveChanged() ? missing(row) : contradicted(outcome, row)
    }

    /// The plain evaluator is right by definition; the outcome says that columns were not.
    private func contradicted(_ outcome: Outcome, _ row: Int) -> Outcome {
        faults.note(planned.rule.id)
        codes[row] = VerdictCode.of(outcome.verdict)
        var outcome = outcome
        let code = EngineCode.enginesDisagree.rawValue
        outcome.message.zh += "（程序缺陷 \(code)：按列与逐行判定不同，以逐行为准）"
        outcome.message.en += " (a fault of the program, \(code): columns said otherwise)"
        return outcome
    }

    /// Returns the full outcome of a row.
    func outcome(_ row: Int) -> Outcome {
        let wanted = CodeSet([codes[row]])
        let outcome = judge.outcome(row) { row, count in
            var rows = [row]
            while rows.count < count,
                let next = self.codes.next(from: (rows.last ?? row) + 1, wanted: wanted)
            {
                rows.append(next)
            }
            return rows
        }
        return outcome.map { settled($0, row) } ?? missing(row)
    }

    /// Returns how many outcomes there are of each kind.
    func census() -> [OutcomeKind: Int] {
        var counts = unexplainedCensus()
        for row in statements.keys {
            let kind = kind(row)
            guard kind.isExplained else { continue }
            let other = OutcomeKind(verdict: kind.verdict, level: kind.level, isExplained: false)
            counts[other, default: 0] -= 1
            counts[kind, default: 0] += 1
            if counts[other] == 0 { counts[other] = nil }
        }
        return counts
    }

    /// Returns how many outcomes there are of each kind, explanations left aside.
    private func unexplainedCensus() -> [OutcomeKind: Int] {
        var counts: [OutcomeKind: Int] = [:]
        if levels == nil {
            for (code, count) in codes.histogram().enumerated() where count > 0 {
                let kind = OutcomeKind(
                    verdict: VerdictCode.verdict(UInt8(code)), level: planned.rule.level,
                    isExplained: false)
                counts[kind, default: 0] += count
            }
            return counts
        }
        for row in 0..<codes.count {
            let kind = OutcomeKind(verdict: verdict(row), level: level(row), isExplained: false)
            counts[kind, default: 0] += 1
        }
        return counts
    }

    func kind(_ row: Int) -> OutcomeKind {
        let verdict = verdict(row)
        let isExplained = verdict == .violated && statements[row]?.explanation != nil
        return OutcomeKind(verdict: verdict, level: level(row), isExplained: isExplained)
    }

    /// The first row that the rule could not judge, if there is one.
    var firstFailed: Outcome? {
        codes.next(from: 0, wanted: CodeSet([VerdictCode.of(.failed)])).map(outcome)
    }

    /// What rows lack that are undetermined; `standIns` are the datasets whose rows were taken from
    /// the only annex.
    ///
    /// Of those that columns told and that would have to be read anew only the first are asked:
    /// they lack the same, or the rule would say something of some.
    func lack(standIns: Set<String>) -> Lack {
        guard kernel != nil else { return lack }
        let wanted = CodeSet([VerdictCode.of(.undetermined)])
        var (lack, start) = (lack, 0)
        var left = packed == nil ? PlainJudge.batch : codes.count
        while lack.isOfAll, left > 0, let row = codes.next(from: start, wanted: wanted) {
            if !plainRows.contains(row) {
                lack.add(outcome(row).missing, standIns: standIns)
                left -= 1
            }
            start = row + 1
        }
        return lack
    }

    /// The row could not be judged again: that is no verdict.
    private func missing(_ row: Int) -> Outcome {
        let id = table.keyText(of: row) ?? ""
        let message: Message
        if haveChanged() {
            message = Message(
                zh: "材料在审查过程中有改动", en: "the files changed while they were reviewed")
        } else {
            faults.note(planned.rule.id)
            let code = EngineCode.enginesDisagree.rawValue
            message = Message(
                zh: "程序缺陷 \(code)：这一行无法重新判定",
                en: "a fault of the program, \(code): the row cannot be judged again")
        }
        return Outcome(
            rule: planned.rule.id, clause: planned.rule.clause,
            subject: Outcome.Subject(type: table.dataset.singular, row: row, id: id, name: id),
            verdict: .failed, level: planned.rule.level, dueIsCertain: true,
            sources: [table.address(of: row)], missing: [], message: message)
    }

    private var emptyFacts: OutcomeFacts {
        OutcomeFacts(
            rule: planned.rule.id, subject: "", verdict: .failed, level: planned.rule.level)
    }

    /// Returns the facts of a row, without making its outcome where that can be.
    func facts(_ row: Int) -> OutcomeFacts {
        let (slice, index) = table.place(of: row)
        let rows = RowBlock(table: table, slice: slice, start: index, count: 1)
        var facts = emptyFacts
        FactReader(self, rows).read(row, into: &facts)
        return facts
    }

    /// Returns the rate of a row, where the rule is one of rates.
    func rate(_ row: Int) -> Outcome.Rate? {
        if verdict(row) == .notApplicable { return nil }
        if !plainRows.contains(row), let rate = kernel?.rate(row) { return rate }
        return facts(row).rate
    }

    /// Calls `body` with the facts of the rows whose code is wanted, in order.
    func forEachFacts<Failure: Error>(
        _ wanted: CodeSet, _ body: (OutcomeFacts) throws(Failure) -> Void
    ) throws(Failure) {
        guard let first = codes.next(from: 0, wanted: wanted) else { return }
        var reader = FactReader(self, RowBlock(from: first, of: table))
        var next: Int? = first
        // The same for all rows, so that nothing is made anew but what differs.
        var facts = emptyFacts
        while let row = next {
            if row >= reader.end { reader = FactReader(self, RowBlock(from: row, of: table)) }
            reader.read(row, into: &facts)
            try body(facts)
            next = codes.next(from: row + 1, wanted: wanted)
        }
    }

    /// Makes the facts of the rows of a block, for which it has looked up what it could at once.
    private struct FactReader {
        let rule: ColumnRule
        let firstRow: Int
        let end: Int
        let level: Level
        let keys: CellBlock?
        let writer: KeyWriter?
        /// Whether columns alone tell facts.
        let isAble: Bool
        let tell: (Int, inout OutcomeFacts) -> Bool

        init(_ rule: ColumnRule, _ rows: RowBlock) {
            self.rule = rule
            firstRow = rows.firstRow
            end = rows.firstRow + rows.count
            level = rule.planned.rule.level
            keys = rule.isKeyMasked ? nil : rows.keys
            writer = rows.table.keyWriter
            isAble = rule.kernel != nil && (keys != nil || rule.packed != nil)
            tell = rule.kernel?.reader(rows) ?? { _, _ in false }
        }

        func read(_ row: Int, into facts: inout OutcomeFacts) {
            let index = row - firstRow
            guard isAble, let subject = key(index),
                rule.plainRows.isEmpty || !rule.plainRows.contains(row)
            else { return facts = OutcomeFacts(rule.outcome(row)) }
            facts.begin(
                subject: subject, verdict: rule.verdict(row),
                level: rule.levels == nil ? level : rule.level(row))
            if facts.verdict != .notApplicable, !tell(index, &facts) {
                facts = OutcomeFacts(rule.outcome(row))
            }
        }

        private func key(_ index: Int) -> String? {
            if let packed = rule.packed {
                return packed.run.subject(rule.reference(firstRow + index)).id
            }
            guard let keys else { return nil }
            let number = keys[index]
            guard number >= 0 else { return nil }
            return writer?.text(number) ?? rule.table.keyText(number)
        }
    }

    func level(_ row: Int) -> Level {
        levels.map { Level.allCases[Int($0[row])] } ?? planned.rule.level
    }
}

extension OutcomeFacts {
    /// Makes them those of another subject, of which no more is known yet.
    mutating func begin(subject: String, verdict: Verdict, level: Level) {
        self.subject = subject
        self.verdict = verdict
        self.level = level
        observed = nil
        required = nil
        daysLate = nil
        isDone = false
        rate = nil
    }
}
