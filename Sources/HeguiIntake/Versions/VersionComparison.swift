internal import HeguiPack
internal import HeguiTables

/// Compares what two sheets of one owner say, to tell two versions of an annex from two parts of it.
struct VersionComparison {
    /// What an entry of a sheet is known by.
    enum Key: Hashable {
        /// The person it is about.
        case person(VersionCell)
        /// Its content, for what is about nobody or has several entries for one person.
        case content([VersionCell])
    }

    let drafts: DraftTables
    let annex: Annex
    /// The column of the first row of an entry that says whom it is about.
    private let person: Int?
    /// The columns by which people are found, which agree in all sheets about them.
    private let known: Set<Int>

    init(_ drafts: DraftTables, _ annex: Annex) {
        self.drafts = drafts
        self.annex = annex
        let dataset = annex.rows.first.flatMap { drafts.pack.dataset($0.dataset) }
        var (person, known): (Int?, Set<Int>) = (nil, [])
        for assignment in annex.rows.first?.assignments ?? [] {
            guard case .match(_, let by) = assignment.source else { continue }
            let sheetColumns = by.compactMap { term in
                if case .column(let name) = term.source { name } else { nil }
            }
            guard !sheetColumns.isEmpty else { continue }
            person = dataset?.columnIndex(assignment.column)
            for other in annex.rows.first?.assignments ?? [] {
                if case .column(let name) = other.source, sheetColumns.contains(name) {
                    dataset?.columnIndex(other.column).map { _ = known.insert($0) }
                }
            }
        }
        self.person = person
        self.known = known
    }

    func row(_ place: Submission.RowPlace) -> DraftRow { drafts.rows[place.dataset][place.row] }

    func content(_ place: Submission.RowPlace) -> [VersionCell] {
        let row = row(place)
        return row.data.indices.map { VersionCell($0, of: row) }
    }

    /// Returns the entries of sheets by what they are known by; those that are alike are numbered.
    func keyed(_ submissions: [Submission]) -> [[Key: Submission.Entry]] {
        let byPerson = submissions.map { $0.entries.map(personKey) }
        let isEach = byPerson.allSatisfy { keys in
            keys.allSatisfy { $0 != nil } && Set(keys).count == keys.count
        }
        return zip(submissions, byPerson).map { submission, people in
            var keyed: [Key: Submission.Entry] = [:]
            for (entry, person) in zip(submission.entries, people) {
                var key = isEach ? person : nil
                key = key ?? contentKey(entry)
                while let taken = key, keyed[taken] != nil { key = taken.next }
                if let key { keyed[key] = entry }
            }
            return keyed
        }
    }

    private func personKey(_ entry: Submission.Entry) -> Key? {
        guard let person, let first = entry.rows.first, first.entry == 0 else { return nil }
        return .person(VersionCell(person, of: row(first)))
    }

    private func contentKey(_ entry: Submission.Entry) -> Key {
        .content(entry.rows.flatMap { content($0) })
    }

    /// Whether two sheets say mostly the same, as a draft does or a copy that was saved again.
    ///
    /// Lists of other people are parts of an annex, and so are those of the same people on other
    /// days.
    func areVersions(
        _ left: [Key: Submission.Entry], _ right: [Key: Submission.Entry]
    ) -> Bool {
        let shared = left.keys.filter { right[$0] != nil }
        guard !shared.isEmpty, 2 * shared.count >= min(left.count, right.count) else {
            return false
        }
        let pairs = shared.compactMap { key in
            left[key].flatMap { one in right[key].map { (one, $0) } }
        }
        return cellsAgree(pairs) && itemsMeet(pairs)
    }

    private func cellsAgree(_ pairs: [(Submission.Entry, Submission.Entry)]) -> Bool {
        var counts: [Int: (same: Int, other: Int)] = [:]
        var isDay: Set<Int> = []
        for (left, right) in pairs {
            guard let one = left.rows.first, let other = right.rows.first,
                one.dataset == other.dataset, one.entry == other.entry
            else { return false }
            let columns = drafts.pack.datasets[one.dataset].columns
            let (own, theirs) = (content(one), content(other))
            for column in columns.indices where column != person && !known.contains(column) {
                if own[column].isEmpty || theirs[column].isEmpty { continue }
                if columns[column].type == .day { isDay.insert(column) }
                let isSame = own[column] == theirs[column]
                counts[column, default: (0, 0)].same += isSame ? 1 : 0
                counts[column, default: (0, 0)].other += isSame ? 0 : 1
            }
        }
        let (same, other) = counts.values.reduce((0, 0)) { ($0.0 + $1.same, $0.1 + $1.other) }
        if annex.layout == .vertical {
            // One form a person: two that differ in more are two forms.
            return other == 0 || other == 1 && same >= 3
        }
        let hasOtherDays = isDay.contains { column in
            counts[column].map { $0.same == 0 && $0.other > 1 } ?? false
        }
        return other == 0 || same > other && !hasOtherDays
    }

    /// Whether most people have in both sheets some of the events that either has for them.
    private func itemsMeet(_ pairs: [(Submission.Entry, Submission.Entry)]) -> Bool {
        let lists = annex.rows.indices.filter { number in
            let column = annex.rows[number].each
            return annex.columns.contains { $0.name == column && $0.type == .events }
        }
        return lists.allSatisfy { number in
            var (meet, part) = (0, 0)
            for (left, right) in pairs {
                let one = Set(left.rows.filter { $0.entry == number }.map(content))
                let other = Set(right.rows.filter { $0.entry == number }.map(content))
                guard !one.isEmpty, !other.isEmpty else { continue }
                if one.isDisjoint(with: other) { part += 1 } else { meet += 1 }
            }
            return meet >= part
        }
    }
}

extension VersionComparison.Key {
    /// The key of a further entry that is the same.
    fileprivate var next: VersionComparison.Key {
        switch self {
        case .person(let person): .content([person])
        case .content(let cells): .content(cells + [.datum(.absent)])
        }
    }
}
