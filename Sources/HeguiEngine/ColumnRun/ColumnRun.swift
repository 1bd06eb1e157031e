import HeguiCalendar
import HeguiColumns
import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiTables

/// One review over columns: rules that can be are worked on columns, all others row by row.
struct ColumnRun: Sendable {
    let store: ColumnStore
    let plan: Plan
    let asOf: Day
    /// Whose rows these are, where they were packed rather than scanned.
    let packed: PackedRun?
    let faults = EngineFaults()

    private var threads: Int { store.threads }

    /// The datasets whose rows were taken from the only annex that there is.
    var standIns: Set<String> { store.tables.openRows.standIns }

    /// What turns the plan's rules and conditions into work on columns.
    var lowering: RuleLowering {
        RuleLowering(store, pack: plan.pack, planner: plan.planner, asOf: asOf)
    }

    /// Judges all rules.
    func rules() -> [ColumnRule] {
        let lowering = lowering
        let lowered = plan.rules.map { planned in try? lowering.lowered(planned) }
        var scans: [Int: RelationScan] = [:]
        let lanes = lowered.map { rule in rule.map { FormLanes($0.form, in: &scans) } }
        let counts = RelationScan.counts(scans, store)
        let kernels = plan.rules.indices.map { number in
            lowered[number].flatMap { rule in
                lanes[number]?.kernel(rule.form, counts, in: store, table: plan.rules[number].table)
            }
        }
        // Large tables and small ones at once.
        let drafts = Parallel.map(plan.rules.count, threads: threads) { _, number in
            draft(plan.rules[number], lowered[number], by: kernels[number])
        }
        return plan.rules.indices.map { number in
            judged(plan.rules[number], drafts[number], by: kernels[number])
        }
    }

    /// What columns tell of a rule's rows.
    private struct Draft: Sendable {
        let codes: Codes
        /// Where the rule has cases of level.
        let levels: Codes?
    }

    private func draft(
        _ planned: PlannedRule, _ lowered: LoweredRule?, by kernel: (any RequirementKernel)?
    ) -> Draft {
        let table = store.tables.tables[planned.table]
        // A kernel gives each row its code; without one, all are left to the plain evaluator.
        let codes = Codes(
            repeating: kernel == nil ? VerdictCode.unsettled : VerdictCode.met,
            count: table.rowCount)
        let open = openRows(planned)
        let hasLevels = !planned.rule.levelCases.isEmpty
        let own = Self.code(planned.rule.level)
        let levels = hasLevels ? Codes(repeating: own, count: table.rowCount) : nil
        if let lowered, let kernel {
            for slice in table.slices.indices {
                RowBlock.each(of: table, slice) { all in
                    let applies = lowered.condition?.block(all)
                    let rows = applies.map { all.where($0) } ?? all
                    kernel.judge(rows, into: codes)
                    if planned.rule.modality == .soft { Self.soften(rows, codes) }
                    Self.leave(open, of: rows, codes)
                    Self.limit(rows, where: applies, by: lowered, codes: codes, levels: levels)
                }
            }
        }
        return Draft(codes: codes, levels: levels)
    }

    private func judged(
        _ planned: PlannedRule, _ draft: Draft, by kernel: (any RequirementKernel)?
    ) -> ColumnRule {
        let judge = PlainJudge(
            planned, store, plan: plan, asOf: asOf, kernel: kernel, packed: packed)
        let (plainRows, lack) = judgeOpen(draft.codes, draft.levels, by: judge)
        return ColumnRule(
            planned, table: store.tables.tables[planned.table], codes: draft.codes,
            levels: draft.levels, kernel: kernel, plainRows: kernel == nil ? [] : plainRows,
            lack: lack, judge: judge, faults: faults,
            haveChanged: { [store] in store.filesHaveChanged })
    }

    /// Turns what a rule that only advises finds broken into advice.
    private static func soften(_ rows: RowBlock, _ codes: Codes) {
        let (broken, advice) = (
            VerdictCode.of(.violated), VerdictCode.of(Verdict.violated.softened)
        )
        for row in rows.firstRow..<rows.firstRow + rows.count where codes[row] == broken {
            codes[row] = advice
        }
    }

    /// The rows that a rule judges by relations of which not all rows were read; nil for all.
    private func openRows(_ planned: PlannedRule) -> Set<Int>? {
        guard !store.open.isEmpty else { return [] }
        var open: Set<Int> = []
        for relation in RuleInputs(planned, plan.schema).ofSubjects {
            guard let targets = store.open.targets(ofRelation: relation) else { return nil }
            open.formUnion(targets)
        }
        guard planned.requirement.comparesSubjects else { return open }
        return store.open.rowsBesideOthers(ofTable: planned.table).map(open.union)
    }

    /// Leaves rows to the plain evaluator; nil: all.
    private static func leave(_ open: Set<Int>?, of rows: RowBlock, _ codes: Codes) {
        guard open?.isEmpty != true else { return }
        for row in rows.firstRow..<rows.firstRow + rows.count where open?.contains(row) ?? true {
            codes[row] = VerdictCode.unsettled
        }
    }

    static func code(_ level: Level) -> UInt8 {
        UInt8(Level.allCases.firstIndex(of: level) ?? 0)
    }

    /// Applies what guards the rule, and then its cases of level.
    private static func limit(
        _ rows: RowBlock, where applies: TruthBlock?, by lowered: LoweredRule, codes: Codes,
        levels: Codes?
    ) {
        let row = rows.firstRow
        let none = VerdictCode.of(.notApplicable)
        if let applies {
            codes.limit(applies, at: row, no: none, unsettled: VerdictCode.unsettled)
        }
        guard let levels else { return }
        for levelCase in lowered.levels.reversed() {
            let truth = levelCase.condition.block(rows)
            levels.overwrite(truth, at: row, yes: code(levelCase.level))
            guard truth.hasUnsettled else { continue }
            for index in 0..<rows.count where truth[index] == TruthBlock.unsettled {
                if codes[row + index] != none { codes[row + index] = VerdictCode.unsettled }
            }
        }
        // What does not apply has the rule's own level.
        for index in 0..<rows.count where codes[row + index] == none {
            levels[row + index] = code(lowered.ownLevel)
        }
    }

    /// What the plain evaluator says of some rows.
    private struct Judged: Sendable {
        var verdicts: [RuleVerdict] = []
        /// What those lack that are undetermined.
        var lack = Lack()
    }

    /// Lets the plain evaluator judge the rows that are unsettled; returns them.
    private func judgeOpen(
        _ codes: Codes, _ levels: Codes?, by judge: PlainJudge
    ) -> (rows: Set<Int>, lack: Lack) {
        let wanted = CodeSet([VerdictCode.unsettled])
        var rows: [Int] = []
        while let next = codes.next(from: (rows.last ?? -1) + 1, wanted: wanted) {
            rows.append(next)
        }
        // Rows that are compared with each other are looked at once.
        let size = judge.isWhole ? max(rows.count, 1) : PlainJudge.batch * 2
        let batches = stride(from: 0, to: rows.count, by: size).map { start in
            Array(rows[start..<min(start + size, rows.count)])
        }
        let standIns = standIns
        let judged = Parallel.map(batches.count, threads: threads) { _, batch in
            var judged = Judged()
            judged.verdicts = judge.verdicts(
                batches[batch], lack: &judged.lack, standIns: standIns)
            return judged
        }
        var lack = Lack()
        for (batch, judged) in zip(batches, judged) {
            for (row, found) in zip(batch, judged.verdicts) {
                codes[row] = VerdictCode.of(found.verdict)
                levels?[row] = Self.code(found.level)
            }
            lack.add(judged.lack)
        }
        return (Set(rows), lack)
    }
}
