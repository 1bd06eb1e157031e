/// A situation of tests/*.yaml and what rules and awards say of several of its rows.
package struct TestCase: Sendable {
    package enum Target: Hashable, Sendable {
        case rule(String)
        case award(String)
    }

    /// What one rule or award must say of one row.
    package struct Check: Sendable {
        package let target: Target
        package let example: Example

        package init(target: Target, example: Example) {
            self.target = target
            self.example = example
        }
    }

    package let situation: Situation
    package let checks: [Check]

    package init(situation: Situation, checks: [Check]) {
        self.situation = situation
        self.checks = checks
    }
}
