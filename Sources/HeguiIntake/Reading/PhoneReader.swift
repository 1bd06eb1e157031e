internal import HeguiDiagnostics
package import HeguiSheets

/// A cell → the telephone numbers in it.
package enum PhoneReader {
    /// Reads a cell; nil is an empty one. Mobile numbers come first.
    package static func read(_ cell: RawCell?) -> ParsedValue<[Phone]> {
        CellWriting(cell).read(readWritten)
    }

    /// Reads a text.
    package static func read(text: String) -> ParsedValue<[Phone]> {
        CellWriting(text: text).read(readWritten)
    }

    private static func readWritten(_ text: String) -> ParsedValue<[Phone]> {
        if let mobile = plainMobile(text) { return .value([mobile]) }
        var phones: [Phone] = []
        for piece in text.split(whereSeparator: { "、,;/\n".contains($0) }) {
            phones += pieces(of: String(piece)).compactMap(phone)
        }
        guard !phones.isEmpty else {
            if let scientific = scientific(text) { return scientific }
            return .unreadable(Message(zh: "不是电话号码", en: "not a telephone number"))
        }
        var notes: [ParsingNote] = []
        if phones.contains(where: { $0.kind == .masked }) { notes.append(.masked) }
        if phones.contains(where: { $0.kind == .irregular }) { notes.append(.irregular) }
        let mobile = phones.filter { $0.kind == .mobile }
        return .value(mobile + phones.filter { $0.kind != .mobile }, notes: notes)
    }

    /// `1.9900010001E+10`: all eleven digits are there, or some are lost.
    private static func scientific(_ text: String) -> ParsedValue<[Phone]>? {
        guard LostDigits.isExponent(text, isExpected: true) else { return nil }
        if let mobile = LostDigits.whole(text, isExpected: true).flatMap(plainMobile) {
            return .value([mobile])
        }
        return .unreadable(
            Message(
                zh: "号码成了科学计数法，后面的数字已丢失，不能还原",
                en: "the number is in scientific notation and lost digits for good"))
    }

    /// Eleven digits, which most cells hold as they stand or in groups.
    private static func plainMobile(_ text: String) -> Phone? {
        let bytes = text.utf8.span
        guard (11...16).contains(bytes.count) else { return nil }
        var number: UInt64 = 0
        var count = 0
        for index in 0..<bytes.count where bytes[index] != 0x20 {
            guard (0x30...0x39).contains(bytes[index]) else { return nil }
            number = number * 10 + UInt64(bytes[index] - 0x30)
            count += 1
        }
        guard count == 11, (13_000_000_000..<20_000_000_000).contains(number) else { return nil }
        return Phone(digits: bytes.count == count ? text : String(number), kind: .mobile)
    }

    /// Blanks group the digits of one number, unless the parts are long enough to be numbers.
    private static func pieces(of text: String) -> [String] {
        let parts = text.split(whereSeparator: \.isWhitespace).map(String.init)
        let isSeveral = parts.count > 1 && parts.allSatisfy { $0.utf8.count >= 7 }
        return isSeveral ? parts : [parts.joined()]
    }

    private static func phone(_ text: String) -> Phone? {
        var plain = text
        // A label such as `手机:` or a name in brackets is no part of the number.
        plain.unicodeScalars.removeAll { scalar in
            !(scalar.isASCII || "—–－＊×●".unicodeScalars.contains(scalar))
        }
        for dash in ["—", "–"] { plain = plain.replacing(dash, with: "-") }
        if plain.hasSuffix(".0") { plain.removeLast(2) }
        plain.removeAll { "():.".contains($0) }
        for prefix in ["+86", "0086", "86-"] where plain.hasPrefix(prefix) {
            plain.removeFirst(prefix.count)
        }
        if plain.hasPrefix("86"), plain.utf8.count == 13 { plain.removeFirst(2) }
        plain = String(plain.map { "xX＊×●".contains($0) ? "*" : $0 })
        plain = plain.trimmingDashes
        guard !plain.isEmpty,
            plain.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2A })
        else { return nil }
        return classify(plain)
    }

    private static func classify(_ plain: String) -> Phone? {
        let digits = plain.replacing("-", with: "")
        guard digits.utf8.count >= 3 else { return nil }
        if digits.contains("*") {
            return Phone(digits: digits, kind: .masked)
        }
        if digits.utf8.count == 11, digits.hasPrefix("1"), let second = digits.dropFirst().first,
            second >= "3"
        {
            return Phone(digits: digits, kind: .mobile)
        }
        let parts = plain.split(separator: "-").map(String.init)
        if let landline = landline(parts) { return Phone(digits: landline, kind: .landline) }
        return Phone(digits: digits, kind: .irregular)
    }

    /// `0571-12345678-801`, `0571 12345678`, `12345678`.
    private static func landline(_ parts: [String]) -> String? {
        var parts = parts
        if parts.count > 1, parts[0].hasPrefix("0"), (3...4).contains(parts[0].utf8.count) {
            parts[1] = parts[0] + parts[1]
            parts.removeFirst()
        }
        guard let main = parts.first, parts.count <= 2 else { return nil }
        let isComplete =
            main.hasPrefix("0")
            ? (10...12).contains(main.utf8.count)
            : (7...8).contains(main.utf8.count)
        guard isComplete, parts.dropFirst().allSatisfy({ $0.utf8.count <= 6 }) else { return nil }
        return parts.joined(separator: "-")
    }
}

extension String {
    fileprivate var trimmingDashes: String {
        String(drop { $0 == "-" }.reversed().drop { $0 == "-" }.reversed())
    }
}

/// A telephone number without separators and country code.
package struct Phone: Hashable, Sendable {
    /// What kind of number it is, by its form.
    package enum Kind: Hashable, Sendable {
        case mobile, landline
        /// Some digits are hidden behind `*`.
        case masked
        case irregular
    }

    /// Digits, and `*` for each hidden one; an extension follows after `-`.
    package var digits: String
    package var kind: Kind

    package init(digits: String, kind: Kind) {
        self.digits = digits
        self.kind = kind
    }

    /// Returns whether the two may be the same number: equal, or equal wherever neither is hidden.
    package func mayEqual(_ other: Phone) -> Bool {
        guard kind == .masked || other.kind == .masked else { return digits == other.digits }
        let left = Array(digits.utf8)
        let right = Array(other.digits.utf8)
        guard left.count == right.count else { return false }
        return zip(left, right).allSatisfy { $0 == $1 || $0 == 0x2A || $1 == 0x2A }
    }
}
