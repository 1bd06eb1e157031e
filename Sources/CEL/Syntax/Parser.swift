/// Builds the nodes of an expression from its tokens by recursive descent.
struct Parser {
    let macros: Set<Macro>
    let limits: ResourceLimits
    let tokens: [Token]
    var position = 0
    var nodes: [SyntaxNode] = []
    /// The depth of the tree under each node.
    var depths: [Int] = []
    /// How deep the parser itself has recursed.
    var nesting = 0

    /// Returns the syntax tree of `text`. Throws the first syntax error.
    ///
    /// Complexity: O(n) in the length of the text.
    static func parse(
        _ text: String, macros: Set<Macro>, limits: ResourceLimits
    ) throws(CompilationError) -> ParsedExpression {
        guard text.utf8.count <= limits.expressionLength else {
            throw CompilationError(
                kind: "limit",
                message: "the expression is longer than \(limits.expressionLength) bytes",
                range: 0..<text.utf8.count)
        }
        let tokens = try Lexer.tokens(of: text)
        var parser = Parser(macros: macros, limits: limits, tokens: tokens)
        let root = try parser.expression()
        guard case .end = parser.current.kind else { throw parser.unexpected() }
        return ParsedExpression(text: text, nodes: parser.nodes, root: root)
    }

    private init(macros: Set<Macro>, limits: ResourceLimits, tokens: [Token]) {
        self.macros = macros
        self.limits = limits
        self.tokens = tokens
    }

    var current: Token { tokens[position] }

    /// The end of the token before the current one.
    var lastEnd: Int { position > 0 ? tokens[position - 1].range.upperBound : 0 }

    mutating func advance() {
        if position + 1 < tokens.count { position += 1 }
    }

    func at(_ symbol: Symbol) -> Bool {
        if case .symbol(let found) = current.kind { return found == symbol }
        return false
    }

    mutating func take(_ symbol: Symbol) -> Bool {
        guard at(symbol) else { return false }
        advance()
        return true
    }

    mutating func expect(_ symbol: Symbol) throws(CompilationError) {
        if !take(symbol) { throw unexpected("expected `\(symbol.rawValue)`") }
    }

    func unexpected(_ expectation: String? = nil) -> CompilationError {
        let found: String =
            switch current.kind {
            case .end: "the end of the expression"
            case .symbol(let symbol): "`\(symbol.rawValue)`"
            case .identifier(let name): "`\(name)`"
            case .quotedIdentifier(let name): "`\(name)`"
            case .constant, .magnitude: "a literal"
            }
        let message = expectation.map { "\($0), found \(found)" } ?? "unexpected \(found)"
        if let error = otherLanguage { return error }
        return CompilationError(
            kind: "syntax", message: message, range: current.range, help: hint(at: position))
    }

    /// What is wrong where the token before this one is of another language.
    private var otherLanguage: CompilationError? {
        guard position > 0 else { return nil }
        let last = tokens[position - 1]
        switch (last.kind, current.kind) {
        case (.identifier(let name), .identifier), (.identifier(let name), .constant),
            (.identifier(let name), .magnitude):
            guard ["not", "NOT"].contains(name) else { return nil }
            return CompilationError(
                kind: "syntax", message: "unexpected `\(name)`", range: last.range,
                help: OtherSpelling.hint(word: name))
        case (.symbol(.less), .symbol(.greater))
        where last.range.upperBound == current.range.lowerBound:
            return CompilationError(
                kind: "syntax", message: "unexpected `<>`",
                range: last.range.lowerBound..<current.range.upperBound, help: "write `!=`")
        default: return nil
        }
    }

    private func hint(at position: Int) -> String? {
        if case .identifier(let name) = tokens[position].kind {
            OtherSpelling.hint(word: name)
        } else {
            nil
        }
    }

    mutating func add(
        _ kind: SyntaxNode.Kind, _ range: Range<Int>, children: [SyntaxNode.ID] = []
    ) throws(CompilationError) -> SyntaxNode.ID {
        var depth = 1
        for child in children { depth = max(depth, depths[child] + 1) }
        guard depth <= limits.nestingDepth else { throw tooDeep(range) }
        nodes.append(SyntaxNode(kind: kind, range: range))
        depths.append(depth)
        return nodes.count - 1
    }

    func tooDeep(_ range: Range<Int>) -> CompilationError {
        CompilationError(
            kind: "limit", message: "the expression nests deeper than \(limits.nestingDepth)",
            range: range)
    }

    /// The parser recurses from here. The functions on the way leave the making of nodes to others,
    /// which keeps their stack frames small.
    mutating func expression() throws(CompilationError) -> SyntaxNode.ID {
        try enter()
        let condition = try operation(precedence: 1)
        let result = at(.question) ? try conditional(condition) : condition
        nesting -= 1
        return result
    }

    private mutating func enter() throws(CompilationError) {
        nesting += 1
        guard nesting <= limits.nestingDepth else { throw tooDeep(current.range) }
    }

    private mutating func conditional(
        _ condition: SyntaxNode.ID
    ) throws(CompilationError) -> SyntaxNode.ID {
        advance()
        let first = try operation(precedence: 1)
        try expect(.colon)
        let second = try expression()
        return try add(
            .conditional(condition, first, second), range(condition, second),
            children: [condition, first, second])
    }

    func range(_ first: SyntaxNode.ID, _ last: SyntaxNode.ID) -> Range<Int> {
        let start = nodes[first].range.lowerBound
        return start..<max(start, lastEnd, nodes[last].range.upperBound)
    }
}

/// The limits of an expression, so that no input can crash, hang or exhaust memory.
public struct ResourceLimits: Hashable, Sendable {
    /// The greatest length of an expression in UTF-8 code units.
    public var expressionLength = 100_000
    /// How deep an expression may nest. Every pass recurses at most this deep.
    public var nestingDepth = 100
    /// How many elements all macros of an evaluation may visit together. A macro inside another one
    /// counts again each time it runs.
    public var comprehensionSteps = 1_000_000
    /// How many steps an evaluation may take.
    ///
    /// One step is a node of one round of a macro, an element that is read, eight bytes of text, or a
    /// byte that a regular expression is matched against. An element that is made costs four steps.
    public var cost = 10_000_000

    /// Makes the default limits.
    public init() {}
}
