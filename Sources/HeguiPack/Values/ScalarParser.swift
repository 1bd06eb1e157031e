import HeguiCalendar
package import HeguiDiagnostics

/// How the text of a scalar is read as each type.
package enum ScalarParser {
    package static let booleanName = Message(zh: "true 或 false", en: "true or false")
    package static let dayName = Message(zh: "日期（如 2013-01-31）", en: "a day such as 2013-01-31")
    package static let integerName = Message(zh: "整数", en: "a whole number")
    package static let ratioName = Message(
        zh: "比率（如 95% 或 19/20）", en: "a ratio such as 95% or 19/20")
    package static let numberName = Message(
        zh: "数（如 3000、89.5、0.5%）", en: "a number such as 3000, 89.5 or 0.5%")
    package static let lengthName = Message(
        zh: "期限（如 1 month、30 days）", en: "a length such as 1 month")

    package static func boolean(_ text: String) -> Bool? {
        switch text {
        case "true": true
        case "false": false
        default: nil
        }
    }

    package static func integer(_ text: String) -> Int64? {
        Int64(text)
    }

    /// Reads `95%`, `99.5%`, `19/20`, `0.95` and `1` exactly.
    package static func ratio(_ text: String) -> Ratio? {
        if text.hasSuffix("%") {
            return decimal(String(text.dropLast())).flatMap { value in
                let scaled = value.scale.multipliedReportingOverflow(by: 100)
                return scaled.overflow ? nil : Ratio(value.digits, scaled.partialValue)
            }
        }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        if parts.count == 2 {
            guard let a = Int64(parts[0]), let b = Int64(parts[1]), b > 0 else { return nil }
            return Ratio(a, b)
        }
        return decimal(text).flatMap { Ratio($0.digits, $0.scale) }
    }

    /// Reads what `ratio` does, and numbers with a sign or commas between thousands, such as
    /// `-3,500.50`, of up to 18 digits, 9 of them decimals.
    package static func number(_ text: String) -> Ratio? {
        let isNegative = text.hasPrefix("-")
        let digits = isNegative ? String(text.dropFirst()) : text
        guard let plain = withoutCommas(digits), let ratio = ratio(plain) else { return nil }
        guard plain.utf8.count(where: { $0 >= 0x30 && $0 <= 0x39 }) <= 18 else { return nil }
        return isNegative ? Ratio.zero.subtracting(ratio) : ratio
    }

    /// The text without its commas, or nil where one does not stand between thousands.
    private static func withoutCommas(_ text: String) -> String? {
        guard text.contains(",") else { return text }
        let end = text.firstIndex { $0 == "." || $0 == "%" } ?? text.endIndex
        let groups = text[..<end].split(separator: ",", omittingEmptySubsequences: false)
        guard let first = groups.first, (1...3).contains(first.utf8.count),
            groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }), !text[end...].contains(",")
        else { return nil }
        return groups.joined() + text[end...]
    }

    /// Reads `12.50` as 1250 over 100.
    private static func decimal(_ text: String) -> (digits: Int64, scale: Int64)? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first, !whole.isEmpty else { return nil }
        let fraction = parts.count == 2 ? parts[1] : ""
        guard parts.count == 1 || !fraction.isEmpty, fraction.utf8.count <= 9,
            (whole + fraction).utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
            let digits = Int64(whole + fraction)
        else { return nil }
        return (digits, (0..<fraction.utf8.count).reduce(Int64(1)) { scale, _ in scale * 10 })
    }

    package static func isIdentifier(_ text: String, dashes: Bool) -> Bool {
        let separator: UInt8 = dashes ? 0x2D : 0x5F
        guard let first = text.utf8.first, (0x61...0x7A).contains(first) else { return false }
        return text.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == separator
        }
    }
}
