/// A value that a pack writes down or computes.
package enum Operand<Literal: Sendable>: Sendable {
    case literal(Literal)
    case expression(Expression)

    /// The expression, where it is computed.
    package var expression: Expression? {
        if case .expression(let expression) = self { expression } else { nil }
    }

    /// The value, where it is written down.
    package var literal: Literal? {
        if case .literal(let literal) = self { literal } else { nil }
    }
}
