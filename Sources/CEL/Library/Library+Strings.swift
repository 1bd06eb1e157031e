extension Library {
    /// `charAt`, `indexOf`, `lastIndexOf`, `substring`, `replace`, `split`, `join`, `trim`,
    /// `reverse`, `lowerAscii`, `upperAscii`, `format` and `strings.quote`. Places are counted in code
    /// points.
    public static var strings: Library {
        Library(functions: searches + changes + [format, quotation, join])
    }

    /// Functions that find or take a part of a string.
    private static var searches: [Function] {
        [
            method("charAt", takes: [[.int]], returns: .string) { text, arguments, _ in
                guard case .int(let index) = arguments[1] else { return mismatch("charAt") }
                guard index >= 0, index <= text.count else { return outOfRange(index) }
                return index == text.count ? .string("") : string([text[Int(index)]])
            },
            method("indexOf", takes: [[.string], [.string, .int]], returns: .int, indexOf),
            method(
                "lastIndexOf", takes: [[.string], [.string, .int]], returns: .int, lastIndexOf),
            method("substring", takes: [[.int], [.int, .int]], returns: .string, substring),
            method(
                "replace", takes: [[.string, .string], [.string, .string, .int]], returns: .string,
                replace),
            method("split", takes: [[.string], [.string, .int]], returns: .list(.string), split),
        ]
    }

    /// Functions that change a string as a whole.
    private static var changes: [Function] {
        [
            method("trim", takes: [[]], returns: .string) { text, _, _ in
                let isSpace: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
                let rest = text.drop(while: isSpace)
                let end = rest.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? rest.startIndex
                return string(rest[rest.startIndex..<end])
            },
            method("reverse", takes: [[]], returns: .string) { text, _, _ in string(text.reversed())
            },
            method("lowerAscii", takes: [[]], returns: .string) { text, _, _ in
                string(text.map { $0.isASCII ? Unicode.Scalar(lower(UInt8($0.value))) : $0 })
            },
            method("upperAscii", takes: [[]], returns: .string) { text, _, _ in
                string(text.map { $0.isASCII ? Unicode.Scalar(upper(UInt8($0.value))) : $0 })
            },
        ]
    }

    private static var format: Function {
        .single(
            "format", id: "string_format_list", isMethod: true, takes: [.string, .list(.dyn)],
            returns: .string,
            .binary { template, arguments, activation in
                guard case .string(let template) = template, case .list(let arguments) = arguments
                else { return mismatch("format") }
                var formatter = Formatter(arguments)
                return formatter.format(template, &activation)
            })
    }

    private static var quotation: Function {
        .single(
            "strings.quote", id: "strings_quote", takes: [.string], returns: .string,
            .unary { value, activation in
                guard case .string(let text) = value else { return mismatch("strings.quote") }
                guard activation.charge(size: text.utf8.count) else { return activation.exhausted }
                return .string(quote(text))
            })
    }

    private static func lower(_ byte: UInt8) -> UInt8 {
        (0x41...0x5A).contains(byte) ? byte + 32 : byte
    }

    private static func upper(_ byte: UInt8) -> UInt8 {
        (0x61...0x7A).contains(byte) ? byte - 32 : byte
    }

    /// Returns a method of strings with one overload for each list of `parameters`.
    private static func method(
        _ name: String, takes parameters: [[Type]], returns result: Type,
        _ body: @escaping @Sendable ([Unicode.Scalar], [Value], inout Activation) -> Value
    ) -> Function {
        let implementation = Implementation.many { arguments, activation in
            guard case .string(let text) = arguments[0] else { return mismatch(name) }
            guard activation.charge(size: text.utf8.count) else { return activation.exhausted }
            return body(Array(text.unicodeScalars), arguments, &activation)
        }
        return Function(
            name: name,
            overloads: parameters.map { types in
                let id = (["string", name] + types.map(\.description)).joined(separator: "_")
                return Function.Overload(
                    id, isMethod: true, takes: [.string] + types, returns: result, implementation)
            })
    }

    private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> Value {
        .string(String(String.UnicodeScalarView(scalars)))
    }

    private static func outOfRange(_ index: Int64) -> Value {
        .failure("index out of range: \(index)")
    }

    private static var join: Function {
        let implementation = Implementation.many { arguments, activation in
            guard case .list(let list) = arguments[0] else { return mismatch("join") }
            var separator = ""
            if arguments.count == 2, case .string(let text) = arguments[1] { separator = text }
            var result = ""
            for (place, value) in list.enumerated() {
                guard case .string(let text) = value else {
                    return .failure("expected a string, found `\(value.type)`")
                }
                guard activation.charge(size: text.utf8.count + separator.utf8.count) else {
                    return activation.exhausted
                }
                if place > 0 { result += separator }
                result += text
            }
            return .string(result)
        }
        return Function(
            name: "join",
            overloads: [
                Function.Overload(
                    "list_join", isMethod: true, takes: [.list(.string)], returns: .string,
                    implementation),
                Function.Overload(
                    "list_join_string", isMethod: true, takes: [.list(.string), .string],
                    returns: .string, implementation),
            ])
    }

    private static func substring(
        in text: [Unicode.Scalar], _ arguments: [Value], _ activation: inout Activation
    ) -> Value {
        guard case .int(let start) = arguments[1] else { return mismatch("substring") }
        var end = Int64(text.count)
        if arguments.count == 3, case .int(let given) = arguments[2] { end = given }
        for index in [start, end] where index < 0 || index > text.count {
            return outOfRange(index)
        }
        guard start <= end else {
            return .failure("invalid substring range: start \(start), end \(end)")
        }
        return string(text[Int(start)..<Int(end)])
    }

    /// Returns text in double quotes, with escapes for control characters, quotes and backslashes.
    private static func quote(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\u{07}": result += "\\a"
            case "\u{08}": result += "\\b"
            case "\u{0C}": result += "\\f"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{0B}": result += "\\v"
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
