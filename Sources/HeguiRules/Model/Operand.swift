/// A value that a pack writes down or computes.
package enum Operand<Literal: Sendable>: Sendable {
    case literal(Literal)
    case expression(Expression)
}
