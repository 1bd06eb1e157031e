/// A function that the host adds, or an operator that it extends (`_<_`, `_+_`).
public struct Function: Sendable {
    /// One signature and what it does; a method's receiver is its first argument.
    public struct Overload: Sendable {
        public var id: String
        public var isMethod: Bool
        public var arguments: [Type]
        public var result: Type
        public var body: @Sendable ([Value]) -> Value

        public init(
            id: String, isMethod: Bool = false, arguments: [Type], result: Type,
            body: @escaping @Sendable ([Value]) -> Value
        ) {
            self.id = id
            self.isMethod = isMethod
            self.arguments = arguments
            self.result = result
            self.body = body
        }
    }

    public var name: String
    public var overloads: [Overload]

    public init(name: String, overloads: [Overload]) {
        self.name = name
        self.overloads = overloads
    }
}
