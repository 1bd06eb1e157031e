/// The bare state machine of RFC 4180: what a byte means where it stands.
package struct CSVMachine {
    enum State: Hashable {
        case fieldStart, unquoted, quoted
        /// After a quote inside a quoted field: its end, or the first of two.
        case quoteInQuoted
        /// After the end of a quoted field, inside text that should not be there.
        case afterQuoted
    }

    package enum Action: Hashable {
        /// The byte belongs to the field.
        case take
        /// The byte is syntax only.
        case skip
        case openQuote
        case endField
        case endRecord
        /// The byte belongs to the field though the closing quote stands before it.
        case takeAfterQuote
    }

    private let delimiter: UInt8
    private let quote: UInt8
    private let skipsBlanks: Bool
    private(set) var state = State.fieldStart

    package init(_ dialect: CSVDialect) {
        delimiter = dialect.delimiter.rawValue
        quote = dialect.quote
        skipsBlanks = dialect.skipsBlanks
    }

    package mutating func step(_ byte: UInt8) -> Action {
        switch state {
        case .quoted:
            guard byte == quote else { return .take }
            state = .quoteInQuoted
            return .skip
        case .quoteInQuoted where byte == quote:
            state = .quoted
            return .take
        case .fieldStart where byte == quote:
            state = .quoted
            return .openQuote
        default:
            return stepOutside(byte)
        }
    }

    private mutating func stepOutside(_ byte: UInt8) -> Action {
        if byte == delimiter {
            state = .fieldStart
            return .endField
        }
        if byte == 0x0A || byte == 0x0D {
            state = .fieldStart
            return .endRecord
        }
        switch state {
        case .quoteInQuoted:
            // Blanks between the closing quote and the delimiter do no harm.
            if byte == 0x20 || byte == 0x09 { return .skip }
            state = .afterQuoted
            return .takeAfterQuote
        case .fieldStart where skipsBlanks && (byte == 0x20 || byte == 0x09):
            return .skip
        case .afterQuoted:
            return .take
        default:
            state = .unquoted
            return .take
        }
    }
}
