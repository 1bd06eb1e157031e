/// An expression whose form is right; names and types are not yet known to be.
public struct ParsedExpression: Sendable {
    /// The text that was parsed.
    public let text: String
    package let nodes: [SyntaxNode]
    package let root: SyntaxNode.ID
}

extension ParsedExpression: CustomStringConvertible {
    /// The expression in one way of writing it: it parses to the same expression again.
    public var description: String { Printer(nodes: nodes).text(root) }
}
