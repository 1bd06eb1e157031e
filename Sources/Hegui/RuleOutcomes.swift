import HeguiEngine

/// The outcomes of one rule, of the verdicts that were asked for.
public struct RuleOutcomes: Sendable {
    private let facts: RuleFacts

    /// The rule's id.
    public var rule: String { facts.rule }

    init(_ facts: RuleFacts) {
        self.facts = facts
    }

    /// Calls `body` with each outcome, in the order of rows; none outlives its call.
    public func forEach(_ body: (OutcomeBrief) -> Void) {
        facts.forEach { body(OutcomeBrief($0)) }
    }
}
