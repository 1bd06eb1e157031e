import CEL
import HeguiCalendar

extension ExpressionEnvironment {
    static var numberFunctions: [Function] {
        [
            .unary("number", id: "number_string", returns: NumberValue.type) { (text: String) in
                guard let ratio = ScalarParser.number(text) else {
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
        operators("_+_", id: "add", returns: NumberValue.type) { number($0.adding($1)) }
            + operators("_-_", id: "subtract", returns: NumberValue.type) {
                number($0.subtracting($1))
            }
            + operators("_*_", id: "multiply", returns: NumberValue.type) {
                number($0.multiplied(by: $1))
            }
            + operators("_/_", id: "divide", returns: NumberValue.type) { left, right in
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
        operators("_<_", id: "less", returns: .bool) { .bool($0 < $1) }
            + operators("_<=_", id: "less_equals", returns: .bool) { .bool($0 <= $1) }
            + operators("_>_", id: "greater", returns: .bool) { .bool($0 > $1) }
            + operators("_>=_", id: "greater_equals", returns: .bool) { .bool($0 >= $1) }
    }

    /// An operator on two numbers, or a number and an int on either side.
    private static func operators(
        _ name: String, id: String, returns result: Type,
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

extension ExpressionEnvironment {
    static var roundings: [Function] { [quota, round] }

    private static var quota: Function {
        Function(
            name: "quota",
            overloads: [
                .init(
                    id: "quota_number_int_string",
                    arguments: [NumberValue.type, .int, .string], result: .int
                ) { values in
                    guard values.count == 3, let share = NumberValue(values[0])?.ratio,
                        let count = NumberValue(values[1])?.ratio
                    else { return .noSuchOverload("quota") }
                    guard let rounding = rounding(values[2]) else { return noRounding }
                    let seats = share.multiplied(by: count)?.rounded(to: .one, rounding)
                    guard let seats else { return number(nil) }
                    guard let whole = seats.whole else {
                        return .error(EvaluationError(message: "a quota needs a rounding"))
                    }
                    return .int(whole)
                }
            ])
    }

    private static var round: Function {
        let types = [NumberValue.type, Type.int]
        return Function(
            name: "round",
            overloads: types.flatMap { value in
                types.map { step in
                    .init(
                        id: "round_\(value)_\(step)", arguments: [value, step, .string],
                        result: NumberValue.type
                    ) { values in
                        guard values.count == 3, let value = NumberValue(values[0])?.ratio,
                            let step = NumberValue(values[1])?.ratio
                        else { return .noSuchOverload("round") }
                        guard let rounding = rounding(values[2]) else { return noRounding }
                        guard step > .zero else {
                            return .error(
                                EvaluationError(message: "a step must be greater than 0"))
                        }
                        return number(value.rounded(to: step, rounding))
                    }
                }
            })
    }

    private static func rounding(_ value: Value) -> Rounding? {
        guard case .string(let text) = value else { return nil }
        return Rounding(rawValue: text)
    }

    private static var noRounding: Value {
        let names = Rounding.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
        return .error(EvaluationError(message: "a rounding is one of \(names)"))
    }
}
