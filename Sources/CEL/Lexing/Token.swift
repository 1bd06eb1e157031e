/// A word of an expression and where it stands.
struct Token: Sendable {
    /// What the word is.
    enum Kind: Sendable {
        case identifier(String)
        /// A field name between backticks.
        case quotedIdentifier(String)
        /// A literal other than a signed integer.
        case constant(Value)
        /// The magnitude of a signed integer: the parser knows the sign.
        case magnitude(UInt64)
        case symbol(Symbol)
        case end
    }

    var kind: Kind
    /// UTF-8 offsets in the expression's text.
    var range: Range<Int>
}
