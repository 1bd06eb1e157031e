package import CEL
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
