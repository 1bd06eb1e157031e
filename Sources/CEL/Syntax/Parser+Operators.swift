extension Parser {
    /// Returns the declared name of an operator and its precedence.
    private static func operation(_ symbol: Symbol) -> (name: String, precedence: Int)? {
        switch symbol {
        case .or: ("_||_", 1)
        case .and: ("_&&_", 2)
        case .equal: ("_==_", 3)
        case .notEqual: ("_!=_", 3)
        case .less: ("_<_", 3)
        case .lessOrEqual: ("_<=_", 3)
        case .greater: ("_>_", 3)
        case .greaterOrEqual: ("_>=_", 3)
        case .in: ("@in", 3)
        case .plus: ("_+_", 4)
        case .minus: ("_-_", 4)
        case .star: ("_*_", 5)
        case .slash: ("_/_", 5)
        case .percent: ("_%_", 5)
        default: nil
        }
    }

    /// The precedence of the operator at the current token; 0 if there is none.
    private var currentPrecedence: Int {
        guard case .symbol(let symbol) = current.kind else { return 0 }
        return Self.operation(symbol)?.precedence ?? 0
    }

    /// Reads operands, and between them operators of at least this precedence.
    mutating func operation(precedence: Int) throws(CompilationError) -> SyntaxNode.ID {
        var left = try unary()
        while currentPrecedence >= precedence {
            left = try operation(on: left)
        }
        return left
    }

    private mutating func operation(
        on left: SyntaxNode.ID
    ) throws(CompilationError) -> SyntaxNode.ID {
        let precedence = currentPrecedence
        if precedence < 3 { return try chain(from: left, precedence) }
        let sign = position
        advance()
        let right = try operation(precedence: precedence + 1)
        return try addOperation(left: left, sign: sign, right: right)
    }

    private mutating func chain(
        from left: SyntaxNode.ID, _ precedence: Int
    ) throws(CompilationError) -> SyntaxNode.ID {
        var operands = [left]
        while currentPrecedence == precedence {
            advance()
            operands.append(try operation(precedence: precedence + 1))
        }
        return try addChain(operands, isAnd: precedence == 2)
    }

    private mutating func addChain(
        _ operands: [SyntaxNode.ID], isAnd: Bool
    ) throws(CompilationError) -> SyntaxNode.ID {
        try add(
            .logical(isAnd: isAnd, operands), range(operands[0], operands[operands.count - 1]),
            children: operands)
    }

    private mutating func addOperation(
        left: SyntaxNode.ID, sign: Int, right: SyntaxNode.ID
    ) throws(CompilationError) -> SyntaxNode.ID {
        guard case .symbol(let symbol) = tokens[sign].kind, let found = Self.operation(symbol)
        else { throw unexpected() }
        let call = SyntaxNode.Call(
            function: SyntaxNode.Word(text: found.name, range: tokens[sign].range), target: nil,
            arguments: [left, right], isOperator: true)
        return try add(.call(call), range(left, right), children: [left, right])
    }

    private mutating func unary() throws(CompilationError) -> SyntaxNode.ID {
        let signs = try takeSigns()
        let operand = position > signs.upperBound ? try negativeNumber() : try primary()
        let value = try postfix(operand)
        return signs.isEmpty ? value : try addSigns(signs, value)
    }

    /// Takes `!` and `-` and returns their places. Leaves out a `-` that belongs to a literal.
    private mutating func takeSigns() throws(CompilationError) -> Range<Int> {
        let start = position
        while at(.not) || at(.minus) { advance() }
        guard position - start <= limits.nestingDepth else { throw tooDeep(current.range) }
        let isLiteral = position > start && isNumber && isMinus(position - 1)
        return start..<(isLiteral ? position - 1 : position)
    }

    private func isMinus(_ token: Int) -> Bool {
        if case .symbol(.minus) = tokens[token].kind { return true }
        return false
    }

    private mutating func addSigns(
        _ signs: Range<Int>, _ value: SyntaxNode.ID
    ) throws(CompilationError) -> SyntaxNode.ID {
        var value = value
        for sign in signs.reversed() {
            let range = tokens[sign].range
            let word = SyntaxNode.Word(text: isMinus(sign) ? "-_" : "!_", range: range)
            let call = SyntaxNode.Call(
                function: word, target: nil, arguments: [value], isOperator: true)
            value = try add(.call(call), range.lowerBound..<lastEnd, children: [value])
        }
        return value
    }

    private var isNumber: Bool {
        switch current.kind {
        case .magnitude, .constant(.double): true
        default: false
        }
    }

    /// Reads a literal with its sign. Otherwise the smallest `int` could not be written.
    private mutating func negativeNumber() throws(CompilationError) -> SyntaxNode.ID {
        let range = tokens[position - 1].range.lowerBound..<current.range.upperBound
        let value: Value
        switch current.kind {
        case .constant(.double(let double)):
            value = .double(-double)
        case .magnitude(let magnitude) where magnitude <= Int64.min.magnitude:
            value = .int(Int64(truncatingIfNeeded: 0 &- magnitude))
        default:
            throw outOfRange(range)
        }
        advance()
        return try add(.constant(value), range)
    }

    func outOfRange(_ range: Range<Int>) -> CompilationError {
        CompilationError(
            kind: "number-out-of-range", message: "the literal is out of the range of `int`",
            range: range)
    }

    /// Reads selections, indexes and method calls after `operand`.
    private mutating func postfix(
        _ operand: SyntaxNode.ID
    ) throws(CompilationError) -> SyntaxNode.ID {
        var operand = operand
        while true {
            if take(.dot) {
                operand = try member(of: operand)
            } else if take(.leftBracket) {
                operand = try index(of: operand)
            } else if at(.leftBrace), isMessageName(operand) {
                operand = try message(operand)
            } else {
                return operand
            }
        }
    }

    private mutating func index(of operand: SyntaxNode.ID) throws(CompilationError) -> SyntaxNode.ID
    {
        let isOptional = take(.question)
        let index = try expression()
        try expect(.rightBracket)
        return try addIndex(operand, index, isOptional: isOptional)
    }

    private mutating func addIndex(
        _ operand: SyntaxNode.ID, _ index: SyntaxNode.ID, isOptional: Bool
    ) throws(CompilationError) -> SyntaxNode.ID {
        try add(
            .index(operand, index, isOptional: isOptional), range(operand, index),
            children: [operand, index])
    }

    private mutating func member(of operand: SyntaxNode.ID) throws(CompilationError)
        -> SyntaxNode.ID
    {
        let isOptional = take(.question)
        let (word, isQuoted) = try memberName()
        if !isOptional, !isQuoted, take(.leftParenthesis) {
            let arguments = try self.arguments(until: .rightParenthesis)
            return try call(word, target: operand, arguments: arguments)
        }
        return try select(word, of: operand, isOptional: isOptional)
    }

    private mutating func memberName() throws(CompilationError) -> (SyntaxNode.Word, isQuoted: Bool)
    {
        let range = current.range
        switch current.kind {
        case .identifier(let name):
            advance()
            return (SyntaxNode.Word(text: name, range: range), false)
        case .quotedIdentifier(let name):
            advance()
            return (SyntaxNode.Word(text: name, range: range), true)
        default:
            throw unexpected("expected a field or method name")
        }
    }

    private mutating func select(
        _ word: SyntaxNode.Word, of operand: SyntaxNode.ID, isOptional: Bool
    ) throws(CompilationError) -> SyntaxNode.ID {
        try add(
            .select(operand, field: word, access: isOptional ? .optional : .value),
            range(operand, operand), children: [operand])
    }
}
