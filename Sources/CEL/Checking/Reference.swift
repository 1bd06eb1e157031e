/// What a name, selection or call of an expression stands for.
package enum Reference: Sendable {
    /// A declared variable, by its full name.
    case variable(String)
    /// A variable of a macro, by its place among those in scope.
    case local(slot: Int)
    /// A type as a value.
    case type(Type)
    /// A field of a declared record.
    case field(object: String, index: Int)
    /// A function, by its full name, with the overloads that may apply; `isNamespaced` if what
    /// looks like the target of a method is part of the name.
    case function(name: String, overloads: [Function.Overload], isNamespaced: Bool)
    /// Nothing: evaluating it fails. Only in expressions that were not checked.
    case unresolved(String)
}
