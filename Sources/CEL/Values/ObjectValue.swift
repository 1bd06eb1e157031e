/// A record of the host, read field by field.
public protocol ObjectValue: Sendable {
    /// The name under which the host declared its `ObjectType`.
    var typeName: String { get }
    /// Returns the value of field `index` of the declared `ObjectType`: `.null` if it is empty,
    /// `.unknown` if the host does not know it.
    func field(at index: Int) -> Value
    /// Returns the cause that is reported if an operation needs field `index` and it is empty.
    func cause(ofField index: Int) -> UnknownCause
    /// Returns whether both are the same record. By default no two records are.
    func isIdentical(to other: any ObjectValue) -> Bool
}

extension ObjectValue {
    /// Returns false.
    public func isIdentical(to other: any ObjectValue) -> Bool { false }
}

/// A record type of the host: named fields in a fixed order.
public struct ObjectType: Hashable, Sendable {
    /// A field and its type. Use `.wrapper` or `.dyn` if it may be null.
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
    /// The fields, in the order that `ObjectValue.field(at:)` counts.
    public var fields: [Field]

    /// Makes a record type for `Environment.declare(_:)`.
    public init(name: String, fields: [Field]) {
        self.name = name
        self.fields = fields
    }
}

/// A value of a type that the host supplies, such as a civil day.
public protocol OpaqueValue: Sendable, CustomStringConvertible {
    /// The declared type, `.opaque(…)`.
    var type: Type { get }
    /// Returns `.bool`, or `.unknown` if the host cannot tell.
    func isEqual(to other: any OpaqueValue) -> Value
}
