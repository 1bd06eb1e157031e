/// An expression whose form is right; names and types are not yet known to be.
public struct ParsedExpression: Sendable {
    /// The text that was parsed.
    public let text: String
    package let nodes: [Expression]
    package let root: Expression.ID
}
