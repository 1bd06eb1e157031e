package import HeguiDiagnostics
import HeguiYAML

/// A value that a pack writes down or computes.
package enum Operand<Literal: Sendable>: Sendable {
    /// `at` is where it is written; nil for what a pack leaves to a default.
    case literal(Literal, at: Span?)
    case expression(Expression)

    /// The expression, where it is computed.
    package var expression: Expression? {
        if case .expression(let expression) = self { expression } else { nil }
    }

    /// The value, where it is written down.
    package var literal: Literal? {
        if case .literal(let literal, _) = self { literal } else { nil }
    }

    /// Where it is written, if anywhere.
    package var span: Span? {
        switch self {
        case .literal(_, let span): span
        case .expression(let expression): expression.source.span
        }
    }
}
