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

/// A record type of the host: named fields in a fixed order.
public struct ObjectType: Hashable, Sendable {
    /// A field and its type; use `.wrapper` or `.dyn` where it may be null.
    public struct Field: Hashable, Sendable {
        /// The name by which it is selected.
        public var name: String
        /// The type of its values.
        public var type: Type

        /// Makes a field.
        public init(name: String, type: Type) {
            self.name = name
            self.type = type
        }
    }

    /// The name of the type, as in `Type.object`.
    public var name: String
    /// The fields; `ObjectValue.field(at:)` counts them in this order.
    public var fields: [Field]

    /// Makes a record type; give it to `Environment.declare(_:)`.
    public init(name: String, fields: [Field]) {
        self.name = name
        self.fields = fields
    }
}

/// A value of a type that the host supplies (civil days, periods).
public protocol OpaqueValue: Sendable, CustomStringConvertible {
    /// The declared type, `.opaque(…)`.
    var type: Type { get }
    /// Returns `.bool`, or `.unknown` where equality cannot be told.
    func isEqual(to other: any OpaqueValue) -> Value
}
