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
    package var macro: Expression.Word
    package var target: Expression.ID
    /// One variable, or two: index or key, and value.
    package var variables: [Expression.Word]
    /// The filter of `map` and `transform…` with one argument more.
    package var filter: Expression.ID?
    package var body: Expression.ID
}
