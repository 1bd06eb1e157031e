/// A function that a host adds, or an operator that it extends (`_<_`, `_+_`).
public struct Function: Sendable {
    /// The name by which it is called. A namespace is part of it, as in `math.abs`.
    public var name: String
    /// Its overloads, in the order in which they are tried.
    public var overloads: [Overload]

    /// Makes a function for `Environment.declare(_:)`.
    public init(name: String, overloads: [Overload]) {
        self.name = name
        self.overloads = overloads
    }
}

extension Function {
    /// One signature and its code. The receiver of a method is its first argument.
    public struct Overload: Sendable {
        /// A name that no other overload of the function has.
        public var id: String
        /// Whether it is called as `first.name(rest)`.
        public var isMethod: Bool
        /// The types of its parameters, the receiver of a method first.
        public var arguments: [Type]
        /// The type of its result.
        public var result: Type
        /// The code. It is never called with errors or unknowns.
        var implementation: Implementation
        /// Computes the result type from the argument types, in place of `arguments` and `result`.
        var typing: (@Sendable ([Type]) -> Type?)?
        /// Makes a quicker implementation if some arguments are constant. The others are nil.
        var specialize: (@Sendable ([Value?]) -> Implementation?)?

        /// Makes an overload.
        ///
        /// `body` gets one value for each of `arguments`, of these types. It returns a value of type
        /// `result`, `.error` or `.unknown`, and must be a pure function.
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

        /// The code that runs when the overload is called.
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

        /// Whether a host supplied the code. Such code runs only when the program is evaluated.
        var isHost: Bool {
            if case .host = implementation { return true }
            return false
        }

        /// Returns the overload for messages, such as `string.startsWith(string) -> bool`.
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

/// The code of an overload. There is a case for one and for two arguments, which need no array.
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
