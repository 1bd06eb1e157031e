internal import HeguiCalendar
internal import HeguiRules

/// Finds a person's row by the ladder of a dataset: one level of columns after another.
struct IdentityLadder {
    private struct Level {
        let columns: [Int]
        let certainty: Dataset.IdentityLevel.Certainty
        /// Rows by what they have in the columns that are compared as they stand.
        var rows: [String: [Int]] = [:]
    }

    private let dataset: Dataset
    private var levels: [Level]
    private var rowsByName: [String: [Int]] = [:]
    let nameColumn: Int?
    let phoneColumns: [Int]

    init(_ dataset: Dataset, rows: [DraftRow]) {
        self.dataset = dataset
        nameColumn = dataset.columns.firstIndex { $0.type == .name }
        phoneColumns = dataset.columns.indices.filter { dataset.columns[$0].type == .phone }
        levels = dataset.identity.map { level in
            Level(
                columns: level.columns.compactMap { dataset.columnIndex($0) },
                certainty: level.certainty
            )
        }
        for (index, row) in rows.enumerated() {
            for level in levels.indices {
                let key = key(levels[level].columns) { column in
                    IdentityLadder.fixed(row.data[column], row.pending[column])
                }
                if let key { levels[level].rows[key, default: []].append(index) }
            }
            if let name = nameColumn.flatMap({ row.data[$0].words }) {
                rowsByName[name, default: []].append(index)
            }
        }
    }

    /// What the ladder came to.
    enum Outcome {
        case certain(Int, level: [Int])
        case ambiguous([Int])
        /// Rows that a probable level finds.
        case probable([Int])
        case none
    }

    /// Climbs the ladder from its first level.
    func find(_ terms: [MatchTerm], rows: [DraftRow]) -> Outcome {
        for level in levels {
            let hits = hits(level, terms, rows)
            guard let first = hits.first else { continue }
            if level.certainty == .probable { return .probable(hits) }
            return hits.count == 1 ? .certain(first, level: level.columns) : .ambiguous(hits)
        }
        return .none
    }

    /// Returns the rows of that name.
    func named(_ terms: [MatchTerm]) -> [Int] {
        guard let nameColumn, let term = terms.first(where: { $0.column == nameColumn }) else {
            return []
        }
        return term.datum.words.flatMap { rowsByName[$0] } ?? []
    }

    private func hits(_ level: Level, _ terms: [MatchTerm], _ rows: [DraftRow]) -> [Int] {
        let byColumn = Dictionary(terms.map { ($0.column, $0) }, uniquingKeysWith: { $1 })
        guard !level.columns.isEmpty,
            level.columns.allSatisfy({ byColumn[$0].map(IdentityLadder.isUsable) ?? false }),
            let key = key(level.columns, { column in
                byColumn[column].flatMap { IdentityLadder.fixed($0.datum, $0.reference) }
            })
        else { return [] }
        return (level.rows[key] ?? []).filter { row in
            level.columns.allSatisfy { column in
                guard isDay(column) else { return true }
                guard let wanted = byColumn[column]?.datum.days, let own = rows[row].data[column].days
                else { return false }
                return wanted.intersects(own)
            }
        }
    }

    private func isDay(_ column: Int) -> Bool {
        [.day, .month].contains(dataset.columns[column].type)
    }

    /// The texts of the columns that are no days, joined; nil where one of them is empty.
    private func key(_ columns: [Int], _ fixed: (Int) -> String?) -> String? {
        var parts: [String] = []
        for column in columns where !isDay(column) {
            guard let part = fixed(column) else { return nil }
            parts.append(part)
        }
        return parts.joined(separator: "\u{1F}")
    }

    /// A reference counts by the row it leads to, a masked number never.
    private static func fixed(_ datum: Datum, _ reference: PendingReference?) -> String? {
        if let reference { return reference.found.map { "#\($0)" } }
        guard let words = datum.words, !words.contains("*") else { return nil }
        return words
    }

    static func isUsable(_ term: MatchTerm) -> Bool {
        switch term.datum {
        case .day: true
        default: fixed(term.datum, term.reference) != nil
        }
    }
}

extension Datum {
    /// The days of a day or month column.
    var days: DayRange? {
        guard case .day(let range) = self else { return nil }
        return range
    }
}
