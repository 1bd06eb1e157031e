package import HeguiDiagnostics
package import HeguiIntake
package import HeguiRules
import HeguiYAML

/// Runs the examples of a pack's rules and awards.
package struct ExampleRunner {
    /// A field of an outcome that is not what an example expects.
    package struct Mismatch: Hashable, Sendable {
        package let example: String
        package let field: String
        package let expected: String
        package let actual: String
        package let span: Span
    }

    private let pack: Pack
    private var plans: [String: Plan] = [:]

    package init(_ pack: Pack) {
        self.pack = pack
    }

    /// Returns where `example` of `rule` differs from the outcome over `tables`, the example's own
    /// rows; empty where it holds.
    package mutating func run(
        _ example: Example, of rule: Rule, tables: Tables
    ) -> [Mismatch] {
        let review = review(example, rules: [rule.id], tables)
        let outcomes = review.outcomes.filter { $0.rule == rule.id }
        guard let outcome = outcomes.first(where: { matches($0.subject, example) }) else {
            return [Self.noSubject(example)]
        }
        return mismatches(of: example) { OutcomeField.text(of: $0, in: outcome) }
    }

    /// Returns where `example` of `award` differs from the standing over `tables`.
    package mutating func run(
        _ example: Example, of award: Award, tables: Tables
    ) -> [Mismatch] {
        let review = review(example, rules: Set(pack.neededRules(of: award)), tables)
        let standings = review.standings.filter { $0.award == award.id }
            .sorted { $0.subject.row < $1.subject.row }
        guard let standing = standings.first(where: { matches($0.subject, example) }) else {
            return [Self.noSubject(example)]
        }
        return mismatches(of: example) { OutcomeField.text(of: $0, in: standing) }
    }

    private mutating func review(
        _ example: Example, rules: Set<String>, _ tables: Tables
    ) -> Review {
        let key = rules.sorted().joined(separator: " ")
        var plan = plans[key] ?? Plan(pack, rules: rules)
        plans[key] = plan
        for index in plan.pack.parameters.indices {
            guard let value = example.settings[plan.pack.parameters[index].name] else { continue }
            plan.pack.parameters[index].values = [Parameter.Dated(from: nil, value: value)]
        }
        return plan.run(tables: tables, asOf: example.asOf)
    }

    private func matches(_ subject: Outcome.Subject, _ example: Example) -> Bool {
        example.subject.map { $0 == subject.id || $0 == subject.name } ?? true
    }

    private func mismatches(
        of example: Example, _ actual: (String) -> String?
    ) -> [Mismatch] {
        example.expectations.compactMap { expectation in
            let text = actual(expectation.field)
            if OutcomeField.agrees(expectation.value.text, text) { return nil }
            return Mismatch(
                example: example.name, field: expectation.field,
                expected: expectation.value.text, actual: text ?? "—",
                span: expectation.value.span)
        }
    }

    private static func noSubject(_ example: Example) -> Mismatch {
        Mismatch(
            example: example.name, field: "subject", expected: example.subject ?? "1", actual: "—",
            span: example.span)
    }
}
