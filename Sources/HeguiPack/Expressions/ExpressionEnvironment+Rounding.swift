import CEL

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
