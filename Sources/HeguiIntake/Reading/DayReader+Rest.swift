extension DayReader {
    /// Returns whether what follows a date does not change it: a time, the day of the week.
    static func isIgnorable(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        var text = String(String.UnicodeScalarView(scalars)).compact.lowercased()
        if text.hasPrefix("(") && text.hasSuffix(")") { text = String(text.dropFirst().dropLast()) }
        if text.isEmpty || weekdays.contains(text) { return true }
        if text.hasPrefix("t") { text.removeFirst() }
        for word in ["上午", "下午", "am", "pm", "z"] {
            if text.hasPrefix(word) { text.removeFirst(word.count) }
            if text.hasSuffix(word) { text.removeLast(word.count) }
        }
        return text.isEmpty || isClock(text)
    }

    /// `8:30`, `08:30:00.0`, `8时30分`.
    private static func isClock(_ text: String) -> Bool {
        let plain = text.replacing("时", with: ":").replacing("点", with: ":")
            .replacing("分", with: ":").replacing("秒", with: "")
        var parts = plain.split(separator: ":", omittingEmptySubsequences: false)
        if parts.count > 1, parts.last?.isEmpty == true { parts.removeLast() }
        let hasMark = plain.contains(":")
        guard hasMark, (1...3).contains(parts.count) else { return false }
        let limits = [24, 59, 59]
        return zip(parts, limits).allSatisfy { part, limit in
            let whole = part.split(separator: ".", omittingEmptySubsequences: false)
            guard let first = whole.first, (1...2).contains(first.utf8.count),
                let value = Int(first), value <= limit, whole.count <= 2
            else { return false }
            return whole.dropFirst().allSatisfy {
                $0.utf8.allSatisfy { (0x30...0x39).contains($0) }
            }
        }
    }

    private static let weekdays: Set<String> = Set(
        ["星期", "周", "礼拜"].flatMap { start in
            ["一", "二", "三", "四", "五", "六", "日", "天"].map { start + $0 }
        }
    )
}
