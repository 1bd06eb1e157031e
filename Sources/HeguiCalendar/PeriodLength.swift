/// A length of time that a rule states: `1 month`, `10 working days`, `2周`.
public struct PeriodLength: Hashable, Sendable {
    /// How many units, 0 to ``maximumAmount``.
    public let amount: Int

    /// What is counted.
    public let unit: Unit

    /// The largest amount that a length may have.
    public static let maximumAmount = 100_000

    /// Returns the length, or nil where the amount is negative or above ``maximumAmount``.
    public init?(_ amount: Int, _ unit: Unit) {
        guard (0...PeriodLength.maximumAmount).contains(amount) else { return nil }
        self.amount = amount
        self.unit = unit
    }

    /// What a length counts; the raw value is its English plural.
    public enum Unit: String, Hashable, Sendable, CaseIterable {
        case days
        case workingDays = "working days"
        case weeks
        case months
        case years
    }
}

extension PeriodLength: LosslessStringConvertible {
    /// Returns the length that `text` writes, or nil.
    ///
    /// English takes a number, a space and the unit in singular or plural: `1 month`, `30 days`,
    /// `10 working days`. Chinese takes a number or one of 一 to 十 and 两, and the unit: `1个月`,
    /// `30日`, `30天`, `10个工作日`, `两周`, `1年`. Spaces around the text and between number and
    /// unit do not matter.
    public init?(_ text: String) {
        let trimmed = text.drop(while: \.isWhitespace)
        let number = trimmed.prefix { ("0"..."9").contains($0) || PeriodLength.numerals[$0] != nil }
        let word = trimmed.dropFirst(number.count).split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        guard let unit = Unit(word: word), let amount = PeriodLength.amount(number) else {
            return nil
        }
        self.init(amount, unit)
    }

    /// The length in English: `1 month`, `10 working days`.
    public var description: String {
        "\(amount) " + (amount == 1 ? String(unit.rawValue.dropLast()) : unit.rawValue)
    }

    /// The length in Chinese: `1个月`, `10个工作日`.
    public var chineseDescription: String { "\(amount)" + unit.chineseWord }

    private static let numerals: [Character: Int] = [
        "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
        "十": 10,
    ]

    private static func amount(_ text: Substring) -> Int? {
        if text.count == 1, let first = text.first, let value = numerals[first] { return value }
        return Int(decimal: text)
    }
}

extension PeriodLength.Unit {
    fileprivate init?(word: String) {
        switch word {
        case "day", "days", "日", "天": self = .days
        case "working day", "working days", "个工作日", "工作日": self = .workingDays
        case "week", "weeks", "周", "个星期", "星期": self = .weeks
        case "month", "months", "个月", "月": self = .months
        case "year", "years", "年": self = .years
        default: return nil
        }
    }

    fileprivate var chineseWord: String {
        switch self {
        case .days: "日"
        case .workingDays: "个工作日"
        case .weeks: "周"
        case .months: "个月"
        case .years: "年"
        }
    }
}
