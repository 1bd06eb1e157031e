import HeguiColumns
import HeguiDiagnostics
import HeguiIntake
import HeguiRules

/// What one rule says of every row, in codes, with the way to all else.
final class ColumnRule: @unchecked Sendable {
    let planned: PlannedRule
    let table: ColumnTable
    let codes: Codes
    /// By row, where the rule has cases of level.
    private let levels: Codes?
    /// nil for a rule that is left to the plain evaluator.
    private let kernel: (any FormKernel)?
    /// Rows that were left to the plain evaluator.
    private let plainRows: Set<Int>
    private let judge: PlainJudge
    /// Whether the key is one that outputs hide.
    private let isKeyMasked: Bool

    init(
        _ planned: PlannedRule, table: ColumnTable, codes: Codes, levels: Codes?,
        kernel: (any FormKernel)?, plainRows: Set<Int>, judge: PlainJudge
    ) {
        self.planned = planned
        self.table = table
        self.codes = codes
        self.levels = levels
        self.kernel = kernel
        self.plainRows = plainRows
        self.judge = judge
        isKeyMasked = table.dataset.key.contains { name in
            table.dataset.columns.contains { $0.name == name && $0.isMasked }
        }
    }

    func verdict(_ row: Int) -> Verdict { VerdictCode.verdict(codes[row]) }

    /// Returns the full outcome of a row.
    func outcome(_ row: Int) -> Outcome {
        let like = codes[row]
        let outcome = judge.outcome(row) { row in
            // Those of the same verdict that come next.
            var wanted = [Bool](repeating: false, count: 256)
            wanted[Int(like)] = true
            var rows: [Int] = []
            var start = row + 1
            while rows.count + 1 < PlainJudge.batch,
                let next = self.codes.next(from: start, wanted: wanted)
            {
                rows.append(next)
                start = next + 1
            }
            return rows
        }
        return outcome ?? missing(row)
    }

    /// Returns the first outcomes of a verdict.
    func first(_ verdict: Verdict, atMost limit: Int) -> [Outcome] {
        var wanted = [Bool](repeating: false, count: 256)
        wanted[Int(VerdictCode.of(verdict))] = true
        var outcomes: [Outcome] = []
        var start = 0
        while outcomes.count < limit, let row = codes.next(from: start, wanted: wanted) {
            outcomes.append(outcome(row))
            start = row + 1
        }
        return outcomes
    }

    /// The row's records could not be read again: that is no verdict.
    private func missing(_ row: Int) -> Outcome {
        let id = table.keyText(of: row) ?? ""
        return Outcome(
            rule: planned.rule.id, clause: planned.rule.clause,
            subject: Outcome.Subject(type: table.dataset.singular, row: row, id: id, name: id),
            verdict: .failed, level: planned.rule.level, dueIsCertain: true,
            sources: [table.address(of: row)], missing: [],
            message: Message(
                zh: "材料在审查过程中有改动", en: "the files changed while they were reviewed"))
    }

    /// Returns the facts of a row, without making its outcome where that can be.
    func facts(_ row: Int) -> OutcomeFacts {
        let (stretch, index) = table.place(of: row)
        let rows = RowBlock(table: table, stretch: stretch, start: index, count: 1)
        return facts(0, rows, kernel?.reader(rows))
    }

    /// Calls `body` with the facts of the rows whose code is wanted, in order.
    func forEachFacts<Failure: Error>(
        _ wanted: [Bool], _ body: (OutcomeFacts) throws(Failure) -> Void
    ) throws(Failure) {
        var reader: (((Int, inout OutcomeFacts) -> Bool), RowBlock)?
        var start = 0
        while let row = codes.next(from: start, wanted: wanted) {
            start = row + 1
            let rows: RowBlock
            if let known = reader?.1, row < known.firstRow + known.count {
                rows = known
            } else {
                rows = RowBlock(from: row, of: table)
                reader = kernel.map { ($0.reader(rows), rows) }
            }
            try body(facts(row - rows.firstRow, rows, reader?.0))
        }
    }

    private func facts(
        _ index: Int, _ rows: RowBlock, _ reader: ((Int, inout OutcomeFacts) -> Bool)?
    ) -> OutcomeFacts {
        let row = rows.firstRow + index
        if let reader, plainRows.isEmpty || !plainRows.contains(row), !isKeyMasked,
            let id = rows.key(index)
        {
            var facts = OutcomeFacts(
                rule: planned.rule.id, subject: id, verdict: verdict(row), level: level(row))
            if facts.verdict == .notApplicable || reader(index, &facts) { return facts }
        }
        return OutcomeFacts(outcome(row))
    }

    private func level(_ row: Int) -> Level {
        levels.map { Level.allCases[Int($0[row])] } ?? planned.rule.level
    }
}
