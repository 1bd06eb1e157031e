package import CEL
package import HeguiDiagnostics
package import HeguiYAML

/// A CEL expression of a pack, checked, with where it stands.
package struct Expression: Sendable {
    package let source: Scalar
    package let checked: CheckedExpression
    /// The variables in scope, in the order in which a program takes them.
    package let variables: [String]

    package init(source: Scalar, checked: CheckedExpression, variables: [String]) {
        self.source = source
        self.checked = checked
        self.variables = variables
    }

    /// As it is written.
    package var text: String { source.text }
}

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
