package import HeguiCalendar
internal import HeguiDiagnostics
package import HeguiSheets

/// A cell → an identity number.
package enum IDNumberReader {
    /// Reads a cell; nil is an empty one.
    package static func read(_ cell: RawCell?) -> ParsedValue<IDNumber> {
        CellWriting(cell).read { text in
            if cell?.kind == .number, ExactDecimal(text)?.digits.count == 18 {
                return .unreadable(lastThreeLost)
            }
            return readWritten(text)
        }
    }

    /// Reads a text.
    package static func read(text: String) -> ParsedValue<IDNumber> {
        CellWriting(text: text).read(readWritten)
    }

    private static func readWritten(_ written: String) -> ParsedValue<IDNumber> {
        var text = written.compact.uppercased()
        // A leading apostrophe is how people make a spreadsheet keep digits as text.
        while let first = text.first, "'`‘’".contains(first) { text.removeFirst() }
        if text.contains("E+"), ExactDecimal(text) != nil {
            return .unreadable(LostDigits.keptCount(text) ?? 0 >= 15 ? lastThreeLost : exponent)
        }
        let bytes = Array(text.utf8)
        let isWellFormed = bytes.enumerated().allSatisfy { index, byte in
            (0x30...0x39).contains(byte) || byte == 0x2A || (byte == 0x58 && index == 17)
        }
        guard isWellFormed, bytes.count == 18 || bytes.count == 15 else {
            let message = Message(
                zh: "身份证号应为 18 位（或旧 15 位）", en: "an identity number has 18 (or 15) digits"
            )
            return .unreadable(message)
        }
        if bytes.contains(0x2A) { return masked(text) }
        guard bytes.count == 18 else { return old(bytes) }
        // Three zeros at the end are what a spreadsheet leaves of the last digits.
        if bytes.suffix(3) == [0x30, 0x30, 0x30], IDNumber.checkDigit(of: bytes[..<17]) != 0x30 {
            return .unreadable(lastThreeLost)
        }
        return current(bytes)
    }

    private static let lastThreeLost = Message(
        zh: "身份证号被存成数字，末三位已丢失（前 15 位还在，地区和出生日期可核对），请补全末三位",
        en: "saved as a number: the last three digits are lost; the first 15 still stand"
    )

    private static let exponent = Message(
        zh: "身份证号成了科学计数法，后面的数字已丢失，不能还原",
        en: "in exponent form: digits are lost for good"
    )

    private static func masked(_ text: String) -> ParsedValue<IDNumber> {
        let bytes = Array(text.utf8)
        let birth = bytes.count == 18 ? Array(bytes[6..<14]) : []
        let day = birth.contains(0x2A) ? nil : self.day(birth[...])
        let id = IDNumber(text: text, birthDay: day, isFemale: nil)
        return .value(id, notes: [.masked])
    }

    private static func old(_ bytes: [UInt8]) -> ParsedValue<IDNumber> {
        var digits = bytes
        digits.insert(contentsOf: [0x31, 0x39], at: 6)
        guard let check = IDNumber.checkDigit(of: digits) else { return noBirthDay }
        return current(digits + [check])
    }

    private static func current(_ bytes: [UInt8]) -> ParsedValue<IDNumber> {
        guard let birthDay = day(bytes[6..<14]) else { return noBirthDay }
        let id = IDNumber(
            text: String(decoding: bytes, as: UTF8.self), birthDay: birthDay,
            isFemale: bytes[16].isMultiple(of: 2)
        )
        let isRight = IDNumber.checkDigit(of: bytes[..<17]) == bytes[17]
        return .value(id, notes: isRight ? [] : [.wrongCheckDigit])
    }

    private static let noBirthDay = ParsedValue<IDNumber>.unreadable(
        Message(zh: "身份证号中的出生日期不存在", en: "its day of birth does not exist")
    )

    private static func day(_ digits: ArraySlice<UInt8>) -> Day? {
        guard digits.count == 8, let value = Int(String(decoding: digits, as: UTF8.self)) else {
            return nil
        }
        return Day(year: value / 10_000, month: value / 100 % 100, day: value % 100)
    }
}

/// A citizen's identity number.
package struct IDNumber: Hashable, Sendable {
    /// 18 characters; numbers of 15 digits are brought to this form. `*` stands for hidden digits.
    package var text: String
    /// nil where it is hidden.
    package var birthDay: Day?
    /// nil where it is hidden.
    package var isFemale: Bool?

    package init(text: String, birthDay: Day?, isFemale: Bool?) {
        self.text = text
        self.birthDay = birthDay
        self.isFemale = isFemale
    }

    /// The check digit that belongs to 17 digits (GB 11643, mod 11-2); nil for other lengths.
    static func checkDigit(of digits: some Collection<UInt8>) -> UInt8? {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        guard digits.count == weights.count else { return nil }
        var sum = 0
        for (digit, weight) in zip(digits, weights) {
            guard (0x30...0x39).contains(digit) else { return nil }
            sum += Int(digit - 0x30) * weight
        }
        return Array("10X98765432".utf8)[sum % 11]
    }
}
