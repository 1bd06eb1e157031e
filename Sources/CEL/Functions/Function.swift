/// A function that the host adds, or an operator that it extends (`_<_`, `_+_`).
public struct Function: Sendable {
    /// The name by which it is called, with dots if it has a namespace.
    public var name: String
    /// Its signatures, in the order in which they are tried.
    public var overloads: [Overload]

    /// Makes a function; give it to `Environment.declare(_:)`.
    public init(name: String, overloads: [Overload]) {
        self.name = name
        self.overloads = overloads
    }
}

extension Function {
    /// One signature and what it does; a method's receiver is its first argument.
    public struct Overload: Sendable {
        /// A name of its own among the function's overloads.
        public var id: String
        /// Whether it is called as `first.name(rest)`.
        public var isMethod: Bool
        /// The types of its parameters, the receiver of a method first.
        public var arguments: [Type]
        /// The type of what it returns.
        public var result: Type
        /// What runs; it gets neither errors nor unknowns.
        var implementation: Implementation
        /// A rule of its own in place of `arguments` and `result`.
        var typing: (@Sendable ([Type]) -> Type?)?
        /// Makes a quicker implementation where arguments are known before evaluating; nil for
        /// those that are not.
        var specialize: (@Sendable ([Value?]) -> Implementation?)?

        /// Returns an overload whose `body` gets as many values as there are `arguments`, of those
        /// types, and returns one of `result`, `.error` or `.unknown`. It has to be a pure
        /// function.
        public init(
            id: String, isMethod: Bool = false, arguments: [Type], result: Type,
            body: @escaping @Sendable ([Value]) -> Value
        ) {
            self.id = id
            self.isMethod = isMethod
            self.arguments = arguments
            self.result = result
            implementation = .host(body)
        }

        init(
            _ id: String, isMethod: Bool = false, takes arguments: [Type], returns result: Type,
            _ implementation: Implementation
        ) {
            self.id = id
            self.isMethod = isMethod
            self.arguments = arguments
            self.result = result
            self.implementation = implementation
        }

        /// What runs when the overload is called.
        public var body: @Sendable ([Value]) -> Value {
            get {
                let implementation = implementation
                return { arguments in
                    var activation = Activation()
                    return implementation.call(arguments, &activation)
                }
            }
            set { implementation = .host(newValue) }
        }

        /// Whether a host supplied the code, of which nothing is known before it runs.
        var isHost: Bool {
            if case .host = implementation { return true }
            return false
        }

        /// The overload as it is written in messages, such as `string.startsWith(string) -> bool`.
        func signature(of name: String) -> String {
            if typing != nil { return "\(name)(int, uint or double, …)" }
            let types = arguments.map(\.signature)
            if name.allSatisfy({ !$0.isLetter }) || name == "in" {
                return types.count == 2 ? "\(types[0]) \(name) \(types[1])" : name + types.joined()
            }
            let rest = types.dropFirst(isMethod ? 1 : 0).joined(separator: ", ")
            return "\(isMethod ? types[0] + "." : "")\(name)(\(rest)) -> \(result.signature)"
        }
    }
}

/// The code of an overload; by number of arguments, so that a call makes no array.
enum Implementation: Sendable {
    case unary(@Sendable (Value, inout Activation) -> Value)
    case binary(@Sendable (Value, Value, inout Activation) -> Value)
    case many(@Sendable ([Value], inout Activation) -> Value)
    case host(@Sendable ([Value]) -> Value)

    func call(_ arguments: [Value], _ activation: inout Activation) -> Value {
        switch self {
        case .unary(let body): body(arguments[0], &activation)
        case .binary(let body): body(arguments[0], arguments[1], &activation)
        case .many(let body): body(arguments, &activation)
        case .host(let body): body(arguments)
        }
    }
}
