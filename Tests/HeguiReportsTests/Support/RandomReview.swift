import HeguiDiagnostics
import HeguiTables
import HeguiTestSupport

@testable import HeguiPack
@testable import HeguiReview

/// Reviews of all kinds of outcomes, the same for the same seed.
struct RandomReview {
    private var generator: SeededNumbers

    private init(seed: UInt64) {
        generator = SeededNumbers(seed: seed)
    }

    /// Some are empty, some clean and some incomplete.
    static func review(seed: UInt64) -> Review {
        var random = RandomReview(seed: seed)
        var review = SampleReview.review
        let verdicts: [Verdict] =
            seed % 4 == 0 ? [.met, .notApplicable, .pending] : Verdict.allCases
        var outcomes: [Outcome] = []
        for rule in review.rules where rule.notRun == nil {
            for row in 0..<Int.random(in: 0...12, using: &random.generator) {
                outcomes.append(random.outcome(rule, row, verdicts))
            }
        }
        review.outcomes = OutcomeList(outcomes)
        for index in review.rules.indices {
            let own = outcomes.filter { $0.rule == review.rules[index].rule }
            review.rules[index].counts = Dictionary(grouping: own, by: \.verdict)
                .mapValues(\.count)
            review.rules[index].explained = own.count {
                $0.verdict == .violated && $0.explanation != nil
            }
        }
        let findings = Int.random(in: 0...4, using: &random.generator)
        review.dataFindings = (0..<findings).map { random.finding($0) }
        if seed % 3 != 0 { review.diagnostics = [] }
        if seed % 4 == 0 { review.dataFindings = review.dataFindings.filter { $0.level == .hint } }
        return review
    }

    private mutating func outcome(
        _ rule: RuleSummary, _ row: Int, _ verdicts: [Verdict]
    ) -> Outcome {
        let verdict = verdicts.randomElement(using: &generator) ?? .met
        let subject = Outcome.Subject(
            type: "person", row: row, id: "P\(row)", name: text(), groupID: "G\(row % 3)",
            groupName: nil)
        let words = text()
        var outcome = Outcome(
            rule: rule.rule, clause: rule.clause, subject: subject, verdict: verdict,
            level: Level.allCases.randomElement(using: &generator) ?? .hint, dueIsCertain: true,
            sources: Bool.random(using: &generator) ? [SampleOutcomes.cell(row + 2, 3)] : [],
            missing: [], message: Message(zh: words, en: words))
        if verdict == .violated, Bool.random(using: &generator) {
            outcome.explanation = SampleOutcomes.all.lazy.compactMap(\.explanation).first
        }
        if verdict == .waived {
            outcome.waiver = SampleOutcomes.all.lazy.compactMap(\.waiver).first
        }
        return outcome
    }

    private mutating func finding(_ row: Int) -> DataFinding {
        let words = text()
        return DataFinding(
            code: Bool.random(using: &generator) ? "D0001" : "D0004",
            level: Level.allCases.randomElement(using: &generator) ?? .hint,
            message: Message(zh: words, en: words), cell: SampleOutcomes.cell(row + 2, 4))
    }

    /// Text with all that some format gives a meaning to.
    private mutating func text() -> String {
        let pieces = [
            "甲", "a,b", "\"", "<b>", "&", "|", "\n", "::", "%", "# SKIP", "\\", "{0}", "](x)", "=1",
            "'", "\t", "…",
        ]
        let count = Int.random(in: 1...6, using: &generator)
        return (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined() + "字"
    }
}
