/// How nearly two headings are the same: a word more or less, or another word for the same.
enum HeadingLikeness {
    /// From here on a heading may stand for one that a form needs and that is nowhere else.
    static let possible = 500
    /// From here on it does so though the form has no title.
    static let strong = 650

    /// Returns the share of their characters that the two have in common in the same order, in
    /// thousandths; the keys are compared headings.
    ///
    /// - Complexity: O(nm) in the characters, which are few.
    static func share(_ left: String, _ right: String) -> Int {
        let (left, right) = (Array(left), Array(right))
        guard !left.isEmpty, !right.isEmpty, left.count <= longest, right.count <= longest else {
            return 0
        }
        var lengths = [Int](repeating: 0, count: right.count + 1)
        for one in left {
            var diagonal = 0
            for (place, other) in right.enumerated() {
                let above = lengths[place + 1]
                lengths[place + 1] = one == other ? diagonal + 1 : max(above, lengths[place])
                diagonal = above
            }
        }
        return (lengths.last ?? 0) * 2_000 / (left.count + right.count)
    }

    /// Whether one of the two is the other with a word before or behind it.
    static func hasWordMore(_ left: String, _ right: String) -> Bool {
        let (long, short) = left.count > right.count ? (left, right) : (right, left)
        guard short.count >= 2, long.count - short.count <= 4 else { return false }
        return long.hasPrefix(short) || long.hasSuffix(short)
    }

    /// Whether a heading says that it is about somebody or something else: 原工作单位, 紧急联系电话.
    static func isOfAnother(_ key: String) -> Bool {
        [
            "原", "旧", "新", "拟", "未", "不", "非", "是否", "有无", "配偶", "父", "母", "子女", "紧急", "备注", "说明",
            "其中", "应", "拼音", "曾用", "英文",
        ]
        .contains { key.contains($0) }
    }

    /// Longer texts are no headings.
    private static let longest = 24
}
