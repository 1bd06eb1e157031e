/// One mistake in an expression.
public struct Issue: Hashable, Sendable {
    /// A stable name of the kind of mistake, such as `undeclared-field`.
    public var kind: String
    /// One line, lower case, the user's words in backticks.
    public var message: String
    /// UTF-8 offsets in the expression's text.
    public var range: Range<Int>
    /// What to do, such as ``did you mean `amount`?``.
    public var help: String?

    /// Makes an issue at UTF-8 offsets `range`.
    public init(kind: String, message: String, range: Range<Int>, help: String? = nil) {
        self.kind = kind
        self.message = message
        self.range = range
        self.help = help
    }
}
