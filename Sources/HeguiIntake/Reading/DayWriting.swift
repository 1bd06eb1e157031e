internal import HeguiCalendar

/// Days that are written with slips which leave no doubt, and the day that is likely meant where
/// there is one.
enum DayWriting {
    /// Returns a day as it is usually written where the text is one but for signs: `2013、1、8`,
    /// `2013.1月8日`, `2013.1.8.`, `2013.1.8（补）`, `20130108.0`, `“2013-1-8”`; nil for anything else.
    static func plain(_ text: String) -> String? {
        let bare = bared(text)
        if let numbers = numbers(in: bare) { return numbers }
        return bare == text ? nil : bare
    }

    /// The text without quotes around it, a remark that it was added later, and signs at its end.
    private static func bared(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)[...]
        while let first = scalars.first, "'`’‘“\"”".unicodeScalars.contains(first) || first.isBlank
        {
            scalars.removeFirst()
        }
        while let last = scalars.last,
            "'`’‘“\"”.。、,;:".unicodeScalars.contains(last) || last.isBlank
        {
            scalars.removeLast()
        }
        if scalars.last == ")" || scalars.last == "]" {
            let start = scalars.lastIndex { $0 == "(" || $0 == "[" }
            if let start, isRemark(scalars[(start + 1)...].dropLast()) {
                scalars = scalars[..<start]
                while let last = scalars.last, last.isBlank { scalars.removeLast() }
            }
        }
        // Numbers that a program has given decimals.
        if scalars.count > 6, let point = scalars.lastIndex(of: "."),
            scalars[..<point].allSatisfy({ $0.digit != nil }), scalars[..<point].count > 4,
            scalars[(point + 1)...].allSatisfy({ $0 == "0" })
        {
            scalars = scalars[..<point]
        }
        return String(String.UnicodeScalarView(scalars))
    }

    /// `补`, `补报到`, `已报到`: the day stands all the same.
    private static func isRemark(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        let remark = String(String.UnicodeScalarView(text)).compact
        let words = ["已报到", "报到", "公历", "阳历", "新历", "已核", "已核实", "属实"]
        return words.contains(remark)
            || remark.hasPrefix("补") && remark.count <= 4
                && !remark.unicodeScalars.contains { $0.digit != nil }
    }

    /// Four digits, then one or two numbers with any signs of dates between them.
    private static func numbers(in text: String) -> String? {
        var parts: [String] = []
        var digits = ""
        var sign = ""
        for scalar in text.unicodeScalars {
            if scalar.digit != nil {
                if !sign.isEmpty && !digits.isEmpty { return nil }
                if !sign.isEmpty { guard isSign(sign, after: parts.count) else { return nil } }
                sign = ""
                digits.unicodeScalars.append(scalar)
            } else {
                if !digits.isEmpty {
                    parts.append(digits)
                    digits = ""
                }
                sign.unicodeScalars.append(scalar)
            }
        }
        if !digits.isEmpty { parts.append(digits) }
        let endings: Set<String> = parts.count == 3 ? ["", "日", "号"] : ["", "月", "月份"]
        guard parts.first?.count == 4, (2...3).contains(parts.count),
            parts.dropFirst().allSatisfy({ $0.count <= 2 }), endings.contains(sign.compact)
        else { return nil }
        return parts.joined(separator: "-")
    }

    private static func isSign(_ sign: String, after part: Int) -> Bool {
        let text = sign.compact
        let word = part == 1 ? "年" : "月"
        let signs = [
            "", ".", "。", "、", ",", "/", "-", "—", "–", "·", "_", ":", "..", "--", "\\", word,
            word + ".",
        ]
        return signs.contains(text) || text == "." + word
    }

    /// The one day that a text is likely to mean: with other text behind it, or with letters typed
    /// for digits.
    static func likely(_ text: String, days: DayReader) -> Day? {
        guard !["农历", "阴历", "旧历"].contains(where: { text.contains($0) }) else { return nil }
        let digits = String(
            text.map { "oO〇".contains($0) ? "0" : "lI|".contains($0) ? "1" : $0 })
        let scalars = Array(digits.unicodeScalars)
        guard let start = scalars.firstIndex(where: { $0.digit != nil }) else { return nil }
        var scanner = DayScanner(
            scalars, defaultYear: days.defaultYear, latestYear: days.latestYear)
        guard case .found(let found) = scanner.scan(at: start), let day = found.range.day,
            !found.isBarePair, !scalars[found.end...].contains(where: { $0.digit != nil })
        else { return nil }
        return day
    }
}
