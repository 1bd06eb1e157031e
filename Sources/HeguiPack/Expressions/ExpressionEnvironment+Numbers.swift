import CEL
import HeguiCalendar

extension ExpressionEnvironment {
    static var numberFunctions: [Function] {
        [
            .unary("number", id: "number_string", returns: NumberValue.type) { (text: String) in
                guard let ratio = ScalarReading.number(text) else {
                    return .error(EvaluationError(message: "`\(text)` is not a number"))
                }
                return .opaque(NumberValue(ratio))
            },
            .unary("number", id: "number_int", returns: NumberValue.type) { (whole: Int64) in
                .opaque(NumberValue(Ratio(whole)))
            },
            .unary("length", id: "length_string", returns: LengthValue.type) { (text: String) in
                guard let length = PeriodLength(text) else {
                    return .error(EvaluationError(message: "`\(text)` is not a length"))
                }
                return .opaque(LengthValue(length))
            },
        ] + arithmetic + comparisons + roundings
    }

    private static var arithmetic: [Function] {
        operators("_+_", "add", returns: NumberValue.type) { number($0.adding($1)) }
            + operators("_-_", "subtract", returns: NumberValue.type) {
                number($0.subtracting($1))
            }
            + operators("_*_", "multiply", returns: NumberValue.type) {
                number($0.multiplied(by: $1))
            }
            + operators("_/_", "divide", returns: NumberValue.type) { left, right in
                right == .zero
                    ? .error(EvaluationError(message: "division by zero"))
                    : number(left.divided(by: right))
            }
            + [
                .unary("-_", id: "negate_number", returns: NumberValue.type) {
                    (value: NumberValue) in number(Ratio.zero.subtracting(value.ratio))
                }
            ]
    }

    private static var comparisons: [Function] {
        operators("_<_", "less", returns: .bool) { .bool($0 < $1) }
            + operators("_<=_", "less_equals", returns: .bool) { .bool($0 <= $1) }
            + operators("_>_", "greater", returns: .bool) { .bool($0 > $1) }
            + operators("_>=_", "greater_equals", returns: .bool) { .bool($0 >= $1) }
    }

    /// An operator on two numbers, or a number and an int on either side.
    private static func operators(
        _ name: String, _ id: String, returns result: Type,
        _ body: @escaping @Sendable (Ratio, Ratio) -> Value
    ) -> [Function] {
        [
            .binary(name, id: id + "_number", returns: result) {
                (left: NumberValue, right: NumberValue) in body(left.ratio, right.ratio)
            },
            .binary(name, id: id + "_number_int", returns: result) {
                (left: NumberValue, right: Int64) in body(left.ratio, Ratio(right))
            },
            .binary(name, id: id + "_int_number", returns: result) {
                (left: Int64, right: NumberValue) in body(Ratio(left), right.ratio)
            },
        ]
    }

    /// The number, or the error that it does not fit.
    static func number(_ ratio: Ratio?) -> Value {
        guard let ratio else {
            return .error(EvaluationError(message: "the number is too large or too fine"))
        }
        return .opaque(NumberValue(ratio))
    }
}
