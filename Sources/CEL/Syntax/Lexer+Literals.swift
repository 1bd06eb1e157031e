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

    /// Refuses a number that runs into a word: `12abc` is a mistake, not two tokens.
    private mutating func refuseWord(after start: Int) throws(CompilationError) {
        guard peek().isLetter else { return }
        while peek().isLetter || peek().isDigit { offset += 1 }
        let text = String(decoding: bytes[start..<offset], as: UTF8.self)
        throw CompilationError(
            kind: "syntax", message: "`\(text)` is not a number", range: start..<offset)
    }
}

extension Lexer {
    /// Reads a string or bytes literal whose opening quote is at `offset`.
    mutating func quoted(
        start: Int, isRaw: Bool, isBytes: Bool
    ) throws(CompilationError) -> Token {
        let quote = peek()
        let isTriple = peek(1) == quote && peek(2) == quote
        let opening = start..<(offset + (isTriple ? 3 : 1))
        offset = opening.upperBound
        var content: [UInt8] = []
        while true {
            guard offset < bytes.count else { throw Self.unclosed(opening) }
            let byte = bytes[offset]
            if byte == quote && !isTriple {
                offset += 1
                break
            }
            if byte == quote && peek(1) == quote && peek(2) == quote {
                offset += 3
                break
            }
            if !isTriple && (byte == 0x0A || byte == 0x0D) { throw Self.unclosed(opening) }
            if byte == UInt8(ascii: "\\") && !isRaw {
                try escape(isBytes: isBytes, into: &content)
            } else {
                content.append(byte)
                offset += 1
            }
        }
        let value: Value =
            isBytes ? .bytes(content) : .string(String(decoding: content, as: UTF8.self))
        return Token(kind: .constant(value), range: start..<offset)
    }

    private static func unclosed(_ range: Range<Int>) -> CompilationError {
        CompilationError(
            kind: "syntax", message: "a string literal is not closed", range: range,
            help: "a line break needs `\\n` or triple quotes")
    }

    private mutating func escape(
        isBytes: Bool, into content: inout [UInt8]
    ) throws(CompilationError) {
        let start = offset
        offset += 2
        let letter = start + 1 < bytes.count ? bytes[start + 1] : 0
        if let plain = Self.plainEscapes[letter] {
            content.append(plain)
            return
        }
        let scalar: UInt32?
        switch letter {
        case UInt8(ascii: "x"), UInt8(ascii: "X"):
            scalar = hexadecimal(digits: 2)
        case UInt8(ascii: "u") where !isBytes:
            scalar = hexadecimal(digits: 4)
        case UInt8(ascii: "U") where !isBytes:
            scalar = hexadecimal(digits: 8)
        case 0x30...0x33:
            offset -= 1
            scalar = octal()
        default:
            scalar = nil
        }
        guard let scalar, isBytes || Unicode.Scalar(scalar) != nil else {
            let end = min(max(offset, start + 1), bytes.count)
            let text = String(decoding: bytes[start..<end], as: UTF8.self)
            throw CompilationError(
                kind: "syntax", message: "`\(text)` is not an escape sequence", range: start..<end,
                help: "a backslash is written `\\\\`")
        }
        if isBytes {
            content.append(UInt8(truncatingIfNeeded: scalar))
        } else if let scalar = Unicode.Scalar(scalar) {
            content.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }

    private static let plainEscapes: [UInt8: UInt8] = [
        UInt8(ascii: "a"): 0x07, UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C,
        UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
        UInt8(ascii: "v"): 0x0B, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "?"): 0x3F,
        UInt8(ascii: "\""): 0x22, UInt8(ascii: "'"): 0x27, UInt8(ascii: "`"): 0x60,
    ]

    private mutating func hexadecimal(digits: Int) -> UInt32? {
        var value: UInt32 = 0
        for _ in 0..<digits {
            guard let digit = peek().hexadecimalValue else { return nil }
            value = value << 4 | digit
            offset += 1
        }
        return value
    }

    private mutating func octal() -> UInt32? {
        var value: UInt32 = 0
        for _ in 0..<3 {
            guard (0x30...0x37).contains(peek()) else { return nil }
            value = value << 3 | UInt32(peek() - 0x30)
            offset += 1
        }
        return value
    }
}
