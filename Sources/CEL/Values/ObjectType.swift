/// A record type of the host: named fields in a fixed order.
public struct ObjectType: Hashable, Sendable {
    /// A field and its type; use `.wrapper` or `.dyn` where it may be null.
    public struct Field: Hashable, Sendable {
        public var name: String
        public var type: Type

        public init(name: String, type: Type) {
            self.name = name
            self.type = type
        }
    }

    public var name: String
    public var fields: [Field]

    public init(name: String, fields: [Field]) {
        self.name = name
        self.fields = fields
    }
}
