/// Splits the text of an expression into tokens.
struct Lexer {
    let bytes: [UInt8]
    var offset = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// Returns all tokens, and `.end` as the last.
    ///
    /// Complexity: O(n) in the length of the text.
    static func tokens(of text: String) throws(CompilationError) -> [Token] {
        var lexer = Lexer(text)
        var tokens: [Token] = []
        while true {
            let token = try lexer.next()
            tokens.append(token)
            if case .end = token.kind { return tokens }
        }
    }

    /// Returns the byte `distance` ahead, or 0 past the end.
    func peek(_ distance: Int = 0) -> UInt8 {
        let index = offset + distance
        return index < bytes.count ? bytes[index] : 0
    }

    mutating func next() throws(CompilationError) -> Token {
        skipBlanks()
        guard offset < bytes.count else {
            return Token(kind: .end, range: bytes.count..<bytes.count)
        }
        let first = peek()
        if first.isLetter { return try word() }
        if first.isDigit || (first == UInt8(ascii: ".") && peek(1).isDigit) {
            return try number()
        }
        switch first {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            return try quoted(start: offset, isRaw: false, isBytes: false)
        case UInt8(ascii: "`"):
            return try quotedIdentifier()
        default:
            return try symbol()
        }
    }

    private mutating func skipBlanks() {
        while offset < bytes.count {
            switch bytes[offset] {
            case 0x20, 0x09, 0x0A, 0x0C, 0x0D:
                offset += 1
            case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
                while offset < bytes.count && bytes[offset] != 0x0A { offset += 1 }
            default:
                return
            }
        }
    }

    private mutating func word() throws(CompilationError) -> Token {
        let start = offset
        while peek().isLetter || peek().isDigit { offset += 1 }
        let quote = peek()
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let prefix = bytes[start..<offset].map { $0 | 0x20 }
            let r = UInt8(ascii: "r")
            let b = UInt8(ascii: "b")
            switch prefix {
            case [r]: return try quoted(start: start, isRaw: true, isBytes: false)
            case [b]: return try quoted(start: start, isRaw: false, isBytes: true)
            case [r, b], [b, r]: return try quoted(start: start, isRaw: true, isBytes: true)
            default: break
            }
        }
        let text = String(decoding: bytes[start..<offset], as: UTF8.self)
        let kind: Token.Kind =
            switch text {
            case "true": .constant(.bool(true))
            case "false": .constant(.bool(false))
            case "null": .constant(.null)
            case "in": .symbol(.in)
            default: .identifier(text)
            }
        return Token(kind: kind, range: start..<offset)
    }

    private mutating func quotedIdentifier() throws(CompilationError) -> Token {
        let start = offset
        offset += 1
        let allowed = Set("_.-/ ".utf8)
        while peek().isLetter || peek().isDigit || allowed.contains(peek()) { offset += 1 }
        guard peek() == UInt8(ascii: "`"), offset > start + 1 else {
            throw CompilationError(
                kind: "syntax",
                message: "a quoted field name is not closed or has a character it may not have",
                range: start..<max(offset, start + 1),
                help: "letters, digits, `_`, `.`, `-`, `/` and spaces may stand between backticks")
        }
        let name = String(decoding: bytes[(start + 1)..<offset], as: UTF8.self)
        offset += 1
        return Token(kind: .quotedIdentifier(name), range: start..<offset)
    }

    private mutating func symbol() throws(CompilationError) -> Token {
        let start = offset
        for length in [2, 1] where start + length <= bytes.count {
            let text = String(decoding: bytes[start..<(start + length)], as: UTF8.self)
            if let symbol = Symbol(rawValue: text) {
                offset += length
                return Token(kind: .symbol(symbol), range: start..<offset)
            }
        }
        let end = endOfCharacter(from: start)
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        throw CompilationError(
            kind: "syntax", message: "unexpected character `\(Self.visible(text))`",
            range: start..<end, help: OtherSpelling.hint(character: text))
    }

    /// A character that shows as nothing is named by its number.
    private static func visible(_ text: String) -> String {
        guard let scalar = text.unicodeScalars.first,
            scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
        else { return text }
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// Returns the end of the UTF-8 sequence that starts at `start`.
    func endOfCharacter(from start: Int) -> Int {
        var end = start + 1
        while end < bytes.count && bytes[end] & 0xC0 == 0x80 { end += 1 }
        return end
    }
}

/// A token of an expression and its place.
struct Token: Sendable {
    /// What the token is.
    enum Kind: Sendable {
        case identifier(String)
        /// A field name between backticks.
        case quotedIdentifier(String)
        /// A literal other than a signed integer.
        case constant(Value)
        /// The magnitude of a signed integer, whose sign is a token of its own.
        case magnitude(UInt64)
        case symbol(Symbol)
        case end
    }

    var kind: Kind
    /// UTF-8 offsets in the expression's text.
    var range: Range<Int>
}

/// Punctuation of the language.
enum Symbol: String, Sendable {
    case leftParenthesis = "("
    case rightParenthesis = ")"
    case leftBracket = "["
    case rightBracket = "]"
    case leftBrace = "{"
    case rightBrace = "}"
    case comma = ","
    case colon = ":"
    case dot = "."
    case question = "?"
    case plus = "+"
    case minus = "-"
    case star = "*"
    case slash = "/"
    case percent = "%"
    case not = "!"
    case and = "&&"
    case or = "||"
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case `in` = "in"
}
