extension Library {
    /// `contains`, `startsWith`, `endsWith` and `matches`.
    static var textFunctions: [Function] {
        [
            test("contains") { text, part in ByteSearch.first(of: part, in: text, from: 0) != nil },
            test("startsWith") { text, part in text.starts(with: part) },
            test("endsWith") { text, part in
                part.count <= text.count && text.suffix(part.count).elementsEqual(part)
            },
            matches,
        ]
    }

    private static func test(
        _ name: String,
        _ body: @escaping @Sendable (Substring.UTF8View, Substring.UTF8View) -> Bool
    ) -> Function {
        Function(
            name: name,
            overloads: [
                Function.Overload(
                    name + "_string", isMethod: true, [.string, .string], .bool,
                    .binary { text, part, activation in
                        guard case .string(let text) = text, case .string(let part) = part else {
                            return .failure("no overload of `\(name)`")
                        }
                        guard activation.charge(size: text.utf8.count) else {
                            return activation.exhausted
                        }
                        return .bool(body(text[...].utf8, part[...].utf8))
                    })
            ])
    }

    private static var matches: Function {
        let overloads = [false, true].map { isMethod in
            var overload = Function.Overload(
                isMethod ? "matches_string" : "matches", isMethod: isMethod, [.string, .string],
                .bool,
                .binary { text, pattern, activation in
                    guard case .string(let text) = text, case .string(let pattern) = pattern else {
                        return .failure("no overload of `matches`")
                    }
                    guard activation.charge(text.utf8.count) else { return activation.exhausted }
                    switch activation.pattern(pattern) {
                    case .success(let expression): return .bool(expression.matches(text))
                    case .failure(let error): return .error(error)
                    }
                })
            overload.specialize = { constants in
                guard case .string(let pattern) = constants[1],
                    case .success(let expression) = RegularExpression.compile(pattern)
                else { return nil }
                return .binary { text, _, activation in
                    guard case .string(let text) = text else {
                        return .failure("no overload of `matches`")
                    }
                    guard activation.charge(text.utf8.count) else { return activation.exhausted }
                    return .bool(expression.matches(text))
                }
            }
            return overload
        }
        return Function(name: "matches", overloads: overloads)
    }
}
