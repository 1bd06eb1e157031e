extension Lexer {
    mutating func number() throws(CompilationError) -> Token {
        let start = offset
        if peek() == UInt8(ascii: "0"), peek(1) | 0x20 == UInt8(ascii: "x") {
            return try hexadecimal(start: start)
        }
        while peek().isDigit { offset += 1 }
        var isDouble = false
        if peek() == UInt8(ascii: "."), peek(1).isDigit {
            isDouble = true
            offset += 1
            while peek().isDigit { offset += 1 }
        }
        if peek() | 0x20 == UInt8(ascii: "e") {
            let sign = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-") ? 1 : 0
            if peek(1 + sign).isDigit {
                isDouble = true
                offset += 1 + sign
                while peek().isDigit { offset += 1 }
            }
        }
        if !isDouble { return try integer(start: start, digitsFrom: start, radix: 10) }
        try refuseWord(after: start)
        let text = String(decoding: bytes[start..<offset], as: UTF8.self)
        guard let value = Double(text), value.isFinite else {
            throw CompilationError(
                kind: "number-out-of-range", message: "`\(text)` is out of the range of `double`",
                range: start..<offset)
        }
        return Token(kind: .constant(.double(value)), range: start..<offset)
    }

    private mutating func hexadecimal(start: Int) throws(CompilationError) -> Token {
        offset += 2
        let digits = offset
        while peek().hexadecimalValue != nil { offset += 1 }
        guard offset > digits else {
            throw CompilationError(
                kind: "syntax", message: "`0x` needs hexadecimal digits", range: start..<offset)
        }
        return try integer(start: start, digitsFrom: digits, radix: 16)
    }

    private mutating func integer(
        start: Int, digitsFrom: Int, radix: Int
    ) throws(CompilationError) -> Token {
        let digits = String(decoding: bytes[digitsFrom..<offset], as: UTF8.self)
        let isUnsigned = peek() | 0x20 == UInt8(ascii: "u")
        if isUnsigned { offset += 1 }
        try refuseWord(after: start)
        guard let magnitude = UInt64(digits, radix: radix) else {
            let text = String(decoding: bytes[start..<offset], as: UTF8.self)
            throw CompilationError(
                kind: "number-out-of-range",
                message: "`\(text)` is out of the range of `\(isUnsigned ? "uint" : "int")`",
                range: start..<offset)
        }
        return Token(
            kind: isUnsigned ? .constant(.uint(magnitude)) : .magnitude(magnitude),
            range: start..<offset)
    }

    /// A number may not run into a word: `12abc` is a mistake, not two tokens.
    private mutating func refuseWord(after start: Int) throws(CompilationError) {
        guard peek().isLetter else { return }
        while peek().isLetter || peek().isDigit { offset += 1 }
        let text = String(decoding: bytes[start..<offset], as: UTF8.self)
        throw CompilationError(
            kind: "syntax", message: "`\(text)` is not a number", range: start..<offset)
    }
}
