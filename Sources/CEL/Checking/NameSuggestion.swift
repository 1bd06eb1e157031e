/// Finds the declared name that a misspelt name probably meant.
enum NameSuggestion {
    /// Returns a hint such as ``did you mean `amount`?``, or nil if no name is close.
    static func hint(_ word: String, among names: some Sequence<String>) -> String? {
        find(word, among: names).map { "did you mean `\($0)`?" }
    }

    /// Returns the closest of `names` to `word`, or nil if none is close.
    ///
    /// Complexity: O(n · m · k) for k names of length m and a word of length n.
    static func find(_ word: String, among names: some Sequence<String>) -> String? {
        let letters = Array(word.lowercased().unicodeScalars)
        guard letters.count <= 64 else { return nil }
        let limit = max(1, letters.count / 3)
        var best: (distance: Int, name: String)?
        for name in names where name != word {
            let candidate = Array(name.lowercased().unicodeScalars)
            guard abs(candidate.count - letters.count) <= limit else { continue }
            let distance = distance(letters, candidate)
            guard distance <= limit else { continue }
            if let best, (best.distance, best.name) <= (distance, name) { continue }
            best = (distance, name)
        }
        return best?.name
    }

    /// The number of letters to insert, delete, replace or swap with their neighbour.
    private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                let replaced = last[j] + (a[i] == b[j] ? 0 : 1)
                var best = min(replaced, last[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    best = min(best, beforeLast[j - 1] + 1)
                }
                row.append(best)
            }
            (beforeLast, last) = (last, row)
        }
        return last[b.count]
    }
}
