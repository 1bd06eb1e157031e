extension CalendarPeriod: CustomStringConvertible {
    /// The period in short form: `2013`, `2013H1`, `2013Q1`, `2013-03`.
    public var description: String {
        switch unit {
        case .year: year.padded(to: 4)
        case .half: year.padded(to: 4) + "H\(ordinal)"
        case .quarter: year.padded(to: 4) + "Q\(ordinal)"
        case .month: firstMonth.description
        }
    }

    /// The period in Chinese: `2013年`, `2013年上半年`, `2013年第1季度`, `2013年3月`.
    public var chineseDescription: String {
        switch unit {
        case .year: "\(year)年"
        case .half: "\(year)年\(ordinal == 1 ? "上" : "下")半年"
        case .quarter: "\(year)年第\(ordinal)季度"
        case .month: "\(year)年\(ordinal)月"
        }
    }

    /// Returns the period that `text` names, or nil.
    ///
    /// Reads what ``description`` and ``chineseDescription`` write, and also `2013年度`,
    /// `2013上半年`, `2013年度下半年`, `2013年一季度`, `2013年03月份`. Spaces do not matter. A text
    /// without a year (`上半年`, `第3季度`, `Q3`) needs `year`, which is used for nothing else.
    public init?(_ text: String, year: Int? = nil) {
        let packed = text.filter { !$0.isWhitespace }
        let digits = packed.prefix { ("0"..."9").contains($0) }
        if digits.count == 4, let written = Int(decimal: digits) {
            var rest = packed.dropFirst(4)
            for ending in ["年度", "年"] where rest.hasPrefix(ending) {
                rest = rest.dropFirst(ending.count)
                break
            }
            if rest.isEmpty {
                self.init(year: written, unit: .year)
            } else {
                self.init(part: rest, of: written)
            }
        } else if let year {
            self.init(part: packed[...], of: year)
        } else {
            return nil
        }
    }

    private init?(part text: Substring, of year: Int) {
        switch text {
        case "上半年": self.init(year: year, unit: .half, ordinal: 1)
        case "下半年": self.init(year: year, unit: .half, ordinal: 2)
        default:
            guard let (unit, ordinal) = CalendarPeriod.numberedPart(text) else { return nil }
            self.init(year: year, unit: unit, ordinal: ordinal)
        }
    }

    /// Which unit and which ordinal `H1`, `Q1`, `-03`, `第1季度`, `一季度`, `3月` write.
    private static func numberedPart(_ text: Substring) -> (CalendarUnit, Int)? {
        let shapes: [(unit: CalendarUnit, before: String, after: String)] = [
            (.half, "H", ""), (.quarter, "Q", ""), (.month, "-", ""), (.quarter, "第", "季度"),
            (.quarter, "", "季度"), (.month, "", "月份"), (.month, "", "月"),
        ]
        for shape in shapes where text.hasPrefix(shape.before) && text.hasSuffix(shape.after) {
            let number = text.dropFirst(shape.before.count).dropLast(shape.after.count)
            if shape.before == "-", number.count != 2 { continue }
            if let ordinal = numerals[number] ?? Int(decimal: number) {
                return (shape.unit, ordinal)
            }
        }
        return nil
    }

    private static let numerals: [Substring: Int] = [
        "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
        "十一": 11, "十二": 12,
    ]
}
