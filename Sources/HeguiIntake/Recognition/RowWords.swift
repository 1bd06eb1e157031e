/// The words by which rows that hold no data are told from those that do; texts are without
/// blanks.
enum RowWords {
    static func isTotal(_ text: String) -> Bool {
        ["合计", "小计", "总计", "共计", "总数", "累计"].contains { word in
            text == word || text.hasPrefix(word + ":") || text == "(" + word + ")"
        }
    }

    static func isNote(_ text: String) -> Bool {
        let words = ["备注", "说明", "注", "填表说明", "填报说明", "注意事项"]
        return words.contains { text.hasPrefix($0 + ":") || text.hasPrefix($0 + "1") || text == $0 }
    }

    static func isSignature(_ text: String) -> Bool {
        let labels = [
            "填表人", "制表人", "审核人", "经办人", "负责人", "单位负责人", "填报人", "联系人", "填报日期",
            "填表日期", "制表日期", "签字", "签名", "盖章", "主要领导",
        ]
        return labels.contains { text.hasPrefix($0 + ":") || text.hasPrefix($0 + "(") }
            || text.hasSuffix("(盖章)") || text.hasSuffix("(公章)") || text == "(盖章)"
    }

    /// The row of dots at the end of a template.
    static func isTemplate(_ text: String) -> Bool {
        !text.isEmpty && text.allSatisfy { "…·.⋯".contains($0) }
    }
}
