extension Parser {
    /// Words that are kept for future versions of the language.
    private static let reserved: Set<String> = [
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let",
        "loop", "package", "namespace", "return", "var", "void", "while",
    ]

    mutating func primary() throws(CompilationError) -> SyntaxNode.ID {
        if take(.leftParenthesis) {
            let inner = try expression()
            try expect(.rightParenthesis)
            return inner
        }
        if at(.leftBracket) { return try list() }
        if at(.leftBrace) { return try map() }
        return isLiteral ? try literal() : try name()
    }

    private var isLiteral: Bool {
        switch current.kind {
        case .constant, .magnitude: true
        default: false
        }
    }

    private mutating func literal() throws(CompilationError) -> SyntaxNode.ID {
        let token = current
        var value = Value.null
        switch token.kind {
        case .constant(let constant): value = constant
        case .magnitude(let magnitude):
            guard let int = Int64(exactly: magnitude) else { throw outOfRange(token.range) }
            value = .int(int)
        default: break
        }
        advance()
        return try add(.constant(value), token.range)
    }

    /// Reads a name, or the call of a function without a target.
    private mutating func name() throws(CompilationError) -> SyntaxNode.ID {
        let isAbsolute = take(.dot)
        let word = try word(isAbsolute: isAbsolute)
        if take(.leftParenthesis) {
            let arguments = try self.arguments(until: .rightParenthesis)
            return try call(word, target: nil, arguments: arguments)
        }
        return try addName(word, isAbsolute)
    }

    private mutating func addName(
        _ word: SyntaxNode.Word, _ isAbsolute: Bool
    ) throws(CompilationError) -> SyntaxNode.ID {
        let text = isAbsolute ? String(word.text.dropFirst()) : word.text
        return try add(.name(text, isAbsolute: isAbsolute), word.range)
    }

    /// Takes a name, and keeps its leading dot if it has one.
    private mutating func word(isAbsolute: Bool) throws(CompilationError) -> SyntaxNode.Word {
        guard case .identifier(let name) = current.kind else {
            throw unexpected(isAbsolute ? "expected a name" : "expected an expression")
        }
        var word = SyntaxNode.Word(text: name, range: current.range)
        guard !Self.reserved.contains(name) else {
            throw CompilationError(
                kind: "syntax", message: "`\(name)` is a reserved word", range: word.range,
                help: OtherSpelling.hint(word: name))
        }
        if isAbsolute {
            word.text = "." + name
            word.range = tokens[position - 1].range.lowerBound..<word.range.upperBound
        }
        advance()
        return word
    }

    mutating func arguments(until end: Symbol) throws(CompilationError) -> [SyntaxNode.ID] {
        var arguments: [SyntaxNode.ID] = []
        if take(end) { return arguments }
        repeat { arguments.append(try expression()) } while take(.comma)
        try expect(end)
        return arguments
    }

    private mutating func list() throws(CompilationError) -> SyntaxNode.ID {
        let start = current.range.lowerBound
        advance()
        var elements: [SyntaxNode.Element] = []
        while !at(.rightBracket) {
            let isOptional = take(.question)
            elements.append(SyntaxNode.Element(value: try expression(), isOptional: isOptional))
            guard take(.comma) else { break }
        }
        try expect(.rightBracket)
        return try addList(elements, start)
    }

    private mutating func addList(
        _ elements: [SyntaxNode.Element], _ start: Int
    ) throws(CompilationError) -> SyntaxNode.ID {
        try add(.list(elements), start..<lastEnd, children: elements.map(\.value))
    }

    private mutating func map() throws(CompilationError) -> SyntaxNode.ID {
        let start = current.range.lowerBound
        advance()
        var entries: [SyntaxNode.Entry] = []
        while !at(.rightBrace) {
            let isOptional = take(.question)
            let key = try expression()
            try expect(.colon)
            let value = try expression()
            entries.append(SyntaxNode.Entry(key: key, value: value, isOptional: isOptional))
            guard take(.comma) else { break }
        }
        try expect(.rightBrace)
        return try addMap(entries, start)
    }

    private mutating func addMap(
        _ entries: [SyntaxNode.Entry], _ start: Int
    ) throws(CompilationError) -> SyntaxNode.ID {
        try add(
            .map(entries), start..<lastEnd, children: entries.flatMap { [$0.key, $0.value] })
    }

    /// Whether `operand` is a name with or without dots, so that `{` begins a message.
    func isMessageName(_ operand: SyntaxNode.ID) -> Bool {
        switch nodes[operand].kind {
        case .name: true
        case .select(let inner, _, .value): isMessageName(inner)
        default: false
        }
    }

    mutating func message(_ name: SyntaxNode.ID) throws(CompilationError) -> SyntaxNode.ID {
        advance()
        var entries: [SyntaxNode.Entry] = []
        while !at(.rightBrace) {
            let isOptional = take(.question)
            let key = try messageField()
            let value = try expression()
            entries.append(SyntaxNode.Entry(key: key, value: value, isOptional: isOptional))
            guard take(.comma) else { break }
        }
        try expect(.rightBrace)
        return try addMessage(name, entries)
    }

    /// Reads the name of a field and the colon after it.
    private mutating func messageField() throws(CompilationError) -> SyntaxNode.ID {
        let range = current.range
        let word: String
        switch current.kind {
        case .identifier(let name), .quotedIdentifier(let name): word = name
        default: throw unexpected("expected a field name")
        }
        advance()
        try expect(.colon)
        return try add(.constant(.string(word)), range)
    }

    private mutating func addMessage(
        _ name: SyntaxNode.ID, _ entries: [SyntaxNode.Entry]
    ) throws(CompilationError) -> SyntaxNode.ID {
        try add(
            .message(name, entries), range(name, name), children: [name] + entries.map(\.value))
    }
}
