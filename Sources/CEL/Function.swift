/// A function that the host adds, or an operator that it extends (`_<_`, `_+_`).
public struct Function: Sendable {
    /// The name by which it is called, with dots if it has a namespace.
    public var name: String
    /// Its signatures, in the order in which they are tried.
    public var overloads: [Overload]

    /// Makes a function; give it to `Environment.declare(_:)`.
    public init(name: String, overloads: [Overload]) {
        self.name = name
        self.overloads = overloads
    }
}
