/// The words by which rows that hold no data are told from those that do; texts are without
/// blanks.
enum RowWords {
    /// Whether one of the first cells of a row may tell that it is a total, an example, a note, a
    /// signature or the end of a template; the bytes of most cells tell that they do not.
    ///
    /// The text is as it stands in the cell.
    static func mayTell(_ text: String) -> Bool {
        let isWrittenOtherwise = !ByteKinds(of: text).isDisjoint(with: [.folding, .blank])
        return isWrittenOtherwise || starts.mayBegin(text) || text.utf8.last == 0x29
            || text.utf8.contains(0xBE) && text.contains("例")
    }

    private static let starts = TextStarts(
        totalScopes + totals + ["计", "共"] + notes + signatures + templateEnds
            + ["(", "."])

    private static let totalScopes = [
        "本页", "本表", "本单位", "本社区", "本支部", "全区", "全部", "人数", "以上",
    ]
    private static let totals = ["合计", "小计", "总计", "共计", "总数", "累计"]
    private static let examples = [
        "例", "示例", "样例", "范例", "举例", "例如", "填写示例", "填表示例", "填写样例",
    ]
    private static let notes = ["备注", "说明", "注", "填表说明", "填报说明", "注意事项"]
    private static let signatures = [
        "填表人", "制表人", "审核人", "经办人", "负责人", "单位负责人", "填报人", "联系人", "填报日期",
        "填表日期", "制表日期", "签字", "签名", "盖章", "主要领导", "报送人", "报送日期", "报出日期", "分管领导",
        "审批人", "复核", "复核人", "校对", "党组织书记", "支部书记", "单位盖章", "社区盖章", "单位公章",
    ]
    private static let templateEnds = ["以下空白", "以下无", "以下无内容", "以下为空", "以下无正文"]

    /// A total, with the number behind the word or not: 合计, 本页小计, 合计24人, 合计(人数), 共24人.
    static func isTotal(_ text: String) -> Bool {
        var rest = text.trimmingBrackets[...]
        for word in totalScopes where rest.hasPrefix(word) {
            rest = rest.dropFirst(word.count)
            break
        }
        if rest == "计" || rest.hasPrefix("计:") { return true }
        if let word = totals.first(where: rest.hasPrefix) {
            rest = rest.dropFirst(word.count)
        } else if rest.hasPrefix("共"), rest.dropFirst().contains(where: isAmount) {
            rest = rest.dropFirst()
        } else {
            return false
        }
        if rest.hasPrefix(":") { return true }
        if rest.hasPrefix("("), rest.hasSuffix(")") { return true }
        for word in ["人数", "人次", "金额", "数"] where rest.hasPrefix(word) {
            rest = rest.dropFirst(word.count)
            break
        }
        return rest.allSatisfy { isAmount($0) || "人名个次项元户分件对场:.,。".contains($0) }
    }

    private static func isAmount(_ character: Character) -> Bool {
        character.isNumber || YearText.isPart(character)
    }

    /// An example left in the table: 例, 示例, 张三(示例).
    static func isExample(_ text: String) -> Bool {
        guard text.contains("例") else { return false }
        return examples.contains { word in
            text == word || text.hasPrefix(word + ":") || text == "(\(word))"
                || text.hasPrefix("(\(word))") || text.hasSuffix("(\(word))")
        }
    }

    /// The heading of some of the rows: 二、其余单位, (一)机关.
    static func isSection(_ text: String) -> Bool {
        if text.hasPrefix("其中:") || text == "其中" { return true }
        if text.hasPrefix("第"), text.prefix(6).contains("部分") { return true }
        let scalars = Array(text.unicodeScalars)
        guard let mark = ListMarks.mark(in: scalars, at: 0), mark.length < scalars.count else {
            return false
        }
        let start = scalars.first == "(" ? 1 : 0
        return ChineseNumeral.isPart(scalars[start])
    }

    /// The numbers of columns below their headings: 1 2 3, 甲 乙 1 2, (1) (2) (3).
    static func areColumnNumbers(_ texts: [String]) -> Bool {
        var rest = texts[...]
        if let first = rest.first, ["栏次", "栏目", "栏号", "列次", "列号"].contains(first) {
            rest = rest.dropFirst()
        }
        guard rest.count > 2 else { return false }
        var last: (kind: Int, number: Int)?
        for text in rest {
            guard let mark = columnNumber(text) else { return false }
            let isNext = mark.kind == last?.kind && mark.number == (last?.number ?? 0) + 1
            guard isNext || mark.kind != last?.kind && mark.number == 1 else { return false }
            last = mark
        }
        return true
    }

    private static let series: [[Character]] = [
        Array("甲乙丙丁戊己庚辛壬癸"), Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        Array("一二三四五六七八九"), Array("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
    ]

    private static func columnNumber(_ text: String) -> (kind: Int, number: Int)? {
        let plain = String(text.filter { !"()[]栏列第.".contains($0) })
        if let number = Int(plain), plain.count < 3 { return (0, number) }
        guard plain.count == 1, let character = plain.uppercased().first else { return nil }
        for (kind, letters) in series.enumerated() {
            if let place = letters.firstIndex(of: character) { return (kind + 1, place + 1) }
        }
        return nil
    }

    /// What a form says of how a column is filled in: 男/女, 填全称, 必填, 如2013-1-4.
    static func isHint(_ text: String) -> Bool {
        guard text.count <= 24 else { return false }
        let words = [
            "男/女", "男或女", "是/否", "是或否", "有/无", "文本", "数字", "日期", "单选", "多选", "下拉选择", "全称",
            "年/月/日", "年-月-日", "年月日", "年月", "11位", "18位",
        ]
        if words.contains(text)
            || text == text.filter({ "yYmMdD-/.年月日".contains($0) }) && text.count > 2
        {
            return true
        }
        let starts = [
            "填", "请", "必填", "选填", "可填", "不填", "可不填", "注明", "精确到", "格式", "按照", "从下拉", "下拉", "如:",
            "例如", "如20", "如19", "(必填", "(选填", "(填", "限",
        ]
        return starts.contains { text.hasPrefix($0) }
    }

    /// A day that is to be filled in by hand: 年 月 日.
    static func isBlankDay(_ text: String) -> Bool {
        let letters = text.filter { "年月日".contains($0) }
        return letters == "年月日" && text.allSatisfy { "年月日_:".contains($0) || $0.isNumber }
    }

    static func isNote(_ text: String) -> Bool {
        notes.contains { text.hasPrefix($0 + ":") || text.hasPrefix($0 + "1") || text == $0 }
    }

    static func isSignature(_ text: String) -> Bool {
        let signs = ["", "签字", "签名", "签章", "盖章"]
        return signatures.contains { label in
            text.hasPrefix(label)
                && signs.contains {
                    text.hasPrefix(label + $0 + ":") || text.hasPrefix(label + $0 + "(")
                }
        }
            || text.hasSuffix("(盖章)") || text.hasSuffix("(公章)") || text == "(盖章)"
    }

    /// The row of dots at the end of a template, or what says that nothing follows.
    static func isTemplate(_ text: String) -> Bool {
        guard !text.isEmpty else { return false }
        return text.allSatisfy { "…·.⋯".contains($0) }
            || templateEnds.contains(text.trimmingBrackets)
    }
}

extension String {
    /// The text without the brackets that stand round it.
    fileprivate var trimmingBrackets: String {
        hasPrefix("(") && hasSuffix(")") ? String(dropFirst().dropLast()) : self
    }
}
