internal import HeguiPack

/// All that a table may be read as, and which heading means what.
struct PatternBook {
    struct Entry {
        let pattern: Int
        let field: Int
        /// How far down in the field's list of headings; lower is better.
        let rank: Int
    }

    let patterns: [SheetPattern]
    let verticalAnnexes: [Annex]
    /// By compared heading.
    let entries: [String: [Entry]]

    init(_ pack: Pack) {
        verticalAnnexes = pack.annexes.filter { $0.layout == .vertical }
        patterns =
            pack.annexes.filter { $0.layout == .table }.map { SheetPattern($0) }
            + SheetPattern.statements + pack.datasets.compactMap { SheetPattern($0) }
        var entries: [String: [Entry]] = [:]
        for (pattern, value) in patterns.enumerated() {
            for (field, words) in value.fields.enumerated() {
                for (rank, key) in words.keys.enumerated() where !key.isEmpty {
                    entries[key, default: []].append(
                        Entry(pattern: pattern, field: field, rank: rank)
                    )
                }
            }
        }
        self.entries = entries
    }

    /// Returns for each pattern that any heading belongs to which column each field stands in;
    /// `headings` are the compared forms by column.
    func columns(of headings: [Int: [String]]) -> [Int: [Int?]] {
        var claims: [Int: [(rank: Int, column: Int, field: Int)]] = [:]
        for (column, keys) in headings {
            for (preference, key) in keys.enumerated() {
                for entry in entries[key] ?? [] {
                    // A whole heading is better than one without its hint.
                    let rank = entry.rank + preference * 100
                    claims[entry.pattern, default: []].append((rank, column, entry.field))
                }
            }
        }
        return claims.reduce(into: [:]) { result, claim in
            var columns = [Int?](repeating: nil, count: patterns[claim.key].fields.count)
            var taken: Set<Int> = []
            for (_, column, field) in claim.value.sorted(by: <)
            where columns[field] == nil && !taken.contains(column) {
                columns[field] = column
                taken.insert(column)
            }
            result[claim.key] = columns
        }
    }
}
