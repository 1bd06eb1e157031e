internal import HeguiDiagnostics
internal import HeguiSheets

/// A number that a spreadsheet program took for a quantity: it keeps 15 digits, and shows fewer.
enum LostDigits {
    /// Returns what a cell says that is to hold a number people are known by; nil where no program
    /// has touched it.
    static func reading(_ cell: RawCell?) -> ParsedValue<String>? {
        guard let cell,
            cell.text.utf8.contains(UInt8(ascii: "+"))
                || cell.kind == .number && cell.text.utf8.count > 15,
            case .written(let text) = CellWriting(cell)
        else { return nil }
        if let whole = whole(text) { return .value(whole) }
        if isExponent(text) {
            return .unreadable(
                Message(
                    zh: "成了科学计数法，后面的数字已丢失，请从原始资料补全",
                    en: "is in scientific notation and lost digits: take them from the original"))
        }
        guard cell.kind == .number, let number = ExactDecimal(text), number.digits.count > 15 else {
            return nil
        }
        return .unreadable(
            Message(
                zh: "被存成数字，15 位之后的数字已丢失，请从原始资料补全",
                en: "was saved as a number: the digits after the 15th are lost"))
    }

    /// Whether a text is a number as spreadsheets show those that are too long: `1.23457E+11`.
    ///
    /// A word such as `1E10` is one only where nothing but a number `isExpected`.
    static func isExponent(_ text: String, isExpected: Bool = false) -> Bool {
        parts(text, isExpected) != nil
    }

    /// Returns the digits of such a number where all of them are there: `1.9900010001E+10`.
    static func whole(_ text: String, isExpected: Bool = false) -> String? {
        guard let (digits, exponent) = parts(text, isExpected), digits.utf8.count == exponent + 1
        else { return nil }
        return digits
    }

    /// How many digits of such a number are there.
    static func keptCount(_ text: String) -> Int? { parts(text, true)?.digits.utf8.count }

    private static func parts(
        _ text: String, _ isExpected: Bool
    ) -> (digits: String, exponent: Int)? {
        // Programs write a sign and two digits or more, which no number of a register has.
        guard text.utf8.count <= 40, isExpected || text.utf8.contains(UInt8(ascii: "+")) else {
            return nil
        }
        let halves = text.compact.uppercased().split(
            separator: "E", omittingEmptySubsequences: false)
        guard halves.count == 2, isExpected || halves[1].hasPrefix("+") else { return nil }
        let power = halves[1].hasPrefix("+") ? halves[1].dropFirst() : halves[1]
        guard (2...3).contains(power.utf8.count), isDigits(power), let exponent = Int(power) else {
            return nil
        }
        let number = halves[0].split(separator: ".", maxSplits: 1)
        guard number.first?.utf8.count == 1, number.allSatisfy(isDigits) else { return nil }
        return (number.joined(), exponent)
    }

    private static func isDigits(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
