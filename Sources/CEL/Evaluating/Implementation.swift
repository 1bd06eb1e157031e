/// The code of an overload; by number of arguments, so that a call makes no array.
enum Implementation: Sendable {
    case unary(@Sendable (Value, inout Frame) -> Value)
    case binary(@Sendable (Value, Value, inout Frame) -> Value)
    case many(@Sendable ([Value], inout Frame) -> Value)
    case host(@Sendable ([Value]) -> Value)

    func call(_ arguments: [Value], _ frame: inout Frame) -> Value {
        switch self {
        case .unary(let body): body(arguments[0], &frame)
        case .binary(let body): body(arguments[0], arguments[1], &frame)
        case .many(let body): body(arguments, &frame)
        case .host(let body): body(arguments)
        }
    }
}
