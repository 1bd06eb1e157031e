extension Parser {
    /// Words that may not be names, so that the language can grow.
    private static let reserved: Set<String> = [
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let",
        "loop", "package", "namespace", "return", "var", "void", "while",
    ]

    mutating func primary() throws(CompilationError) -> Expression.ID {
        let token = current
        switch token.kind {
        case .constant(let value):
            advance()
            return try add(.constant(value), token.range)
        case .magnitude(let magnitude):
            guard let value = Int64(exactly: magnitude) else { throw outOfRange(token.range) }
            advance()
            return try add(.constant(.int(value)), token.range)
        case .identifier:
            return try name(from: token.range.lowerBound, isAbsolute: false)
        case .symbol(.dot):
            advance()
            return try name(from: token.range.lowerBound, isAbsolute: true)
        case .symbol(.leftParenthesis):
            advance()
            let inner = try expression()
            try expect(.rightParenthesis)
            return inner
        case .symbol(.leftBracket):
            return try list()
        case .symbol(.leftBrace):
            return try map()
        default:
            throw unexpected("expected an expression")
        }
    }

    private mutating func name(
        from start: Int, isAbsolute: Bool
    ) throws(CompilationError) -> Expression.ID {
        guard case .identifier(let name) = current.kind else {
            throw unexpected("expected a name")
        }
        let word = Expression.Word(text: name, range: current.range)
        guard !Self.reserved.contains(name) else {
            throw CompilationError(
                kind: "syntax", message: "`\(name)` is a reserved word", range: word.range)
        }
        advance()
        if take(.leftParenthesis) {
            let arguments = try self.arguments(until: .rightParenthesis)
            var function = word
            if isAbsolute { function.text = "." + name }
            return try call(function, target: nil, arguments: arguments)
        }
        return try add(.name(name, isAbsolute: isAbsolute), start..<lastEnd)
    }

    mutating func arguments(until end: Symbol) throws(CompilationError) -> [Expression.ID] {
        var arguments: [Expression.ID] = []
        if take(end) { return arguments }
        repeat { arguments.append(try expression()) } while take(.comma)
        try expect(end)
        return arguments
    }

    private mutating func list() throws(CompilationError) -> Expression.ID {
        let start = current.range.lowerBound
        advance()
        var elements: [Expression.Element] = []
        while !at(.rightBracket) {
            let isOptional = take(.question)
            elements.append(Expression.Element(value: try expression(), isOptional: isOptional))
            guard take(.comma) else { break }
        }
        try expect(.rightBracket)
        return try add(.list(elements), start..<lastEnd, children: elements.map(\.value))
    }

    private mutating func map() throws(CompilationError) -> Expression.ID {
        let start = current.range.lowerBound
        advance()
        var entries: [Expression.Entry] = []
        while !at(.rightBrace) {
            let isOptional = take(.question)
            let key = try expression()
            try expect(.colon)
            let value = try expression()
            entries.append(Expression.Entry(key: key, value: value, isOptional: isOptional))
            guard take(.comma) else { break }
        }
        try expect(.rightBrace)
        return try add(
            .map(entries), start..<lastEnd, children: entries.flatMap { [$0.key, $0.value] })
    }

    /// Whether `operand` is a name with dots, after which `{` begins a message.
    func isMessageName(_ operand: Expression.ID) -> Bool {
        switch nodes[operand].kind {
        case .name: true
        case .select(let inner, _, .value): isMessageName(inner)
        default: false
        }
    }

    mutating func message(_ name: Expression.ID) throws(CompilationError) -> Expression.ID {
        advance()
        var entries: [Expression.Entry] = []
        while !at(.rightBrace) {
            let isOptional = take(.question)
            let word: String
            switch current.kind {
            case .identifier(let name), .quotedIdentifier(let name): word = name
            default: throw unexpected("expected a field name")
            }
            let key = try add(.constant(.string(word)), current.range)
            advance()
            try expect(.colon)
            let value = try expression()
            entries.append(Expression.Entry(key: key, value: value, isOptional: isOptional))
            guard take(.comma) else { break }
        }
        try expect(.rightBrace)
        return try add(
            .message(name, entries), range(name, name), children: [name] + entries.map(\.value))
    }
}
