/// The words that join two things, told from the same characters within other words.
enum JoiningWords {
    /// Whether the character joins what stands on its two sides: `理发和水电维修`, but not `和谐` or
    /// `普及`.
    static func joins(
        _ text: String.UnicodeScalarView, at index: String.UnicodeScalarView.Index
    ) -> Bool {
        guard let words = neighbours[text[index]] else { return false }
        let before = text[..<index].last
        let after = text[text.index(after: index)...].first
        guard let before, let after else { return false }
        return !words.before.unicodeScalars.contains(before)
            && !words.after.unicodeScalars.contains(after)
    }

    /// Returns what stands behind a joining word with which an item begins: `兼水电维修`, but not
    /// `兼职介绍`; nil where it begins with none.
    static func rest(of item: String) -> String? {
        for word in ["以及", "还有", "另有", "外加"] where item.hasPrefix(word) {
            return String(item.dropFirst(word.count))
        }
        let scalars = item.unicodeScalars
        guard let first = scalars.first, let words = neighbours[first],
            let next = scalars.dropFirst().first, !words.after.unicodeScalars.contains(next)
        else { return nil }
        return String(scalars.dropFirst())
    }

    /// By character: those with which it makes a word of its own, before and after it.
    private static let neighbours: [Unicode.Scalar: (before: String, after: String)] = [
        "和": ("调温柔缓饱谦祥随融总共中讲维亲平人", "谐事睦美平解合善气煦乐好蔼顺"),
        "及": ("普涉提波顾以遍推触危", "时格早第笄"),
        "兼": ("", "职顾任容备"),
        "与": ("参给赠授", "会时"),
        "并": ("合归兼吞", "发且非列轨肩举"),
        "跟": ("", "踪进随"),
        "暨": ("", ""),
    ]
}
