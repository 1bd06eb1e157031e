package import CEL

extension Function {
    /// Returns a function (a method where `isMethod`) of one argument.
    static func unary<A: ExpressionOperand>(
        _ name: String, id: String, isMethod: Bool = false, returns result: Type,
        _ body: @escaping @Sendable (A) -> Value
    ) -> Function {
        Function(
            name: name,
            overloads: [
                Overload(id: id, isMethod: isMethod, arguments: [A.operandType], result: result) {
                    values in
                    guard values.count == 1, let a = A.operand(of: values[0]) else {
                        return .noSuchOverload(name)
                    }
                    return body(a)
                }
            ])
    }

    /// Returns a function (a method of the first argument where `isMethod`) of two arguments.
    static func binary<A: ExpressionOperand, B: ExpressionOperand>(
        _ name: String, id: String, isMethod: Bool = false, returns result: Type,
        _ body: @escaping @Sendable (A, B) -> Value
    ) -> Function {
        Function(
            name: name,
            overloads: [
                Overload(
                    id: id, isMethod: isMethod, arguments: [A.operandType, B.operandType],
                    result: result
                ) { values in
                    guard values.count == 2, let a = A.operand(of: values[0]),
                        let b = B.operand(of: values[1])
                    else { return .noSuchOverload(name) }
                    return body(a, b)
                }
            ])
    }

    /// Returns a function of one list, called with its elements once all of them are known.
    static func ofList(
        _ name: String, id: String, element: Type, returns result: Type,
        _ body: @escaping @Sendable ([Value]) -> Value
    ) -> Function {
        Function(
            name: name,
            overloads: [
                Overload(id: id, arguments: [.list(element)], result: result) { values in
                    guard values.count == 1, case .list(let elements) = values[0] else {
                        return .noSuchOverload(name)
                    }
                    return Value.obstacle(among: elements) ?? body(elements)
                }
            ])
    }
}

extension Value {
    static func noSuchOverload(_ name: String) -> Value {
        .error(EvaluationError(message: "no such overload of `\(name)`"))
    }

    /// Returns the first error, or all unknowns as one, or nil where all values are known.
    package static func obstacle(among values: [Value]) -> Value? {
        var causes: [UnknownCause] = []
        var isUnknown = false
        for value in values {
            switch value {
            case .error: return value
            case .unknown(let unknown):
                isUnknown = true
                for cause in unknown.causes where !causes.contains(cause) { causes.append(cause) }
            default: continue
            }
        }
        return isUnknown ? .unknown(Unknown(causes: causes)) : nil
    }
}
