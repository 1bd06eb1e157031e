/// The words for posts and for the standing of party members that people write beside names.
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

    /// Returns whether a text is nothing but words that are written beside names.
    static func isTitle(_ text: String) -> Bool {
        guard text.unicodeScalars.count > 1 else { return false }
        var rest = text
        while !rest.isEmpty {
            let word = titles.first { rest.hasSuffix($0) } ?? modifiers.first { rest.hasSuffix($0) }
            guard let word else { return false }
            rest.removeLast(word.count)
        }
        return true
    }

    /// Returns a name without what stands between it and a post: 王某 of 王某党支部副.
    static func withoutModifier(_ name: String) -> String {
        var name = name
        while let word = modifiers.first(where: { name.hasSuffix($0) }) {
            name.removeLast(word.count)
        }
        return name
    }

    /// Longer ones first.
    static let titles = [
        "中共预备党员", "中共正式党员", "发展对象", "入党积极分子", "中共党员", "共产党员", "预备党员", "正式党员",
        "主任科员", "组织委员", "宣传委员", "纪检委员", "组织干事", "支部书记", "工程师", "护士长", "检察长", "秘书长",
        "理事长", "董事长", "总经理", "联络员", "调研员", "巡视员", "办事员", "积极分子", "负责人", "党员", "预备", "同志",
        "先生", "女士", "书记", "局长", "处长", "科长", "院长", "校长", "所长", "站长", "队长", "主任", "部长", "县长",
        "区长", "市长", "镇长", "乡长", "村长", "行长", "厂长", "店长", "社长", "馆长", "园长", "班长", "组长", "团长",
        "会长", "庭长", "股长", "段长", "台长", "司长", "厅长", "主席", "经理", "主管", "委员", "干部", "干事", "科员",
        "职员", "教师", "老师", "医生", "医师", "护士", "会计", "出纳", "秘书", "助理", "司机", "民警", "教授", "讲师",
        "律师",
    ]

    /// What stands in front of a post, and in no name.
    private static let modifiers = [
        "党总支", "党支部", "党工委", "总支部", "党委", "党组", "总支", "支部", "机关", "常务", "副",
    ]
}
