/// A function that the host adds, or an operator that it extends (`_<_`, `_+_`).
public struct Function: Sendable {
    public var name: String
    public var overloads: [Overload]

    public init(name: String, overloads: [Overload]) {
        self.name = name
        self.overloads = overloads
    }
}
