import HeguiLoader
import HeguiPack
import HeguiYAML
import HeguiDiagnostics

/// Outcomes that a rule or award can have and no example or test case shows (R0707).
struct ExamplePass {
    let pack: Pack
    let analyst: Analyst
    let context: LoadContext

    func run() {
        var shown: [TestCase.Target: Set<String>] = [:]
        for check in pack.tests.flatMap(\.checks) {
            let outcomes = check.example.expectations.filter { $0.field == "outcome" }
            shown[check.target, default: []].formUnion(outcomes.map(\.value.text))
        }
        for rule in pack.rules {
            let untried = rule.possibleOutcomes(analyst)
                .filter { shown[.rule(rule.id)]?.contains($0) != true }
            report(
                untried,
                Message(zh: "规则 `\(rule.id)`", en: "rule `\(rule.id)`"), at: rule.span)
        }
        for award in pack.awards {
            let untried = award.possibleOutcomes
                .filter { shown[.award(award.id)]?.contains($0) != true }
            report(
                untried,
                Message(zh: "评优项目 `\(award.id)`", en: "award `\(award.id)`"), at: award.span)
        }
    }

    private func report(_ untried: [String], _ owner: Message, at span: Span) {
        guard !untried.isEmpty else { return }
        context.report(.outcomesUnshown(untried, of: owner, at: span))
    }
}

extension Rule {
    /// Those of met, violated (advised, if soft) and pending that it can have.
    func possibleOutcomes(_ analyst: Analyst) -> [String] {
        let broken = modality == .soft ? "advised" : "violated"
        return ["met", broken] + (canBePending(analyst) ? ["pending"] : [])
    }

    /// A deadline of what is done already, or by a day that has come, is never pending.
    private func canBePending(_ analyst: Analyst) -> Bool {
        guard case .deadline(let deadline) = requirement, let condition else {
            return requirement.canBePending
        }
        if case .by(.expression(let day)) = deadline.due,
            !analyst.canLieAhead(day, under: condition, over: dataset)
        {
            return false
        }
        return analyst.canBeEmpty(deadline.done, under: condition, over: dataset)
    }
}
