/// What an expression may take, so that no input can crash, hang or exhaust memory.
public struct Limits: Hashable, Sendable {
    /// UTF-8 code units of an expression's text.
    public var expressionLength = 100_000
    /// How deep an expression may nest; every pass recurses at most this deep.
    public var nestingDepth = 100
    /// Steps of an evaluation: one for each node of each round of a comprehension, and one for each
    /// eight bytes or elements that a function reads or makes.
    public var cost = 10_000_000

    /// The limits that an environment begins with.
    public init() {}
}
