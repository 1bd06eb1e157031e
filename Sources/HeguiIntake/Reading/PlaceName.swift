/// The name of a community or village among those of the places around it.
enum PlaceName {
    private static let kinds = ["社区", "村"]
    private static let committees = [
        "居民委员会", "村民委员会", "居委会", "村委会", "社区党委", "党委", "党总支", "党支部", "便民服务中心", "服务中心",
    ]
    /// Words with which the names of larger places end.
    private static let areas = ["街道办事处", "街道办", "街道", "开发区", "新区", "省", "市", "区", "县", "镇", "乡"]

    /// Returns a name without the word for what it is: 甲 of 甲社区.
    static func core(of name: String) -> String? {
        for kind in kinds where name.hasSuffix(kind) && name.count >= kind.count + 2 {
            return String(name.dropLast(kind.count))
        }
        return nil
    }

    /// Returns what a text may name, the shortest first; it stands in half-width forms without
    /// blanks.
    static func forms(of text: String) -> [String] {
        let plain = withoutCommittee(text)
        return (withoutAreas(text) + withoutAreas(plain) + [plain])
            .reduce(into: []) { forms, form in if !forms.contains(form) { forms.append(form) } }
    }

    /// The text without a remark in brackets at its end.
    static func withoutBracket(_ text: String) -> String {
        guard text.hasSuffix(")"), let start = text.lastIndex(of: "("), start > text.startIndex
        else {
            return text
        }
        return String(text[..<start])
    }

    private static func withoutCommittee(_ text: String) -> String {
        for word in committees where text.hasSuffix(word) && text.count >= word.count + 2 {
            return String(text.dropLast(word.count))
        }
        return text
    }

    /// What is left behind each name of a larger place, the shortest first.
    private static func withoutAreas(_ text: String) -> [String] {
        var rests: [String] = []
        for area in areas {
            for range in text.ranges(of: area)
            where text.distance(from: text.startIndex, to: range.lowerBound) >= 1 {
                let rest = String(text[range.upperBound...])
                if rest.count >= 2 { rests.append(rest) }
            }
        }
        return rests.sorted { $0.count < $1.count }
    }
}
