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
                    name + "_string", isMethod: true, takes: [.string, .string], returns: .bool,
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
                isMethod ? "matches_string" : "matches", isMethod: isMethod,
                takes: [.string, .string], returns: .bool,
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

/// Finds a sequence of bytes in another one.
enum ByteSearch {
    /// Returns the offset of the first `needle` in `haystack` from `start` on, or nil.
    ///
    /// Complexity: O(n + m), by the algorithm of Knuth, Morris and Pratt.
    static func first(
        of needle: some Collection<UInt8>, in haystack: some Collection<UInt8>, from start: Int
    ) -> Int? {
        let needle = Array(needle)
        guard !needle.isEmpty else { return start <= haystack.count ? start : nil }
        let fallback = fallbacks(of: needle)
        var matched = 0
        var offset = start
        for byte in haystack.dropFirst(start) {
            while matched > 0, needle[matched] != byte { matched = fallback[matched - 1] }
            if needle[matched] == byte { matched += 1 }
            offset += 1
            if matched == needle.count { return offset - needle.count }
        }
        return nil
    }

    /// Returns, for each prefix, the length of its longest proper prefix that is also a suffix.
    private static func fallbacks(of needle: [UInt8]) -> [Int] {
        var fallback = Array(repeating: 0, count: needle.count)
        var matched = 0
        for index in needle.indices.dropFirst() {
            while matched > 0, needle[matched] != needle[index] { matched = fallback[matched - 1] }
            if needle[matched] == needle[index] { matched += 1 }
            fallback[index] = matched
        }
        return fallback
    }
}
