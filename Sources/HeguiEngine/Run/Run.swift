import CEL
package import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
package import HeguiReview
package import HeguiTables

/// One review in the making: the plan, the data as values, and the day.
struct Run {
    let plan: Plan
    let tables: Tables
    let asOf: Day
    let rowStore: RowStore
    /// The parameters in force on the as-of day.
    let parameters: ParametersObject
    /// What became of the annexes that are to be handed in.
    var material: [MaterialItem] = []
    private let isDated: Bool
    private let recorder: BoundaryRecorder?

    /// Computes all columns. `open` says which relations are open where these are not all rows.
    init(
        plan: Plan, tables: Tables, asOf: Day, recorder: BoundaryRecorder? = nil,
        open: OpenRelations? = nil
    ) {
        let parameters = ParametersObject(plan.pack.parameters, on: DayRange(asOf))
        rowStore = RowStore(schema: plan.schema, tables: tables)
            .opened(tables.openRows, known: open)
            .computing(plan.columns) { current, row in
                var frame = Frame(
                    rowStore: current, calendar: plan.pack.calendar, asOf: asOf, subject: row,
                    parameters: parameters)
                frame.probe = recorder.map { BoundaryProbe(recorder: $0, scope: .columns) }
                return frame
            }
        self.plan = plan
        self.tables = tables
        self.asOf = asOf
        self.parameters = parameters
        self.recorder = recorder
        isDated = plan.pack.parameters.contains { $0.values.count > 1 }
    }

    func review() -> Review {
        var outcomes: [Outcome] = []
        outcomes.reserveCapacity(
            plan.rules.reduce(0) { $0 + rowStore.tables[$1.table].rows.count })
        var starts: [String: Int] = [:]
        let wording = Wording(self)
        for rule in plan.rules {
            starts[rule.rule.id] = outcomes.count
            RuleRun(run: self, planned: rule, wording: wording).append(to: &outcomes)
        }
        var recorded = RunOutcomes(run: self, starts: starts, outcomes: outcomes)
        outcomes = []
        var register = StatementRegister(plan.pack)
        register.apply(tables.waivers, tables.explanations, to: &recorded)
        outcomes = recorded.outcomes
        let (standings, unmatched) = standings(outcomes, starts)
        let standIns = tables.openRows.standIns
        let summaries = plan.rules.map { rule in
            summary(of: rule, outcomes[(starts[rule.rule.id] ?? 0)...], standIns: standIns)
        }
        var diagnostics = tables.diagnostics + register.diagnostics
        if !plan.pack.effective.contains(asOf) {
            diagnostics.append(.policyNotInForce(plan.pack, on: asOf))
        }
        var review = Review(
            pack: plan.pack, asOf: asOf, outcomes: OutcomeList(outcomes),
            standings: StandingList(standings),
            rules: summaries, dataFindings: tables.findings + treeFindings(), files: tables.files,
            diagnostics: diagnostics, material: material)
        for table in tables.tables where table.isGiven {
            review.given[table.dataset] = table.rows.count
        }
        review.unmatchedNominations = unmatched
        review.identities = identities
        return review
    }

    /// Returns the standings of all awards, each decided after those that come before it, and the
    /// nominations that name nobody.
    private func standings(
        _ outcomes: [Outcome], _ starts: [String: Int]
    ) -> ([Standing], [UnmatchedNomination]) {
        var decided: [String: [Standing]] = [:]
        var unmatched: [String: [UnmatchedNomination]] = [:]
        for award in plan.awardOrder {
            let nominations = Nominations(award, rowStore, frame: { try? frame($0) }) { row in
                award.nominations.flatMap { rowStore.target(of: row, column: $0.column) }
            }
            unmatched[award.award.id] = nominations?.unmatched
            decided[award.award.id] =
                AwardRun(
                    source: RunAwardSource(
                        run: self, table: award.table, outcomes: outcomes, starts: starts),
                    planned: award, earlier: decided, nominations: nominations
                ).standings()
        }
        let ids = plan.awards.map(\.award.id)
        return (ids.flatMap { decided[$0] ?? [] }, ids.flatMap { unmatched[$0] ?? [] })
    }

    /// Returns the frame in which `row` is judged; `versionBy` gives the day by which dated
    /// parameters are chosen, `owner` is the rule or award that judges.
    func frame(
        _ row: RowReference, versionBy: PlannedExpression? = nil, owner: String? = nil
    ) throws(EvaluationError) -> Frame {
        var frame = Frame(
            rowStore: rowStore, calendar: plan.pack.calendar, asOf: asOf, subject: row,
            parameters: parameters)
        frame.probe = owner.flatMap { probe($0, row: row.row) }
        guard let versionBy, isDated else { return frame }
        let version: ParametersObject
        switch try versionBy.day(frame) {
        case .known(let day?):
            version = ParametersObject(
                plan.pack.parameters, on: day.days, causes: day.cause.map { [$0] } ?? [])
        case .known(nil):
            version = ParametersObject(
                plan.pack.parameters, on: nil, causes: versionBy.missingCells(frame))
        case .unknown(let causes):
            version = ParametersObject(plan.pack.parameters, on: nil, causes: causes)
        }
        var versioned = Frame(
            rowStore: rowStore, calendar: plan.pack.calendar, asOf: asOf, subject: row,
            parameters: version)
        versioned.probe = frame.probe
        return versioned
    }

    /// Returns where `owner` notes boundaries for `row`, or for all rows.
    func probe(_ owner: String, row: Int?) -> BoundaryProbe? {
        recorder.map { BoundaryProbe(recorder: $0, scope: .init(owner: owner, row: row)) }
    }

    /// Returns how outcomes name a row.
    func subject(_ row: RowReference) -> Outcome.Subject {
        let type = plan.schema.tables[row.table].singular
        let names = rowStore.names(ofTable: row.table)
        guard names.ids.indices.contains(row.row) else {
            return Outcome.Subject(type: type, row: row.row, id: "", name: "")
        }
        var subject = Outcome.Subject(
            type: type, row: row.row, id: names.ids[row.row], name: names.names[row.row])
        if let group = group(of: row) {
            let groups = rowStore.names(ofTable: group.table)
            subject.groupID = groups.ids[group.row]
            subject.groupName = groups.names[group.row]
        }
        return subject
    }

    /// The row under which `row` is reported: its group, or that one's own (a move, its member,
    /// the member's unit).
    private func group(of row: RowReference) -> RowReference? {
        let schema = plan.schema
        var last: RowReference?
        var current = row
        for _ in schema.tables {
            guard case .reference(let column, let target)? = schema.tables[current.table].group,
                let number = rowStore.target(of: current, column: column)
            else { break }
            current = RowReference(table: target, row: number)
            last = current
        }
        return last
    }
}

extension Run {
    /// Returns a finding for each row that stands below itself; its roll-ups are unknown.
    func treeFindings() -> [DataFinding] {
        var seen: Set<[Int]> = []
        var findings: [DataFinding] = []
        for (number, relation) in plan.schema.relations.enumerated() {
            guard let tree = relation.tree, seen.insert([relation.target, tree]).inserted else {
                continue
            }
            findings += treeFindings(along: number)
        }
        return findings
    }

    /// Returns a finding for each row that stands below itself along the tree of a relation.
    func treeFindings(along number: Int) -> [DataFinding] {
        let relation = plan.schema.relations[number]
        guard let tree = relation.tree else { return [] }
        return rowStore.tables[relation.target].rows.indices.filter {
            rowStore.isInCycle($0, ofRelation: number)
        }.map { finding($0, table: relation.target, column: tree) }
    }

    private func finding(_ row: Int, table: Int, column: Int) -> DataFinding {
        let dataset = plan.schema.tables[table].dataset
        let title = Message(dataset.columns[column].title)
        let source = rowStore.tables[table].rows[row]
        let name = rowStore.names(ofTable: table).names[row]
        let cell = source.cells.indices.contains(column) ? source.cells[column] : nil
        return DataFinding(
            code: DataCode.ancestryCyclic.rawValue, level: .mandatory,
            message: Message(
                zh: "“\(name)”按“\(title.zh)”逐级向上又回到自己",
                en: "“\(name)” stands below itself along “\(title.en)”"),
            cell: cell ?? source.address, dataset: dataset.name,
            help: Message(
                zh: "改正其中一行的“\(title.zh)”", en: "mend “\(title.en)” in one of these rows"))
    }
}

extension Plan {
    /// Returns the review of `tables` on the day `asOf`.
    ///
    /// With `recorder`, boundaries that values meet are noted there.
    ///
    /// - Complexity: linear in rows × rules, and in the rows of the relations that rules look at.
    package func run(
        tables: Tables, asOf: Day, recorder: BoundaryRecorder? = nil
    ) -> Review {
        ready(for: tables, asOf: asOf, recorder: recorder).review()
    }

    /// Returns the run that judges `tables`, with all columns computed and with the rows that may
    /// exist because an annex did not come.
    func ready(for tables: Tables, asOf: Day, recorder: BoundaryRecorder? = nil) -> Run {
        let given = Set(tables.tables.filter(\.isGiven).map(\.dataset))
        let plan = serving(given)
        let account = plan.account(of: tables, asOf: asOf)
        var tables = tables
        tables.openRows += openRows(account, files: tables.files, given: given)
        var run = Run(plan: plan, tables: tables, asOf: asOf, recorder: recorder)
        run.material = account?.items ?? []
        return run
    }
}
