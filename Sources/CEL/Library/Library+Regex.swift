extension Library {
    /// `regex.replace`, `regex.extract` and `regex.extractAll`, in RE2 syntax.
    public static var regex: Library {
        Library(
            functions: [
                Function(
                    name: "regex.replace",
                    overloads: [
                        Function.Overload(
                            "regex_replace_string_string_string",
                            takes: [.string, .string, .string], returns: .string, .many(replace)),
                        Function.Overload(
                            "regex_replace_string_string_string_int",
                            takes: [.string, .string, .string, .int], returns: .string,
                            .many(replace)),
                    ]),
                .single(
                    "regex.extract", id: "regex_extract_string_string", takes: [.string, .string],
                    returns: .optional(.string),
                    .many { arguments, activation in
                        extract(arguments, limit: 1, &activation) { .optional($0.first) }
                    }),
                .single(
                    "regex.extractAll", id: "regex_extractAll_string_string",
                    takes: [.string, .string], returns: .list(.string),
                    .many { arguments, activation in
                        extract(arguments, limit: .max, &activation) { .list($0) }
                    }),
            ], types: [.optional(.dyn)])
    }

    private static func extract(
        _ arguments: [Value], limit: Int, _ activation: inout Activation,
        as result: ([Value]) -> Value
    ) -> Value {
        guard case .string(let text) = arguments[0], case .string(let pattern) = arguments[1]
        else { return mismatch("regex.extract") }
        switch activation.pattern(pattern) {
        case .failure(let error): return .error(error)
        case .success(let expression):
            guard expression.groupCount <= 1 else {
                return .failure("the regular expression has more than one group: `\(pattern)`")
            }
            let bytes = Array(text.utf8)
            guard let matches = matches(of: expression, in: bytes, limit: limit, &activation) else {
                return activation.exhausted
            }
            let parts = matches.compactMap { places -> Value? in
                guard let range = places.count > 1 ? places[1] : places[0] else { return nil }
                return .string(String(decoding: bytes[range], as: UTF8.self))
            }
            return result(parts)
        }
    }

    /// Returns at most `limit` matches from left to right, or nil if no steps are left.
    private static func matches(
        of expression: RegularExpression, in bytes: [UInt8], limit: Int,
        _ activation: inout Activation
    ) -> [[Range<Int>?]]? {
        var found: [[Range<Int>?]] = []
        guard activation.charge(bytes.count) else { return nil }
        var start = 0
        while found.count < limit, start <= bytes.count,
            let places = expression.find(in: bytes, from: start), let whole = places[0]
        {
            guard activation.charge(whole.upperBound - start + 1) else { return nil }
            found.append(places)
            start = whole.upperBound
            if whole.isEmpty {
                // After an empty match, go on behind the next character.
                start += 1
                while start < bytes.count, bytes[start] & 0xC0 == 0x80 { start += 1 }
            }
        }
        return found
    }

    private static func replace(_ arguments: [Value], _ activation: inout Activation) -> Value {
        guard case .string(let text) = arguments[0], case .string(let pattern) = arguments[1],
            case .string(let replacement) = arguments[2]
        else { return mismatch("regex.replace") }
        var limit = Int.max
        if arguments.count == 4, case .int(let count) = arguments[3] {
            if count == 0 { return arguments[0] }
            if count > 0 { limit = Int(count) }
        }
        switch activation.pattern(pattern) {
        case .failure(let error): return .error(error)
        case .success(let expression):
            let template: ReplacementTemplate
            switch ReplacementTemplate.parse(replacement, groups: expression.groupCount) {
            case .success(let parsed): template = parsed
            case .failure(let error): return .error(error)
            }
            let bytes = Array(text.utf8)
            guard let matches = matches(of: expression, in: bytes, limit: limit, &activation) else {
                return activation.exhausted
            }
            var result: [UInt8] = []
            var start = 0
            for places in matches {
                guard let whole = places[0] else { continue }
                result += bytes[start..<whole.lowerBound]
                template.append(to: &result, bytes, places)
                start = whole.upperBound
                guard activation.charge(size: replacement.utf8.count) else {
                    return activation.exhausted
                }
            }
            result += bytes[start...]
            guard activation.charge(size: result.count) else { return activation.exhausted }
            return .string(String(decoding: result, as: UTF8.self))
        }
    }
}

/// The replacement for a match: text with `\1` for a group, `\0` for the match, `\\` for a backslash.
struct ReplacementTemplate {
    private enum Part {
        case text([UInt8])
        case group(Int)
    }

    private var parts: [Part] = []

    static func parse(
        _ text: String, groups: Int
    ) -> Result<ReplacementTemplate, EvaluationError> {
        var template = ReplacementTemplate()
        var literal: [UInt8] = []
        var bytes = text.utf8.makeIterator()
        while let byte = bytes.next() {
            guard byte == UInt8(ascii: "\\") else {
                literal.append(byte)
                continue
            }
            guard let next = bytes.next() else {
                return failure("the replacement ends with a backslash")
            }
            if next == UInt8(ascii: "\\") {
                literal.append(next)
            } else if next.isDigit {
                let group = Int(next - 0x30)
                guard group <= groups else {
                    return failure("the regular expression has no group \(group)")
                }
                template.parts.append(.text(literal))
                template.parts.append(.group(group))
                literal = []
            } else {
                return failure("a backslash in the replacement needs a digit or a backslash")
            }
        }
        template.parts.append(.text(literal))
        return .success(template)
    }

    private static func failure(
        _ message: String
    ) -> Result<ReplacementTemplate, EvaluationError> {
        .failure(EvaluationError(message: message))
    }

    /// Adds the replacement of a match in `bytes` whose groups are at `places`.
    func append(to result: inout [UInt8], _ bytes: [UInt8], _ places: [Range<Int>?]) {
        for part in parts {
            switch part {
            case .text(let text): result += text
            case .group(let group): if let range = places[group] { result += bytes[range] }
            }
        }
    }
}
