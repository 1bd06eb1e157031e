/// What an expression may take, so that no input can crash, hang or exhaust memory.
public struct ResourceLimits: Hashable, Sendable {
    /// UTF-8 code units of an expression's text.
    public var expressionLength = 100_000
    /// How deep an expression may nest; every pass recurses at most this deep.
    public var nestingDepth = 100
    /// Rounds of an evaluation's comprehensions, all taken together: one for each element that a
    /// macro such as `filter` comes to, so that a macro inside of one counts each time that it runs.
    public var comprehensionSteps = 1_000_000
    /// Steps of an evaluation: one for each node of each round of a comprehension, one for each
    /// element that is read and four for each that is made, one for each eight bytes of text, and
    /// one for each byte that a regular expression is matched against.
    public var cost = 10_000_000

    /// The limits that an environment begins with.
    public init() {}
}
