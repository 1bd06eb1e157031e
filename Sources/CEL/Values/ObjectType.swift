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
