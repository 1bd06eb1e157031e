/// Finds the name that someone probably meant.
package enum NearestName {
    /// Returns the candidate closest to `name`, or nil if none is close enough.
    ///
    /// Distance is counted in inserted, deleted, replaced and swapped characters, without regard to
    /// case. A Latin name may differ in about a third of its characters; a Chinese name in half,
    /// since each of its characters says more. Ties go to the longer common beginning, then to the
    /// lesser name, so that the answer does not depend on the candidates' order.
    ///
    /// - Complexity: the lengths' product for each candidate of a similar length.
    package static func suggestion(
        for name: String, among candidates: some Sequence<String>
    ) -> String? {
        let wanted = folded(name)
        let limit = allowance(for: wanted)
        var best: Match?
        for candidate in candidates where candidate != name {
            let other = folded(candidate)
            guard abs(other.count - wanted.count) <= limit else { continue }
            let distance = editDistance(wanted, other)
            guard distance <= limit, distance < max(wanted.count, other.count) else { continue }
            let prefix = zip(wanted, other).prefix { $0 == $1 }.count
            let match = Match(distance: distance, prefix: prefix, name: candidate)
            if best.map({ match.isBetter(than: $0) }) ?? true { best = match }
        }
        return best?.name
    }

    private struct Match {
        var distance: Int
        var prefix: Int
        var name: String

        func isBetter(than other: Match) -> Bool {
            if distance != other.distance { return distance < other.distance }
            if prefix != other.prefix { return prefix > other.prefix }
            return name < other.name
        }
    }

    /// Names longer than this are no typing mistakes, and comparing them would be slow.
    private static let longest = 80

    private static func folded(_ name: String) -> [Character] {
        name.lowercased().map { $0 == "-" ? "_" : $0 }
    }

    private static func allowance(for name: [Character]) -> Int {
        guard name.count <= longest else { return 0 }
        if name.contains(where: { DisplayWidth.of($0) == 2 }) { return max(1, name.count / 2) }
        switch name.count {
        case 0...2: return 0
        case 3...5: return 1
        case 6...8: return 2
        default: return name.count / 3
        }
    }

    /// Returns the Damerau–Levenshtein distance in its restricted form (optimal alignment).
    package static func editDistance(_ left: [Character], _ right: [Character]) -> Int {
        if left == right { return 0 }
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                let isSame = left[row] == right[column]
                var cost = min(last[column + 1], current[column]) + 1
                cost = min(cost, last[column] + (isSame ? 0 : 1))
                let isSwap =
                    row > 0 && column > 0 && left[row] == right[column - 1]
                    && left[row - 1] == right[column]
                if isSwap { cost = min(cost, beforeLast[column - 1] + 1) }
                current.append(cost)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
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
