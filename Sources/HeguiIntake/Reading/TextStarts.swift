/// How some texts begin, so that most others are told from them by their first bytes.
///
/// A text is refused only where it is plain that it begins as none of these does, neither when
/// blanks are taken out, nor in half-width forms, nor in lower case.
struct TextStarts: Sendable {
    /// Bits by what one of the texts begins with; others may share a bit, which costs a second look.
    private var bits = [UInt64](repeating: 0, count: Self.wordCount)
    /// Whether one of the texts may be written with other characters that count as the same.
    private var isOpen = false

    private static let wordCount = 256

    init(_ texts: some Sequence<String> = []) {
        for text in texts { insert(text) }
    }

    mutating func insert(_ text: String) {
        var bytes = text.utf8.makeIterator()
        guard let first = bytes.next() else { return }
        switch Self.kind(first) {
        case .letter(let letter): set(Start.letter(letter))
        case .ideograph:
            let one = Self.ideograph(first, &bytes)
            set(Start.ideograph(one))
            if let second = bytes.next(), case .ideograph = Self.kind(second) {
                set(Start.pair(one, Self.ideograph(second, &bytes)))
            } else {
                set(Start.lone(one))
            }
        case .other: isOpen = isOpen || Self.mayBePlain(text.unicodeScalars.first)
        }
    }

    /// Whether a text may begin with one of these; each is at least one character long.
    func mayBegin(_ text: String) -> Bool {
        if isOpen { return true }
        var bytes = text.utf8.makeIterator()
        guard let first = bytes.next() else { return true }
        switch Self.kind(first) {
        case .letter(let letter): return has(Start.letter(letter))
        case .ideograph:
            let one = Self.ideograph(first, &bytes)
            guard has(Start.ideograph(one)) else { return false }
            guard let second = bytes.next(), case .ideograph = Self.kind(second) else {
                return true
            }
            return has(Start.lone(one)) || has(Start.pair(one, Self.ideograph(second, &bytes)))
        case .other: return true
        }
    }

    private enum FirstByte {
        /// A printing character of ASCII, in lower case.
        case letter(UInt8)
        /// The first of three.
        case ideograph
        /// A blank, a sign that may be left out, or anything that may be folded.
        case other
    }

    private static func kind(_ byte: UInt8) -> FirstByte {
        switch byte {
        case 0x23, 0x2A: .other
        case 0x41...0x5A: .letter(byte | 0x20)
        case 0x21...0x7E: .letter(byte)
        case 0xE4...0xE9: .ideograph
        default: .other
        }
    }

    private static func ideograph(
        _ first: UInt8, _ bytes: inout String.UTF8View.Iterator
    ) -> UInt64 {
        let second = bytes.next() ?? 0
        let third = bytes.next() ?? 0
        return UInt64(first) << 16 | UInt64(second) << 8 | UInt64(third)
    }

    /// Whether a text that begins like this may count as the same as one in letters of ASCII or
    /// usual ideographs: `é` is an e with a mark.
    private static func mayBePlain(_ scalar: Unicode.Scalar?) -> Bool {
        guard let value = scalar?.value, value >= 0x80 else { return false }
        switch value {
        case 0x212A, 0x212B, 0x2260, 0x226E, 0x226F: return true
        case 0x2000...0x30FF, 0xFF00...0xFFEF: return false
        default: return true
        }
    }

    private enum Start {
        static func letter(_ byte: UInt8) -> UInt64 { UInt64(byte) }
        static func ideograph(_ one: UInt64) -> UInt64 { 1 << 56 | one }
        static func lone(_ one: UInt64) -> UInt64 { 2 << 56 | one }
        static func pair(_ one: UInt64, _ two: UInt64) -> UInt64 { 3 << 56 | one << 24 | two }
    }

    private mutating func set(_ start: UInt64) {
        let place = Self.place(start)
        bits[place >> 6] |= 1 << UInt64(place & 63)
    }

    private func has(_ start: UInt64) -> Bool {
        let place = Self.place(start)
        return bits[place >> 6] >> UInt64(place & 63) & 1 == 1
    }

    private static func place(_ start: UInt64) -> Int {
        // Multiplied by the golden ratio, so that what differs little stands far apart.
        Int((start &* 0x9E37_79B9_7F4A_7C15) >> 50)
    }
}
