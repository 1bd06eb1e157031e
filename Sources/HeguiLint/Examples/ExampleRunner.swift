import HeguiColumns
import HeguiDiagnostics
import HeguiEngine
package import HeguiPack
package import HeguiReview
package import HeguiTables
import HeguiYAML

/// Runs the examples and test cases of a pack, which is planned once.
package struct ExampleRunner: Sendable {
    package let pack: Pack
    private let plan: Plan
    private let recorder: BoundaryRecorder?

    /// With a survey, results tell which of its boundaries were tried.
    package init(_ pack: Pack, survey: BoundarySurvey? = nil) {
        self.pack = pack
        plan = Plan(pack)
        recorder = survey.map { BoundaryRecorder($0) }
    }

    /// Returns what became of each check of `tests` over their tables, the rows that each gives, in
    /// their order.
    ///
    /// - Complexity: that of one review for each test, on so many `threads`.
    package func run(_ tests: [(test: TestCase, tables: Tables)], threads: Int) -> [[CheckResult]] {
        var plans: [Set<String>: Plan] = [:]
        for (_, tables) in tests where plans[tables.given] == nil {
            plans[tables.given] = plan.serving(tables.given)
        }
        let ready = plans
        return Parallel.map(tests.count, threads: threads) { _, number in
            let (test, tables) = tests[number]
            return run(test, tables: tables, by: ready[tables.given] ?? plan)
        }
    }

    private func run(_ test: TestCase, tables: Tables, by plan: Plan) -> [CheckResult] {
        let recorder = recorder?.blank()
        let review = review(of: test, over: tables, by: plan, recorder: recorder)
        return test.checks.map { check in
            var result =
                switch check.target {
                case .rule(let rule): result(check, of: rule, in: review, recorder: recorder)
                case .award(let award):
                    result(check, ofAward: award, in: review, recorder: recorder)
                }
            result.reasons =
                result.holds ? [] : result.reasons + tables.findings.prefix(4).map(\.reason)
            return result
        }
    }

    private func review(
        of test: TestCase, over tables: Tables, by plan: Plan, recorder: BoundaryRecorder?
    ) -> Review {
        var plan = plan.limited(to: Set(test.checks.flatMap { neededRules(of: $0.target) }))
        for index in plan.pack.parameters.indices {
            let name = plan.pack.parameters[index].name
            guard let value = test.situation.settings[name] else { continue }
            plan.pack.parameters[index].values = [Parameter.Dated(from: nil, value: value)]
        }
        return plan.run(tables: tables, asOf: test.situation.asOf, recorder: recorder)
    }

    private func neededRules(of target: TestCase.Target) -> [String] {
        switch target {
        case .rule(let rule): [rule]
        case .award(let id):
            pack.awards.first { $0.id == id }.map { pack.neededRules(of: $0) } ?? []
        }
    }

    private func result(
        _ check: TestCase.Check, of rule: String, in review: Review,
        recorder: BoundaryRecorder?
    ) -> CheckResult {
        var first: Outcome?
        for outcome in review.outcomes where outcome.rule == rule {
            guard matches(outcome.subject, check.example) else { continue }
            first = outcome
            break
        }
        guard let outcome = first else { return CheckResult(withoutSubject: check) }
        var result = CheckResult(check) { OutcomeField.text(of: $0, in: outcome) }
        result.outcome = outcome.verdict.rawValue
        if [.undetermined, .failed].contains(outcome.verdict) {
            result.reasons = [outcome.message]
        }
        result.marks = recorder?.marks(of: rule, row: outcome.subject.row) ?? []
        return result
    }

    private func result(
        _ check: TestCase.Check, ofAward award: String, in review: Review,
        recorder: BoundaryRecorder?
    ) -> CheckResult {
        let standings = review.standings.filter { $0.award == award }
            .sorted { $0.subject.row < $1.subject.row }
        guard let standing = standings.first(where: { matches($0.subject, check.example) }) else {
            return CheckResult(withoutSubject: check)
        }
        var result = CheckResult(check) { OutcomeField.text(of: $0, in: standing) }
        result.outcome = standing.result.rawValue
        result.marks = recorder?.marks(of: award, row: standing.subject.row) ?? []
        return result
    }

    private func matches(_ subject: Outcome.Subject, _ example: Example) -> Bool {
        guard let name = example.subject else { return true }
        // Rows without key and label are named by their place.
        return [subject.id, subject.name, "#\(subject.row + 1)"].contains(name)
    }
}

extension DataFinding {
    /// What is wrong with a row that an example gives.
    fileprivate var reason: Message {
        let (sheet, row) = (cell.sheet ?? "", cell.row)
        return Message(
            zh: "`given` 里 `\(sheet)` 第 \(row) 行：\(message.zh)",
            en: "row \(row) of `\(sheet)` in `given`: \(message.en)")
    }
}

extension Tables {
    /// The datasets that the data hold.
    fileprivate var given: Set<String> { Set(tables.filter(\.isGiven).map(\.dataset)) }
}
