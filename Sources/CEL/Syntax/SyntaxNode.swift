/// A node of a parsed expression. It names its children by their places in the array of nodes.
package struct SyntaxNode: Sendable {
    /// The place of a node in `ParsedExpression.nodes`.
    package typealias ID = Int

    package var kind: Kind
    /// UTF-8 offsets in the expression's text.
    package var range: Range<Int>

    /// What a node is.
    package enum Kind: Sendable {
        case constant(Value)
        /// A name. One with a leading dot is absolute: neither container nor macros hide it.
        case name(String, isAbsolute: Bool)
        case select(ID, field: Word, access: Access)
        case index(ID, ID, isOptional: Bool)
        case call(Call)
        /// `a && b && …` or `a || b || …`.
        case logical(isAnd: Bool, [ID])
        case conditional(ID, ID, ID)
        case list([Element])
        case map([Entry])
        /// A message literal. It is parsed, but the checker refuses it.
        case message(ID, [Entry])
        case comprehension(Comprehension)
        /// `cel.bind(variable, value, body)`.
        case binding(variable: Word, value: ID, body: ID)
    }

    /// How a field is read.
    package enum Access: Sendable {
        /// `a.b`
        case value
        /// `a.?b`
        case optional
        /// `has(a.b)`
        case presence
    }

    /// A word of the text that is no node: the name of a field, a variable or a function.
    package struct Word: Sendable {
        package var text: String
        package var range: Range<Int>
    }

    /// A call of a function, method or operator (`_+_`).
    package struct Call: Sendable {
        package var function: Word
        package var target: ID?
        package var arguments: [ID]
        package var isOperator = false
    }

    /// An element of a list literal.
    package struct Element: Sendable {
        package var value: ID
        /// Written `[?e]`.
        package var isOptional: Bool
    }

    /// An entry of a map literal.
    package struct Entry: Sendable {
        package var key: ID
        package var value: ID
        /// Written `{?k: v}`.
        package var isOptional: Bool
    }

    /// Returns a function's name as users write it: `+` for `_+_`, `in` for `@in`.
    static func displayName(_ name: String) -> String {
        switch name {
        case "@in": "in"
        case "_[_]": "[]"
        case _ where name.contains("_") && !name.contains { $0.isLetter }:
            name.filter { $0 != "_" }
        default: name
        }
    }
}

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
    /// One variable; or two, an index or a key and a value.
    package var variables: [SyntaxNode.Word]
    /// The filter of `map` and `transform…`, if they have one argument more.
    package var filter: SyntaxNode.ID?
    package var body: SyntaxNode.ID
}
