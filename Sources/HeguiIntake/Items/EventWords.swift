/// The words and signs beside a number that say whether it is a date.
enum EventWords {
    /// Whether two activities are joined by the character: `便民理发和7.11义诊`.
    static func isLink(_ scalar: Unicode.Scalar) -> Bool {
        ["和", "及", "兼", "与", "并", "另", "又", "再", "于"].contains(scalar)
    }

    /// The word at the end of a text that joins it to another activity; empty for none.
    static func link(endOf text: ArraySlice<Unicode.Scalar>) -> String {
        links.first { text.suffix($0.unicodeScalars.count).elementsEqual($0.unicodeScalars) } ?? ""
    }

    private static let links = ["以及", "还有", "然后", "同时", "另外", "接着", "随后", "and"]

    /// Whether the text ends with a word that a date follows: `在4.11`, `参加4.11`.
    static func endsWithLeadIn(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        leadIns.contains { text.suffix($0.unicodeScalars.count).elementsEqual($0.unicodeScalars) }
    }

    private static let leadIns = [
        "在", "自", "从", "参加", "参与", "开展", "组织", "进行", "活动", "时间", "日期", "其中", "分别",
    ]

    /// Whether the text ends with a word for what is remembered or awaited: the date behind it is
    /// that of an occasion.
    static func endsWithOccasion(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        occasions.contains { text.suffix($0.unicodeScalars.count).elementsEqual($0.unicodeScalars) }
    }

    private static let occasions = [
        "纪念", "庆祝", "迎接", "喜迎", "欢度", "欢庆", "迎", "庆", "为", "的", "截至", "截止", "原定", "改为",
    ]

    /// Whether the text says how often rather than when.
    static func isFrequency(_ text: String) -> Bool {
        ["每月", "每周", "每季", "每天", "每日", "每星期", "每个月", "逢"].contains { text.contains($0) }
    }

    /// Whether a list is not complete or says how many there are: `等多次`.
    static func times(in text: String) -> Int? {
        let scalars = Array(text.unicodeScalars)
        for index in scalars.indices {
            guard scalars[index] == "次" || scalars[index] == "场" || scalars[index] == "回",
                index > 0, index + 1 == scalars.count || !isPerson(scalars[index - 1...index])
            else { continue }
            if index + 1 < scalars.count, scalars[index + 1] == "性" { continue }
            let run = scalars[..<index].reversed().prefix {
                $0.digit != nil || ChineseNumeral.isPart($0)
            }
            let number = Array(run.reversed())
            let isOrdinal = index > number.count && scalars[index - number.count - 1] == "第"
            if !number.isEmpty, !isOrdinal { return value(number) }
        }
        return nil
    }

    private static func isPerson(_ text: ArraySlice<Unicode.Scalar>) -> Bool { text.first == "人" }

    private static func value(_ number: [Unicode.Scalar]) -> Int? {
        // Nobody takes part a thousand times.
        let isTooLong = number.count > 3 && number.allSatisfy { $0.digit != nil }
        return isTooLong ? nil : ListMarks.number(number[...])
    }

    /// Whether a text names several months at once: `3-5月`, `三至五月`.
    static func spansMonths(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        return scalars.indices.contains { index in
            guard index > 0, "-—–~～至到、".unicodeScalars.contains(scalars[index]),
                isNumeral(scalars[index - 1])
            else { return false }
            let rest = scalars[(index + 1)...].drop(while: isNumeral)
            return rest.startIndex > index + 1 && rest.first == "月"
        }
    }

    /// How many words for a time of the year or week a text holds.
    static func periods(in text: String) -> Int {
        periodWords.reduce(0) { $0 + text.ranges(of: $1).count }
    }

    private static let periodWords = [
        "季度", "半年", "上旬", "中旬", "下旬", "月初", "月底", "月末", "年初", "年底", "年末", "春节", "元旦", "清明",
        "五一", "六一", "七一", "八一", "十一", "国庆", "中秋", "重阳", "端午", "元宵", "周六", "周日", "周末", "暑假",
        "寒假", "上周", "双休日",
    ]

    /// How many numbers of one or two digits a text holds.
    static func numbers(in text: String) -> Int {
        text.split { $0.unicodeScalars.first?.digit == nil }.count { $0.utf8.count < 3 }
    }

    /// Whether a text without a date that was read may hold one: a number that measures nothing,
    /// or a numeral before 月, 日 or 号.
    static func hasTrace(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count {
            guard isNumeral(scalars[index]) else {
                index += 1
                continue
            }
            let isDigit = scalars[index].digit != nil
            let start = index
            while index < scalars.count, isNumeral(scalars[index]) { index += 1 }
            if isDigit, index + 1 < scalars.count, scalars[index] == ".",
                scalars[index + 1].digit != nil
            {
                index += 1
                while index < scalars.count, scalars[index].digit != nil { index += 1 }
            }
            if index + 1 < scalars.count, ".·．/".unicodeScalars.contains(scalars[index]),
                isNumeral(scalars[index + 1])
            {
                return true
            }
            if index < scalars.count, ["月", "日", "号"].contains(scalars[index]) { return true }
            let isWord =
                start > 0 && scalars[start - 1].properties.isAlphabetic
                && !scalars[start - 1].isIdeograph
            if isDigit, !isWord, !MeasureWords.isMeasure(at: index, of: scalars) { return true }
        }
        return false
    }

    private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        scalar.digit != nil || ChineseNumeral.isPart(scalar) || scalar == "元"
    }

    /// How many places of a text look like a date that was not read: `7..11`, `七.一一`, `11号`.
    static func looseDates(in text: String) -> Int {
        let scalars = Array(text.unicodeScalars)
        var count = 0
        var index = 0
        while index < scalars.count {
            guard isNumeral(scalars[index]) else {
                index += 1
                continue
            }
            var parts = 0
            var isMarked = false
            var end = index
            while end < scalars.count, isNumeral(scalars[end]), end - index < 24 {
                let start = end
                while end < scalars.count, isNumeral(scalars[end]) { end += 1 }
                parts += end - start <= 4 ? 1 : 0
                while end < scalars.count, "年月日号.。·/\\-—–、 ".unicodeScalars.contains(scalars[end]) {
                    if "月日号".unicodeScalars.contains(scalars[end]) { isMarked = true }
                    end += 1
                }
            }
            let last = scalars[..<end].last { !" ".unicodeScalars.contains($0) }
            let isQuantity = MeasureWords.isUnit(at: end, of: scalars) || last == ":"
            // What can be read was looked at where the line was cut.
            var scanner = DayScanner(scalars, defaultYear: 2000, latestYear: 2099)
            let isRead = scanner.scan(at: index) != .none
            if (parts > 1 || isMarked) && !isQuantity && !isRead { count += 1 }
            index = max(end, index + 1)
        }
        return count
    }

    /// How many activities a text without dates may name: `清洁家园、植树`, but not what is told in
    /// sentences.
    static func activities(in text: String) -> Int {
        if text.contains("上午"), text.contains("下午") || text.contains("晚上") { return 2 }
        var parts: [Substring.UnicodeScalarView] = []
        let scalars = text.unicodeScalars
        var rest = scalars[...]
        while let index = rest.indices.first(where: { joins(scalars, at: $0) }) {
            parts.append(rest[..<index])
            rest = rest[scalars.index(after: index)...]
        }
        parts.append(rest)
        let isList = parts.allSatisfy { part in
            (2...6).contains(part.count) && part.allSatisfy(\.isIdeograph)
        }
        return isList ? parts.count : 1
    }

    private static func joins(
        _ scalars: String.UnicodeScalarView, at index: String.UnicodeScalarView.Index
    ) -> Bool {
        if "、,+&/→".unicodeScalars.contains(scalars[index]) { return true }
        return JoiningWords.joins(scalars, at: index)
    }
}
