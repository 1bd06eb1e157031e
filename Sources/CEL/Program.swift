/// An expression ready to run many times.
public struct Program: Sendable {
    /// The order in which `evaluate` takes its arguments.
    public let variables: [String]

    /// Returns the value for `arguments`, one for each of `variables`; errors and unknowns are values.
    public func evaluate(_ arguments: [Value]) -> Value {
        .null
    }
}
