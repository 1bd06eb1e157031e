extension String {
    /// The text with full-width forms made half-width, radicals made the characters that they stand
    /// for, and every kind of blank made a space; invisible characters are taken out. Nothing else
    /// is changed.
    package var foldedWidth: String {
        guard ByteKinds(of: self).contains(.folding) else { return self }
        return folded
    }

    private var folded: String {
        String(unicodeScalars.lazy.compactMap(\.folded))
    }

    /// Makes a text of characters.
    private init(_ scalars: some Sequence<Unicode.Scalar>) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(64)
        for scalar in scalars {
            if let encoded = UTF8.encode(scalar) { bytes.append(contentsOf: encoded) }
        }
        self.init(decoding: bytes, as: UTF8.self)
    }

    /// The text without blanks at its ends.
    var trimmed: String {
        guard let first = unicodeScalars.first, let last = unicodeScalars.last,
            first.isBlank || last.isBlank
        else { return self }
        var view = unicodeScalars[...]
        while let first = view.first, first.isBlank { view.removeFirst() }
        while let last = view.last, last.isBlank { view.removeLast() }
        return String(view)
    }

    /// The text in half-width forms, without any blank: what headings and words are compared by.
    package var compact: String {
        let kinds = ByteKinds(of: self)
        guard !kinds.isDisjoint(with: [.folding, .blank]) else { return self }
        let folded = kinds.contains(.folding) ? folded : self
        guard folded.unicodeScalars.contains(where: \.isBlank) else { return folded }
        return String(folded.unicodeScalars.lazy.filter { !$0.isBlank })
    }

    /// The text as `compact`, in lower case: the form in which words are looked up.
    var compactLowercased: String {
        let text = compact
        // Ideographs have no case, and to look each of them up takes long.
        return ByteKinds(of: text).contains(.cased) ? text.lowercased() : text
    }
}

extension Unicode.Scalar {
    /// Whether the character is a Chinese ideograph.
    var isIdeograph: Bool { properties.isUnifiedIdeograph || value == 0x3007 }

    /// Whether the character is a blank of any kind; quick for what texts mostly hold.
    var isBlank: Bool {
        if value < 0x80 { return value == 0x20 || (0x09...0x0D).contains(value) }
        return value < 0x3100 && properties.isWhitespace
    }

    /// The character in half-width form; nil for one that is taken out.
    fileprivate var folded: Unicode.Scalar? {
        switch value {
        case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0)
        case 0x3000, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x2800: " "
        case 0x0D: nil
        case 0x2028, 0x2029, 0x85: "\n"
        case 0x2E80...0x2FD5: CompatibleForms.character(of: self) ?? self
        default: isInvisible ? nil : self
        }
    }

    /// The value of an ASCII digit.
    var digit: Int? { value >= 0x30 && value <= 0x39 ? Int(value - 0x30) : nil }
}

/// What the bytes of a text may belong to, so that plain texts need no second look at their
/// characters.
struct ByteKinds: OptionSet {
    let rawValue: UInt8

    /// A character that may be folded or taken out: most texts, ideographs among them, have none.
    static let folding = ByteKinds(rawValue: 1)
    /// A blank within folded text.
    static let blank = ByteKinds(rawValue: 2)
    /// A letter that may have a lower case.
    static let cased = ByteKinds(rawValue: 4)
    /// A bracket, a line break or a sign that is no part of a heading's key.
    static let mark = ByteKinds(rawValue: 8)

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// Looks at all bytes of a text.
    init(of text: String) {
        let table = Self.table
        let bytes = text.utf8Span.span
        var kinds: UInt8 = 0
        for place in bytes.indices { kinds |= table[Int(bytes[place])] }
        self.init(rawValue: kinds)
    }

    /// By byte.
    private static let table: [UInt8] = (0...UInt8.max).map { byte in
        var kinds: ByteKinds = []
        switch byte {
        case 0x0D, 0xC2, 0xCD, 0xD8, 0xE1, 0xE2, 0xE3, 0xEF, 0xF3: kinds.insert(.folding)
        default: break
        }
        // Beyond ASCII one blank is left, U+1680.
        switch byte {
        case 0x09...0x0D, 0x20, 0xE1: kinds.insert(.blank)
        default: break
        }
        switch byte {
        case 0x41...0x5A, 0xC2...0xE2, 0xEA...0xFF: kinds.insert(.cased)
        default: break
        }
        switch byte {
        case 0x0A...0x0D, 0x23, 0x28, 0x2A, 0x3A, 0x3C, 0x5B, 0xE3: kinds.insert(.mark)
        default: break
        }
        return kinds.rawValue
    }
}
