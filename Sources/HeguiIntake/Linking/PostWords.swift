/// The words for posts that people write behind the name of their unit.
enum PostWords {
    /// Returns whether a text is a post rather than a part of an organisation's name.
    static func isPost(_ text: String) -> Bool {
        let plain = text.compact
        guard !plain.isEmpty, plain.count <= 12 else { return false }
        return endings.contains { plain.hasSuffix($0) }
    }

    private static let endings = [
        "员", "长", "主任", "书记", "主席", "经理", "干部", "干事", "教师", "老师", "医生", "医师", "护士", "职工",
        "工人", "会计", "出纳", "司机", "秘书", "工程师", "助理", "律师", "处级", "科级", "民警", "主管",
    ]
}
