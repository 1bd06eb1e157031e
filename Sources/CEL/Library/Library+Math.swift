extension Library {
    /// `math.greatest`, `math.least`, rounding, signs, bits, `math.sqrt` and tests of doubles.
    public static var math: Library {
        Library(functions: extremes + rounding + signs + doubleTests + bits)
    }

    private static var extremes: [Function] {
        [("math.greatest", Order.after), ("math.least", Order.before)].map { name, wanted in
            var overload = Function.Overload(
                name, takes: [.dyn], returns: .dyn,
                .many { arguments, activation in
                    var numbers = arguments
                    if numbers.count == 1, case .list(let list) = numbers[0] { numbers = list }
                    guard activation.charge(numbers.count) else { return activation.exhausted }
                    return extreme(of: numbers, wanted: wanted, name: name)
                })
            overload.typing = { types in extremeType(types) }
            return Function(name: name, overloads: [overload])
        }
    }

    private static func extreme(of numbers: [Value], wanted: Order, name: String) -> Value {
        guard var best = numbers.first else { return .failure("`\(name)` of no numbers") }
        for number in numbers {
            guard let order = number.numericOrder(to: best) else {
                return .failure("`\(name)` needs numbers, found `\(number.type)`")
            }
            if order == wanted { best = number }
        }
        return best
    }

    /// Returns the result type for numbers or one list of numbers: `dyn` if their types differ, nil if
    /// there are none or others.
    private static func extremeType(_ types: [Type]) -> Type? {
        var types = types
        if types.count == 1, case .list(let element) = types[0] { types = [element] }
        guard !types.isEmpty else { return nil }
        var result: Type?
        for type in types.map(\.unwrapped) {
            switch type {
            case .int, .uint, .double: result = result == nil || result == type ? type : .dyn
            case .dyn, .error, .parameter: result = .dyn
            default: return nil
            }
        }
        return result
    }

    private static var rounding: [Function] {
        let rules: [(String, FloatingPointRoundingRule)] = [
            ("ceil", .up), ("floor", .down), ("round", .toNearestOrAwayFromZero),
            ("trunc", .towardZero),
        ]
        return rules.map { name, rule in
            .single(
                "math." + name, id: "math_\(name)_double", takes: [.double], returns: .double,
                .unary { value, _ in
                    guard case .double(let double) = value else { return mismatch(name) }
                    return .double(double.rounded(rule))
                })
        }
    }

    private static var signs: [Function] {
        [
            numeric(
                "sign",
                .unary { value, _ in
                    switch value {
                    case .int(let int): .int(int.signum())
                    case .uint(let uint): .uint(uint == 0 ? 0 : 1)
                    case .double(let double):
                        .double(double.isNaN || double == 0 ? double : double < 0 ? -1 : 1)
                    default: mismatch("math.sign")
                    }
                }),
            numeric(
                "abs",
                .unary { value, _ in
                    switch value {
                    case .int(.min): .failure("integer overflow")
                    case .int(let int): .int(Swift.abs(int))
                    case .uint: value
                    case .double(let double): .double(double.magnitude)
                    default: mismatch("math.abs")
                    }
                }),
            numeric(
                "sqrt", returns: .double,
                .unary { value, _ in
                    guard case .double(let double)? = Conversion.double(value) else {
                        return mismatch("math.sqrt")
                    }
                    return .double(double.squareRoot())
                }),
        ]
    }

    /// Returns a function with an overload for each type of number. It returns `result`, or else the
    /// type of its argument.
    private static func numeric(
        _ name: String, returns result: Type? = nil, _ implementation: Implementation
    ) -> Function {
        Function(
            name: "math." + name,
            overloads: [Type.int, .uint, .double].map { type in
                Function.Overload(
                    "math_\(name)_\(type)", takes: [type], returns: result ?? type, implementation)
            })
    }

    private static var doubleTests: [Function] {
        let tests: [(String, @Sendable (Double) -> Bool)] = [
            ("isNaN", \.isNaN), ("isInf", \.isInfinite), ("isFinite", \.isFinite),
        ]
        return tests.map { name, test in
            .single(
                "math." + name, id: "math_\(name)_double", takes: [.double], returns: .bool,
                .unary { value, _ in
                    guard case .double(let double) = value else { return mismatch(name) }
                    return .bool(test(double))
                })
        }
    }

    private static var bits: [Function] {
        [
            bitwise("bitAnd") { $0 & $1 },
            bitwise("bitOr") { $0 | $1 },
            bitwise("bitXor") { $0 ^ $1 },
            complement,
            shift("bitShiftLeft") { bits, places in bits << places },
            // Fills with zeroes from the left, for negative numbers too.
            shift("bitShiftRight") { bits, places in bits >> places },
        ]
    }

    private static func bitwise(
        _ name: String, _ body: @escaping @Sendable (UInt64, UInt64) -> UInt64
    ) -> Function {
        Function(
            name: "math." + name,
            overloads: [Type.int, .uint].map { type in
                Function.Overload(
                    "math_\(name)_\(type)_\(type)", takes: [type, type], returns: type,
                    .binary { first, second, _ in
                        switch (first, second) {
                        case (.int(let a), .int(let b)):
                            let bits = body(UInt64(bitPattern: a), UInt64(bitPattern: b))
                            return .int(Int64(bitPattern: bits))
                        case (.uint(let a), .uint(let b)): return .uint(body(a, b))
                        default: return mismatch(name)
                        }
                    })
            })
    }

    private static var complement: Function {
        Function(
            name: "math.bitNot",
            overloads: [Type.int, .uint].map { type in
                Function.Overload(
                    "math_bitNot_\(type)", takes: [type], returns: type,
                    .unary { value, _ in
                        switch value {
                        case .int(let int): .int(~int)
                        case .uint(let uint): .uint(~uint)
                        default: mismatch("math.bitNot")
                        }
                    })
            })
    }

    private static func shift(
        _ name: String, _ body: @escaping @Sendable (UInt64, UInt64) -> UInt64
    ) -> Function {
        Function(
            name: "math." + name,
            overloads: [Type.int, .uint].map { type in
                Function.Overload(
                    "math_\(name)_\(type)_int", takes: [type, .int], returns: type,
                    .binary { value, places, _ in
                        guard case .int(let places) = places else { return mismatch(name) }
                        guard let places = UInt64(exactly: places) else {
                            return .failure("`math.\(name)` by a negative offset: \(places)")
                        }
                        switch value {
                        case .int(let int):
                            return .int(Int64(bitPattern: body(UInt64(bitPattern: int), places)))
                        case .uint(let uint): return .uint(body(uint, places))
                        default: return mismatch(name)
                        }
                    })
            })
    }
}
