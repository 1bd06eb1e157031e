// The words by which lines between two tables are told apart: those that head the next one and
// those that close the one before.
extension DocumentLine {
    /// 附件3, 附件三：, 附表2 by itself.
    var isAnnexNumber: Bool {
        let text = compact
        guard ["附件", "附表"].contains(where: text.hasPrefix) else { return false }
        let rest = text.dropFirst(2).drop { $0.isNumber || "一二三四五六七八九十之-－—".contains($0) }
        return text.count > 2 && rest.count < text.count - 2
            && (rest.isEmpty || rest.allSatisfy { ":：（）()续".contains($0) })
    }

    /// Whether a line heads what follows: the number of an annex, or a title by its place or words.
    var isTitle: Bool {
        let text = compact
        guard !text.isEmpty, text.count <= 60, !isBelowTable else { return false }
        return isAnnexNumber || isHeading && !text.contains("。") || namesTable
    }

    /// Whether a line ends as the titles of tables do: 登记表, 汇总表（单位用）, 名单.
    var namesTable: Bool {
        let text = compact
        let plain = text.prefix { !"（(".contains($0) }
        return ["表", "名单", "名册", "台账", "清单"].contains { plain.hasSuffix($0) }
            && !text.contains("：") && !text.contains(":")
    }

    /// Whether a line may say whose the table below it is: a label, or a few words.
    var mayHeadTable: Bool {
        let text = compact
        // A letter names its annexes: 附件：1、登记表.
        guard !isBlank, !isBelowTable, !text.hasPrefix("附件") else { return false }
        return isLabelled || text.count <= 20 && !text.contains { "。，,；;".contains($0) }
    }

    /// Whether a line closes a table: a note, a signature, a seal, a day.
    var isBelowTable: Bool {
        let text = compact.filter { !"_＿".contains($0) }
        if text.isEmpty { return false }
        let starts = [
            "注：", "注:", "注1", "备注", "说明", "填表说明", "填报说明", "填表人", "填表日期", "填表时间", "制表", "审核",
            "经办", "负责人", "单位负责人", "签字", "签名", "盖章", "（盖章", "(盖章", "（公章", "(公章", "（签",
            "(签", "合计", "总计", "单位（盖章", "单位(盖章", "单位盖章", "党组织（盖章", "党组织书记", "书记签", "本人签",
            "日期：", "日期:", "联系人", "以上",
        ]
        if starts.contains(where: text.hasPrefix) { return true }
        if ["（盖章）", "(盖章)", "（公章）", "(公章)", "（章）"].contains(where: text.hasSuffix) { return true }
        // A day by itself, filled in or not.
        return text.contains("年")
            && text.allSatisfy { $0.isNumber || "年月日〇○零一二三四五六七八九十".contains($0) }
    }

    /// Whether a line holds a label with its value, as a form does that was typed without a table.
    var isLabelled: Bool {
        let text = compact
        guard let colon = text.firstIndex(where: { ":：".contains($0) }) else { return false }
        return (2...16).contains(text[..<colon].count)
    }
}
