extension Parser {
    /// The name under which an operator is declared, and how tightly it binds.
    private static func operation(_ symbol: Symbol) -> (name: String, precedence: Int)? {
        switch symbol {
        case .equal: ("_==_", 1)
        case .notEqual: ("_!=_", 1)
        case .less: ("_<_", 1)
        case .lessOrEqual: ("_<=_", 1)
        case .greater: ("_>_", 1)
        case .greaterOrEqual: ("_>=_", 1)
        case .in: ("@in", 1)
        case .plus: ("_+_", 2)
        case .minus: ("_-_", 2)
        case .star: ("_*_", 3)
        case .slash: ("_/_", 3)
        case .percent: ("_%_", 3)
        default: nil
        }
    }

    mutating func binary(precedence: Int) throws(CompilationError) -> Expression.ID {
        var left = try unary()
        while case .symbol(let symbol) = current.kind,
            let operation = Self.operation(symbol), operation.precedence >= precedence
        {
            let word = Expression.Word(text: operation.name, range: current.range)
            advance()
            let right = try binary(precedence: operation.precedence + 1)
            let call = Expression.Call(
                function: word, target: nil, arguments: [left, right], isOperator: true)
            left = try add(.call(call), range(left, right), children: [left, right])
        }
        return left
    }

    private mutating func unary() throws(CompilationError) -> Expression.ID {
        var operators: [(symbol: Symbol, range: Range<Int>)] = []
        while at(.not) || at(.minus) {
            operators.append((at(.not) ? .not : .minus, current.range))
            advance()
        }
        guard operators.count <= limits.nestingDepth else { throw tooDeep(current.range) }
        var value: Expression.ID
        if let last = operators.last, last.symbol == .minus, isNumber {
            operators.removeLast()
            value = try postfix(try negativeNumber(from: last.range.lowerBound))
        } else {
            value = try postfix(try primary())
        }
        for (symbol, range) in operators.reversed() {
            let word = Expression.Word(text: symbol == .not ? "!_" : "-_", range: range)
            let call = Expression.Call(
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

    /// The sign belongs to the literal, or the smallest `int` could not be written.
    private mutating func negativeNumber(from start: Int) throws(CompilationError) -> Expression.ID
    {
        let range = start..<current.range.upperBound
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
    mutating func postfix(_ operand: Expression.ID) throws(CompilationError) -> Expression.ID {
        var operand = operand
        while true {
            if take(.dot) {
                operand = try member(of: operand)
            } else if take(.leftBracket) {
                let isOptional = take(.question)
                let index = try expression()
                try expect(.rightBracket)
                operand = try add(
                    .index(operand, index, isOptional: isOptional), range(operand, index),
                    children: [operand, index])
            } else if at(.leftBrace), isMessageName(operand) {
                operand = try message(operand)
            } else {
                return operand
            }
        }
    }

    private mutating func member(of operand: Expression.ID) throws(CompilationError)
        -> Expression.ID
    {
        let isOptional = take(.question)
        let word: Expression.Word
        switch current.kind {
        case .identifier(let name): word = Expression.Word(text: name, range: current.range)
        case .quotedIdentifier(let name):
            word = Expression.Word(text: name, range: current.range)
            advance()
            return try select(word, of: operand, isOptional: isOptional)
        default: throw unexpected("expected a field or method name")
        }
        advance()
        if !isOptional, take(.leftParenthesis) {
            let arguments = try self.arguments(until: .rightParenthesis)
            return try call(word, target: operand, arguments: arguments)
        }
        return try select(word, of: operand, isOptional: isOptional)
    }

    private mutating func select(
        _ word: Expression.Word, of operand: Expression.ID, isOptional: Bool
    ) throws(CompilationError) -> Expression.ID {
        try add(
            .select(operand, field: word, access: isOptional ? .optional : .value),
            range(operand, operand), children: [operand])
    }
}
