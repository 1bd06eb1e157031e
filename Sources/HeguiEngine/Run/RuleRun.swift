import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiTables

/// Judges all rows of a rule's dataset.
struct RuleRun {
    let run: Run
    let planned: PlannedRule
    let wording: Wording

    /// Adds one outcome for each row, in their order.
    func append(to outcomes: inout [Outcome]) {
        append(run.rowStore.tables[planned.table].rows.indices, to: &outcomes)
    }

    /// Adds the outcomes of `rows`, in their order.
    func append(_ rows: some Collection<Int>, to outcomes: inout [Outcome]) {
        guard !rows.isEmpty else { return }
        append(rows, judgedBy: prepared(), to: &outcomes)
    }

    /// Adds the outcomes of `rows`, in their order, as a judge sees them that `prepared()` gave.
    func append(
        _ rows: some Collection<Int>, judgedBy judge: Result<any Judge, EvaluationError>,
        to outcomes: inout [Outcome]
    ) {
        switch judge {
        case .success(let judge): for row in rows { outcomes.append(outcome(row, judge)) }
        case .failure(let error):
            for row in rows { outcomes.append(failed(reference(row), error)) }
        }
    }

    /// Does what has to be done once for all rows.
    func prepared() -> Result<any Judge, EvaluationError> {
        let count = run.rowStore.tables[planned.table].rows.count
        return Result { () throws(EvaluationError) in
            try planned.requirement.prepared(
                Subjects(count: count) { (row) throws(EvaluationError) in try frame(row) })
        }
    }

    /// Judges one row and keeps in `log` what is evaluated for it.
    func judge(_ row: Int, _ log: EvaluationLog) {
        guard let judge = try? prepared().get(), var frame = try? frame(row) else { return }
        frame.log = log
        guard let judgement = try? judgement(frame, judge), judgement.verdict != .notApplicable
        else { return }
        _ = try? level(of: judgement, frame)
    }

    private func reference(_ row: Int) -> RowReference {
        RowReference(table: planned.table, row: row)
    }

    private func frame(_ row: Int) throws(EvaluationError) -> Frame {
        try run.frame(
            reference(row), versionBy: planned.versionBy, owner: planned.rule.id)
    }

    /// Returns the verdicts of `rows`, in their order, without the words and cells of outcomes.
    func verdicts(
        of rows: some Collection<Int>, judgedBy judge: Result<any Judge, EvaluationError>
    ) -> [RuleVerdict] {
        rows.map { row in
            do throws(EvaluationError) {
                return try verdict(row, judge.get())
            } catch {
                return RuleVerdict(verdict: .failed, level: planned.rule.level)
            }
        }
    }

    private func verdict(_ row: Int, _ judge: any Judge) throws(EvaluationError) -> RuleVerdict {
        let frame = try frame(row)
        let judgement = try judgement(frame) { (frame) throws(EvaluationError) in
            try judge.briefly(frame)
        }
        return RuleVerdict(
            verdict: judgement.verdict, level: try level(of: judgement, frame),
            causes: judgement.verdict == .undetermined ? judgement.causes : [])
    }

    private func outcome(_ row: Int, _ judge: any Judge) -> Outcome {
        let reference = reference(row)
        do {
            let frame = try frame(row)
            let judgement = try judgement(frame, judge)
            return outcome(judgement, frame, level: try level(of: judgement, frame))
        } catch {
            return failed(reference, error)
        }
    }

    private func judgement(
        _ frame: Frame, _ judge: any Judge
    ) throws(EvaluationError) -> Judgement {
        try judgement(frame) { (frame) throws(EvaluationError) in try judge.judge(frame) }
    }

    private func judgement(
        _ frame: Frame, judged: (Frame) throws(EvaluationError) -> Judgement
    ) throws(EvaluationError) -> Judgement {
        guard run.plan.pack.effective.contains(run.asOf) else {
            return Self.notInForce(on: run.asOf.description)
        }
        if let obstacle = try obstacle(frame) { return obstacle }
        switch try planned.condition?.truth(frame) ?? .known(true) {
        case .known(true):
            let judgement = try judged(frame)
            return planned.rule.modality == .soft ? judgement.softened : judgement
        case .known(false):
            var judgement = Judgement(.notApplicable)
            judgement.reason = Message(zh: "不在适用范围", en: "not concerned")
            return judgement
        case .unknown(let causes): return .undetermined(causes)
        }
    }

    /// Returns why the rule is not in force for the subject, or cannot be told to be; nil where
    /// it is. It goes by the day that chooses versions, or else by the as-of day.
    private func obstacle(_ frame: Frame) throws(EvaluationError) -> Judgement? {
        let effective = planned.rule.effective
        guard effective.from != nil || effective.until != nil else { return nil }
        guard let versionBy = planned.versionBy else {
            return effective.contains(run.asOf)
                ? nil : Self.notInForce(on: run.asOf.description)
        }
        switch try versionBy.day(frame) {
        case .unknown(let causes): return .undetermined(causes)
        case .known(nil): return .undetermined(versionBy.missingCells(frame))
        case .known(let day?):
            let all = DayRange(
                first: effective.from ?? .minimum, last: effective.until ?? .maximum)
            guard let all, all.intersects(day.days) else {
                return Self.notInForce(on: day.days.description)
            }
            return all.contains(day.days)
                ? nil : .undetermined(day.cause.map { [$0] } ?? [])
        }
    }

    private static func notInForce(on days: String) -> Judgement {
        var judgement = Judgement(.notApplicable)
        judgement.reason = Message(zh: "\(days)不在施行期内", en: "not in force on \(days)")
        return judgement
    }

    private func level(
        of judgement: Judgement, _ frame: Frame
    ) throws(EvaluationError) -> Level {
        // What guards the rule also guards its levels.
        if judgement.verdict == .notApplicable { return planned.rule.level }
        for levelCase in planned.levelCases {
            if case .known(true) = try levelCase.condition.truth(frame) { return levelCase.level }
        }
        return planned.rule.level
    }

    private func outcome(_ judgement: Judgement, _ frame: Frame, level: Level) -> Outcome {
        let subject = run.subject(frame.subject)
        let missing = wording.missing(judgement.causes)
        // What is missing for a verdict comes before what is there.
        var sources: [CellAddress] = missing.compactMap { named in
            if case .cell(let cell, _, _) = named.missing { cell } else { nil }
        }
        sources.formUnion(judgement.sources)
        if sources.isEmpty {
            sources = [
                run.rowStore.tables[frame.subject.table].rows[frame.subject.row].address
            ]
        }
        var outcome = Outcome(
            rule: planned.rule.id, clause: planned.rule.clause, subject: subject,
            verdict: judgement.verdict, level: level, observed: judgement.observed,
            required: judgement.required, gap: judgement.gap, due: judgement.due,
            nominalDue: judgement.nominalDue, dueIsCertain: judgement.dueIsCertain,
            done: judgement.done, daysLate: judgement.daysLate, rate: judgement.rate,
            lower: judgement.lower, upper: judgement.upper, parts: judgement.parts,
            sources: sources,
            missing: missing.map(\.missing),
            message: wording.message(
                of: judgement, missing: missing, subject: subject, planned, frame),
            remedy: planned.rule.remedy.map(Message.init), waiver: nil, explanation: nil)
        outcome.undecided = wording.undecided(judgement.undecided)
        return outcome
    }

    private func failed(_ row: RowReference, _ error: EvaluationError) -> Outcome {
        let subject = run.subject(row)
        return Outcome(
            rule: planned.rule.id, clause: planned.rule.clause, subject: subject,
            verdict: .failed, level: planned.rule.level, observed: nil, required: nil, gap: nil,
            due: nil, nominalDue: nil, dueIsCertain: true, done: nil, daysLate: nil, rate: nil,
            lower: nil, upper: nil, parts: [],
            sources: [run.rowStore.tables[row.table].rows[row.row].address], missing: [],
            message: Message(
                zh: "\(subject.name)：规则无法运行（\(error.message)）",
                en: "\(subject.name): the rule could not run (\(error.message))"),
            remedy: nil, waiver: nil, explanation: nil)
    }
}

/// What a rule says of one row, for whoever needs no more.
struct RuleVerdict: Sendable {
    let verdict: Verdict
    let level: Level
    /// What it lacks if it is undetermined.
    var causes: [UnknownCause] = []
}

extension Message {
    /// Returns the text of a pack in both languages.
    init(_ text: LocalizedText) {
        self.init(zh: text.text(in: .chinese), en: text.text(in: .english))
    }
}
