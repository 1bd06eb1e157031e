/// The words behind a number that say what it counts or measures.
enum MeasureWords {
    /// Returns whether a word of measure stands at `end`, so that the decimal before it is no date.
    static func isUnit(at end: Int, of line: [Unicode.Scalar]) -> Bool {
        guard end < line.count else { return false }
        return units.contains { line[end...].starts(with: $0.unicodeScalars) }
    }

    private static let units = [
        "小时", "公里", "公斤", "千克", "万元", "元/", "亩", "米", "吨", "%", "度", "万人", "人", "名", "户",
        "次", "岁", "年", "折", "里", "斤", "平方", "余", "万", "分钟", "课时", "学时", "场次", "幢", "栋",
        "块钱", "千米", "厘米", "倍", "kg", "km", "h",
    ]

    /// Returns whether a whole number before `end` counts something. These words begin activities
    /// too (`种树`, `楼道`), so they say nothing of decimals.
    static func isMeasure(at end: Int, of line: [Unicode.Scalar]) -> Bool {
        guard end < line.count else { return false }
        return isUnit(at: end, of: line)
            || measures.contains { line[end...].starts(with: $0.unicodeScalars) }
    }

    private static let measures = [
        "多", "几", "千", "百", "块", "个", "位", "件", "份", "张", "条", "场", "分", "点", "时", "课", "天",
        "周", "楼", "室", "单元", "期", "组", "班", "届", "版", "袋", "桶", "盒", "箱", "本", "册", "篇", "例",
        "头", "只", "瓶", "套", "车", "趟", "遍", "页", "批", "家", "所", "对", "样", "种", "类", "级", "线",
        "路", "弄", "巷", "项", "棵", "株", "盆", "大", "型", "G", "D", "A",
    ]
}
