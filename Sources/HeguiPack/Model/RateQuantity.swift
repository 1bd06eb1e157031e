/// The share of a relation's rows that fulfil a condition.
package struct RateQuantity: Sendable {
    package let relation: Relation
    package let variable: String
    package let numerator: Expression
    package let denominator: Expression?
    /// Numerator rows without it lower the lower bound.
    package let confirmed: Expression?
    package let window: Window?

    package init(
        relation: Relation, variable: String, numerator: Expression, denominator: Expression?,
        confirmed: Expression?, window: Window?
    ) {
        self.relation = relation
        self.variable = variable
        self.numerator = numerator
        self.denominator = denominator
        self.confirmed = confirmed
        self.window = window
    }
}
