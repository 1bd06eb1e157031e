package import HeguiCalendar
import HeguiColumns
package import HeguiDiagnostics
import HeguiPack
package import HeguiReview
package import HeguiTables

extension Plan {
    /// Returns the review of tables in columns on the day `asOf`: the same, verdict for verdict,
    /// as that of the same tables row by row. Outcomes are made when they are asked for.
    ///
    /// - Throws: why the pack's rules cannot be reviewed from columns.
    /// - Complexity: linear in rows × rules, in a few bytes for each.
    package func run(
        columns tables: ColumnTables, asOf: Day, threads: Int
    ) throws(ColumnRefusal) -> Review {
        let plan = serving(tables.given)
        try plan.check(columns: tables)
        let account = plan.account(of: tables, asOf: asOf, threads: threads)
        var tables = tables
        tables.openRows += plan.openRows(account, files: tables.files, given: tables.given)
        let store = ColumnStore(tables, schema: plan.schema, threads: threads)
        return ColumnRun(store: store, plan: plan, asOf: asOf, packed: nil)
            .review(account?.items ?? [])
    }

    /// Returns the review of plain tables on the day `asOf`, worked on columns where they tell.
    ///
    /// - Complexity: linear in the cells, and as on columns from there.
    package func run(packing tables: Tables, asOf: Day, threads: Int) -> Review {
        let run = ready(for: tables, asOf: asOf)
        let store = ColumnStore(
            PackedTables(run).tables, schema: run.plan.schema, threads: threads,
            rowStore: run.rowStore)
        return ColumnRun(
            store: store, plan: run.plan, asOf: asOf,
            packed: PackedRun(run: run, wording: Wording(run))
        ).review(run.material)
    }
}

extension ColumnRun {
    /// Returns the review, with what became of the annexes that were to be handed in.
    fileprivate func review(_ material: [MaterialItem]) -> Review {
        let (run, tables, threads) = (self, store.tables, store.threads)
        let pack = plan.pack
        var recorded = ColumnStatements(run, run.rules())
        var register = StatementRegister(pack)
        register.apply(tables.waivers, tables.explanations, to: &recorded)
        let rules = recorded.applied
        let (awards, summaries) = Parallel.both(threads: threads) {
            run.standings(rules)
        } _: {
            run.summaries(of: rules)
        }
        var diagnostics = tables.diagnostics + register.diagnostics
        if !pack.effective.contains(asOf) { diagnostics.append(.policyNotInForce(pack, on: asOf)) }
        var review = Review(
            pack: pack, asOf: asOf,
            outcomes: OutcomeList(from: ColumnOutcomes(rules.map { ColumnPart($0) }, run)),
            standings: awards.standings, rules: summaries,
            dataFindings: tables.findings + run.treeFindings(), files: tables.files,
            diagnostics: diagnostics, material: material,
            faults: { run.faults.diagnostics })
        for table in tables.tables where table.isGiven {
            review.given[table.dataset.name] = table.rowCount
        }
        review.unmatchedNominations = awards.unmatched
        review.identities = run.identities
        return review
    }
}

extension ColumnRun {
    func summaries(of rules: [ColumnRule]) -> [RuleSummary] {
        Parallel.map(rules.count, threads: store.threads) { _, number in summary(of: rules[number])
        }
    }

    private func summary(of rule: ColumnRule) -> RuleSummary {
        let histogram = rule.codes.histogram()
        var counts: [Verdict: Int] = [:]
        for verdict in Verdict.allCases {
            let count = histogram[Int(VerdictCode.of(verdict))]
            if count > 0 { counts[verdict] = count }
        }
        let declared = rule.planned.rule
        let silence = RuleSilence(
            pack: plan.pack, dataset: rule.table.dataset, isGiven: rule.table.isGiven,
            rowCount: rule.table.rowCount, counts: counts)
        let reason = silence.silence(
            failed: { rule.firstFailed }, lack: { rule.lack(standIns: standIns) })
        return RuleSummary(
            rule: declared.id, clause: declared.clause, title: declared.title,
            level: declared.level, counts: counts, explained: rule.explained,
            notRun: reason?.message, missing: reason?.missing ?? [])
    }

    /// Returns the standings of all awards, each decided after those that come before it, and the
    /// nominations that name nobody.
    func standings(
        _ rules: [ColumnRule]
    ) -> (standings: StandingList, unmatched: [UnmatchedNomination]) {
        let byID = Dictionary(
            rules.map { ($0.planned.rule.id, $0) }, uniquingKeysWith: { first, _ in first })
        var decided: [String: AwardDecision] = [:]
        var unmatched: [String: [UnmatchedNomination]] = [:]
        for planned in plan.awardOrder {
            let source = ColumnAwardSource(self, planned, rules: byID)
            let nominations = nominations(planned)
            unmatched[planned.award.id] = nominations?.unmatched
            let run = AwardRun(
                source: source, planned: planned, earlier: decided.mapValues(\.standings),
                nominations: nominations)
            decided[planned.award.id] = AwardDecision(run, source, of: run.candidates())
        }
        let all = plan.awards.compactMap { decided[$0.award.id] }
        let brief = all.count == 1 ? all[0].standings : all.flatMap(\.standings)
        let places = all.flatMap { decision in
            decision.standings.indices.map { (decision, $0) }
        }
        let list = StandingList(brief: brief) { index, _ in
            places[index].0.explained(places[index].1)
        }
        return (list, plan.awards.flatMap { unmatched[$0.award.id] ?? [] })
    }

    private func nominations(_ planned: PlannedAward) -> Nominations? {
        guard let list = planned.nominations else { return nil }
        let plain = PlainTable(self, table: list.table, RuleInputs(list, plan.schema)).run
        let table = store.tables.tables[list.table]
        return Nominations(planned, plain.rowStore, frame: { try? plain.frame($0) }) { row in
            guard case .reference(let place, _) = table.meanings[list.column] else { return nil }
            let found = table.cell(row: row.row, place: place)
            return found >= 0 ? Int(found) : nil
        }
    }
}

extension Plan {
    /// Checks that the pack as a whole can be reviewed from these tables.
    ///
    /// - Throws: why it cannot.
    package func check(columns tables: ColumnTables) throws(ColumnRefusal) {
        for relation in schema.relations {
            guard let tree = relation.tree, tables.tables[relation.target].isGiven else { continue }
            if case .reference(_, relation.target) = tables.tables[relation.target].meanings[tree] {
                continue
            }
            throw ColumnRefusal(
                zh: "规则包逐级汇总，而上级不能按列得出",
                en: "the pack rolls up along a tree that columns do not tell")
        }
    }
}

extension ColumnRun {
    /// Returns a finding for each row that stands below itself, as the plain evaluator words it.
    func treeFindings() -> [DataFinding] {
        if let packed { return packed.run.treeFindings() }
        var findings: [DataFinding] = []
        var seen: Set<[Int]> = []
        for (number, relation) in plan.schema.relations.enumerated() {
            guard let tree = relation.tree, seen.insert([relation.target, tree]).inserted,
                let cycles = store.hierarchy(ofRelation: number)?.cycles, !cycles.isEmpty
            else { continue }
            let plain = PlainRows(cycles.sorted(), of: relation.target, .none, in: store)
            let run = Run(plan: plan.judging([]), tables: plain.tables(), asOf: asOf)
            findings += run.treeFindings(along: number)
        }
        return findings
    }
}

/// How a rule is worked.
package struct RulePlan: Sendable {
    /// The rule's id.
    package let rule: String
    /// Why it is worked row by row; nil for one that is worked on columns.
    package let obstacle: Message?
}

extension Plan {
    /// Returns for each rule, in the pack's order, how it is worked on these tables.
    package func explanation(columns tables: ColumnTables, asOf: Day) -> [RulePlan] {
        let store = ColumnStore(tables, schema: schema, threads: 1)
        let lowering = RuleLowering(store, pack: pack, planner: planner, asOf: asOf)
        return rules.map { planned in
            do throws(LoweringObstacle) {
                _ = try lowering.lowered(planned)
                return RulePlan(rule: planned.rule.id, obstacle: nil)
            } catch {
                return RulePlan(rule: planned.rule.id, obstacle: error.reason)
            }
        }
    }
}
