internal import HeguiDiagnostics
package import HeguiSheets

/// A cell → a whole number: `33`, `33人`, `１，２３４`, `33.0`, `三十三`.
package enum IntegerReader {
    /// Reads a cell; nil is an empty one.
    package static func read(_ cell: RawCell?) -> ParsedValue<Int64> {
        CellWriting(cell).read(readWritten)
    }

    /// Reads a text.
    package static func read(text: String) -> ParsedValue<Int64> {
        CellWriting(text: text).read(readWritten)
    }

    private static func readWritten(_ text: String) -> ParsedValue<Int64> {
        let plain = digits(of: text)
        if let number = ExactDecimal(plain)?.shown {
            guard number.scale == 0 else {
                return .unreadable(Message(zh: "不是整数", en: "not a whole number"))
            }
            guard let value = Int64(number.text) else {
                return .unreadable(Message(zh: "数字太大", en: "the number is too large"))
            }
            return .value(value)
        }
        if let value = ChineseNumeral.value(Array(plain.unicodeScalars)) {
            return .value(Int64(value))
        }
        return .unreadable(Message(zh: "不是数字", en: "not a number"))
    }

    /// Returns the text without spaces, commas between thousands and a word of measure at the end.
    static func digits(of text: String) -> String {
        var plain = text.compact
        for word in measures where plain.hasSuffix(word) && plain != word {
            plain.removeLast(word.count)
            break
        }
        return isGrouped(plain) ? plain.replacing(",", with: "") : plain
    }

    /// Whether commas stand before every three digits, and nowhere else.
    private static func isGrouped(_ text: String) -> Bool {
        let groups = text.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.count > 1, let first = groups.first, (1...3).contains(first.utf8.count) else {
            return false
        }
        return groups.dropFirst().allSatisfy {
            $0.prefix { $0 != "." }.utf8.count == 3
        }
    }

    /// Longer ones first.
    private static let measures = [
        "周岁", "年度", "小时", "学时", "人次", "课时", "人", "名", "个", "项", "次", "天", "日", "件", "份", "户",
        "场", "岁", "年", "元", "分", "期", "篇",
    ]
}
