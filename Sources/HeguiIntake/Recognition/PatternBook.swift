internal import HeguiPack

/// All that a table may be read as, and which heading means what.
struct PatternBook {
    struct Entry {
        let pattern: Int
        let field: Int
        /// How far down in the field's list of headings; lower is better.
        let rank: Int
    }

    /// A heading that is nearly one of a pattern's, as one sheet writes it.
    struct Near: Hashable {
        let pattern: Int
        let field: Int
        /// In the form that is compared.
        let key: String
        /// Whether the column holds the days of the events that the field's own holds.
        let isDay: Bool
    }

    private(set) var patterns: [SheetPattern]
    let verticalAnnexes: [Annex]
    /// By compared heading.
    private(set) var entries: [String: [Entry]]
    private(set) var near: [Near] = []
    /// How the headings begin.
    private var starts = TextStarts()

    /// Waivers and explanations alone.
    static let statements = PatternBook(SheetPattern.statements, verticalAnnexes: [])

    init(_ pack: Pack) {
        self.init(
            pack.annexes.filter { $0.layout == .table }.map { SheetPattern($0) }
                + SheetPattern.statements + pack.datasets.compactMap { SheetPattern($0) },
            verticalAnnexes: pack.annexes.filter { $0.layout == .vertical })
    }

    private init(_ patterns: [SheetPattern], verticalAnnexes: [Annex]) {
        self.patterns = patterns
        self.verticalAnnexes = verticalAnnexes
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
        starts = TextStarts(entries.keys)
    }

    /// Whether a cell holds a heading of some pattern, with a hint or without.
    func isHeading(_ text: String) -> Bool {
        starts.mayBegin(text) && HeadingText.keys(text).contains { entries[$0] != nil }
    }

    /// Whether a cell holds a heading in the form that is compared.
    func isPlainHeading(_ text: String) -> Bool {
        starts.mayBegin(text) && entries[text] != nil
    }

    /// Returns the book with headings that are nearly those of its patterns.
    func adding(_ near: [Near]) -> PatternBook {
        var book = self
        for one in near {
            var field = one.field
            if one.isDay { field = book.patterns[one.pattern].addDays(of: one.field, key: one.key) }
            book.entries[one.key, default: []].append(
                Entry(pattern: one.pattern, field: field, rank: 50))
            book.starts.insert(one.key)
        }
        book.near += near
        return book
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
