/// A record of the host, read field by field.
public protocol ObjectValue: Sendable {
    /// The name under which the host declared its `ObjectType`.
    var typeName: String { get }
    /// Returns the value of field `index` of the declared `ObjectType`; `.null` where it is empty,
    /// `.unknown` where it cannot be told.
    func field(at index: Int) -> Value
    /// Returns what to name when an operation needs field `index` and it is empty.
    func cause(ofField index: Int) -> UnknownCause
    /// Returns whether both are the same record; by default no two are.
    func isIdentical(to other: any ObjectValue) -> Bool
}

extension ObjectValue {
    /// Returns false.
    public func isIdentical(to other: any ObjectValue) -> Bool { false }
}
