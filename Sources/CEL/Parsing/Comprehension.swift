/// A macro that walks over a list, a map or an optional.
package struct Comprehension: Sendable {
    /// Which macro it is.
    package enum Kind: Sendable {
        case all, exists, existsOne, filter, map
        case transformList, transformMap, transformMapEntry, sortBy
        case optionalMap, optionalFlatMap
    }

    package var kind: Kind
    /// The macro's name as it was written.
    package var macro: SyntaxNode.Word
    package var target: SyntaxNode.ID
    /// One variable, or two: index or key, and value.
    package var variables: [SyntaxNode.Word]
    /// The filter of `map` and `transform…` with one argument more.
    package var filter: SyntaxNode.ID?
    package var body: SyntaxNode.ID
}
