/// Finds the name that someone probably meant.
package enum NearestName {
    /// Returns the candidate closest to `name`, or nil if none is close enough.
    ///
    /// Distance is counted in inserted, deleted, replaced and swapped characters, without regard to
    /// case. A Latin name may differ in about a third of its characters; a Chinese name in half,
    /// since each of its characters says more. Ties go to the longer common beginning, then to the
    /// lesser name, so that the answer does not depend on the candidates' order.
    ///
    /// Whoever asks again and again among the same names keeps a `NameIndex` of them.
    ///
    /// - Complexity: linear in the candidates, and the lengths' product for each that has nearly
    ///   the same characters. Among more than `NameIndex.mostNames` nothing is looked for.
    package static func suggestion(
        for name: String, among candidates: some Sequence<String>
    ) -> String? {
        var index = NameIndex(candidates)
        return index.suggestion(for: name).name
    }

    /// Returns the Damerau–Levenshtein distance in its restricted form (optimal alignment).
    package static func editDistance(_ left: [Character], _ right: [Character]) -> Int {
        EditDistance.between(
            left.map(EditDistance.code), right.map(EditDistance.code),
            limit: max(left.count, right.count))
    }
}

extension Message {
    /// Returns `did you mean …?`, or all of `known` where none is near and there are few.
    package static func suggestion(for word: String, among known: [String]) -> Message? {
        if let near = NearestName.suggestion(for: word, among: known) {
            return Message(zh: "是不是想写 `\(near)`？", en: "did you mean `\(near)`?")
        }
        guard !known.isEmpty, known.count <= 24 else { return nil }
        let list = known.map { "`\($0)`" }
        return Message(
            zh: "可用的有 " + list.joined(separator: "、"),
            en: "known here: " + list.joined(separator: ", "))
    }
}
