/// What the styles of a page say of how numbers are shown, and of what is hidden.
struct PageStyles {
    /// What one rule, or the `style` of one element, says.
    struct Declarations {
        var format: NumberFormat?
        var isHidden = false

        /// What `other` says goes before.
        mutating func add(_ other: Declarations) {
            format = other.format ?? format
            isHidden = isHidden || other.isHidden
        }
    }

    /// By class, in lower case.
    private var classes: [String: Declarations] = [:]
    /// The styles of elements that were read already, since all cells of a column have the same.
    private var known: [String: Declarations] = [:]
    private static let mostRules = 10_000

    /// Adds the rules of a style sheet; only those for a class are looked at.
    mutating func add(sheet: String) {
        let text = Self.withoutComments(sheet)
        for rule in text.split(separator: "}") {
            let parts = rule.split(separator: "{", maxSplits: 1)
            guard parts.count == 2, classes.count < Self.mostRules else { continue }
            let declarations = Self.declarations(parts[1])
            guard declarations.format != nil || declarations.isHidden else { continue }
            for selector in parts[0].split(separator: ",") {
                let last = selector.split(whereSeparator: \.isWhitespace).last ?? ""
                guard let dot = last.firstIndex(of: "."), !last.contains(":") else { continue }
                let name = last[last.index(after: dot)...].lowercased()
                classes[name, default: Declarations()].add(declarations)
            }
        }
    }

    private static func withoutComments(_ sheet: String) -> String {
        var rest = sheet.replacing("<!--", with: " ").replacing("-->", with: " ")[...]
        var result = ""
        while let start = rest.firstRange(of: "/*") {
            result += rest[..<start.lowerBound]
            rest = rest[start.upperBound...]
            guard let end = rest.firstRange(of: "*/") else { return result }
            rest = rest[end.upperBound...]
        }
        return result + rest
    }

    /// What holds for an element.
    mutating func declarations(of attributes: [MarkupAttribute]) -> Declarations {
        var result = Declarations()
        if !classes.isEmpty, let list = attributes.value("class") {
            for name in list.split(whereSeparator: \.isWhitespace).prefix(16) {
                if let found = classes[name.lowercased()] { result.add(found) }
            }
        }
        guard let style = attributes.value("style"), !style.isEmpty else { return result }
        if known[style] == nil {
            if known.count >= Self.mostRules { known = [:] }
            known[style] = Self.declarations(style[...])
        }
        if let own = known[style] { result.add(own) }
        return result
    }

    private static func declarations(_ text: Substring) -> Declarations {
        var result = Declarations()
        for declaration in pieces(of: text) {
            let parts = declaration.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let value = parts[1].filter { !$0.isNewline }
            switch parts[0].filter({ !$0.isWhitespace }).lowercased() {
            case "mso-number-format", "vnd.ms-excel.numberformat":
                result.format = NumberFormat(named: unescaped(value))
            case "display":
                result.isHidden = value.lowercased().contains("none")
            default: break
            }
        }
        return result
    }

    /// The declarations: what stands between semicolons that are neither quoted nor escaped.
    private static func pieces(of text: Substring) -> [Substring] {
        var pieces: [Substring] = []
        var start = text.startIndex
        var quote: Character?
        var isEscaped = false
        for index in text.indices {
            let character = text[index]
            if isEscaped {
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == ";" {
                pieces.append(text[start..<index])
                start = text.index(after: index)
            }
        }
        return pieces + [text[start...]]
    }

    /// A value without its quotes and escapes: `"yyyy\0022年\0022"` is `yyyy"年"`. Excel writes four
    /// digits for each character, and letters may follow.
    private static func unescaped(_ value: String) -> String {
        var text = value[...].drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        if let first = text.first, first == "\"" || first == "'", text.last == first,
            text.count > 1
        {
            text = text.dropFirst().dropLast()
        }
        var result = ""
        while let character = text.popFirst() {
            guard character == "\\" else {
                result.append(character)
                continue
            }
            let digits = text.prefix { $0.isHexDigit }.prefix(4)
            if digits.count == 4, let code = UInt32(digits, radix: 16),
                let scalar = Unicode.Scalar(code)
            {
                result.unicodeScalars.append(scalar)
                text = text.dropFirst(4)
            } else if let next = text.popFirst() {
                result.append(next)
            }
        }
        return result
    }
}
