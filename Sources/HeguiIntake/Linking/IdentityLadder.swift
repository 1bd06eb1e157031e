internal import HeguiCalendar
internal import HeguiPack
internal import HeguiTables

/// Finds a person's row by the ladder of a dataset: one level of columns after another.
final class IdentityLadder {
    private struct Level {
        let columns: [Int]
        /// Those of the columns whose days need only meet.
        let days: [Int]
        /// Those that are compared as they stand.
        let fixed: [Int]
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
            let columns = level.columns.compactMap { dataset.columnIndex($0) }
            let isDay = { [.day, .month].contains(dataset.columns[$0].type) }
            return Level(
                columns: columns, days: columns.filter(isDay),
                fixed: columns.filter { !isDay($0) }, certainty: level.certainty)
        }
        for (index, row) in rows.enumerated() {
            for level in levels.indices {
                let key = Self.key(levels[level].fixed) { column in
                    Self.fixed(row.data[column], row.pending[column])
                }
                if let key { levels[level].rows[key, default: []].append(index) }
            }
            if let name = nameColumn.flatMap({ row.data[$0].words }) {
                rowsByName[name, default: []].append(index)
            }
        }
    }

    /// Returns the rows that agree with an earlier row on a level of the ladder, each pair once and
    /// for the surest level.
    func repeats(in rows: [DraftRow]) -> [(row: Int, first: Int, columns: [Int], isCertain: Bool)] {
        var seen: Set<Int> = []
        var found: [(row: Int, first: Int, columns: [Int], isCertain: Bool)] = []
        for level in levels {
            let others = telling(besides: level.columns)
            for group in level.rows.values where group.count > 1 {
                for (place, row) in group.enumerated() where !seen.contains(row) {
                    let first = group[..<place].first { other in
                        if level.certainty == .probable {
                            return !Self.areTwoPeople(rows[row], rows[other], by: others)
                        }
                        return level.days.allSatisfy { column in
                            guard let left = rows[row].data[column].days,
                                let right = rows[other].data[column].days
                            else { return false }
                            return left.intersects(right)
                        }
                    }
                    guard let first else { continue }
                    seen.insert(row)
                    found.append((row, first, level.columns, level.certainty == .certain))
                }
            }
        }
        return found.sorted { $0.row < $1.row }
    }

    /// The columns by which people are told apart, besides those that agree.
    private func telling(besides known: [Int]) -> Set<Int> {
        Set(levels.filter { $0.certainty == .certain }.flatMap(\.columns))
            .subtracting(known).subtracting(dataset.key.compactMap { dataset.columnIndex($0) })
    }

    /// Whether one of some columns says something else in each row.
    private static func areTwoPeople(
        _ left: DraftRow, _ right: DraftRow, by columns: Set<Int>
    ) -> Bool {
        columns.contains { column in
            switch (left.data[column], right.data[column]) {
            case (.day(let one), .day(let other)): !one.intersects(other)
            case (.text(let one), .text(let other)):
                !one.isMasked && !other.isMasked && one != other
            default: false
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
            let hits = hits(level, terms, among: rows)
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

    private func hits(_ level: Level, _ terms: [MatchTerm], among rows: [DraftRow]) -> [Int] {
        func term(_ column: Int) -> MatchTerm? { terms.last { $0.column == column } }
        guard !level.columns.isEmpty,
            let key = Self.key(
                level.fixed, { term($0).flatMap { Self.fixed($0.datum, $0.reference) } }),
            let hits = level.rows[key],
            level.days.allSatisfy({ term($0).map(Self.isUsable) ?? false })
        else { return [] }
        return hits.filter { row in
            level.days.allSatisfy { column in
                guard let wanted = term(column)?.datum.days,
                    let own = rows[row].data[column].days
                else { return false }
                return wanted.intersects(own)
            }
        }
    }

    /// The texts of columns, joined; nil where one of them is empty.
    private static func key(_ columns: [Int], _ fixed: (Int) -> String?) -> String? {
        if columns.count == 1 { return fixed(columns[0]) }
        var key = ""
        for column in columns {
            guard let part = fixed(column) else { return nil }
            if !key.isEmpty { key += "\u{1F}" }
            key += part
        }
        return key
    }

    /// A reference counts by the row it leads to, a masked number never.
    static func fixed(_ datum: Datum, _ reference: PendingReference?) -> String? {
        if let reference {
            if let found = reference.found { return "#\(found)" }
            // Two rows that name the same unit agree, whether or not the unit is known.
            guard case .text(let text) = reference.wanted else { return nil }
            return OrganisationName(text).bare
        }
        guard let words = datum.words, !words.isMasked else { return nil }
        return words
    }

    static func isUsable(_ term: MatchTerm) -> Bool {
        switch term.datum {
        case .day: true
        default: fixed(term.datum, term.reference) != nil
        }
    }
}

extension String {
    /// Whether digits are hidden in a number.
    var isMasked: Bool { utf8.contains(0x2A) && contains("*") }
}

extension Datum {
    /// The days of a day or month column.
    var days: DayRange? {
        guard case .day(let range) = self else { return nil }
        return range
    }
}
