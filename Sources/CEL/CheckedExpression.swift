/// An expression whose names and types are known to be right.
public struct CheckedExpression: Sendable {
    /// A field of a declared record that the expression reads.
    public struct FieldReference: Hashable, Sendable {
        public var object: String
        public var field: String
    }

    public let text: String
    public let type: Type
    /// The declared variables that it reads, without those bound inside it.
    public let variables: Set<String>
    /// The record fields that it reads.
    public let fields: Set<FieldReference>
}
