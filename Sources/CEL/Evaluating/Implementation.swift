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
