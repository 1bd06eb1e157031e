/// A value of a type that the host supplies (civil days, periods).
public protocol OpaqueValue: Sendable, CustomStringConvertible {
    /// The declared type, `.opaque(…)`.
    var type: Type { get }
    /// Returns `.bool`, or `.unknown` where equality cannot be told.
    func isEqual(to other: any OpaqueValue) -> Value
}
