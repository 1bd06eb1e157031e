internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiTables

/// Makes one of several versions of an annex: what all say counts once, what they say differently
/// is not known, and what only some say may be.
struct VersionMerge {
    /// The files that count where they are a version.
    let preferred: Set<String>

    /// Returns the rows that may be; takes out those that no longer count.
    ///
    /// - Complexity: linear in the rows, and in the sheets of one owner squared.
    func merge(_ drafts: inout DraftTables) -> [OpenRows] {
        var open: [OpenRows] = []
        var removed: Set<Submission.RowPlace> = []
        // An entry has one owner, so none is compared with what became of another's.
        let before = drafts
        for submissions in SubmissionList(drafts).several() {
            let annex = drafts.pack.annexes[submissions[0].owner.annex]
            let comparison = VersionComparison(before, annex)
            let keyed = comparison.keyed(submissions)
            for group in Self.groups(keyed, comparison) {
                var work = VersionGroup(
                    comparison, group.map { (submissions[$0], keyed[$0]) }, preferred: preferred)
                work.run(&drafts)
                open += work.open
                removed.formUnion(work.removed)
            }
        }
        guard !removed.isEmpty else { return open }
        let byDataset = Dictionary(grouping: removed, by: \.dataset)
        for (dataset, places) in byDataset {
            let gone = Set(places.map(\.row))
            drafts.rows[dataset] = drafts.rows[dataset].enumerated().filter {
                !gone.contains($0.offset)
            }.map(\.element)
        }
        return open
    }

    /// The sheets that are versions of each other, by number; those with no other are left out.
    private static func groups(
        _ keyed: [[VersionComparison.Key: Submission.Entry]], _ comparison: VersionComparison
    ) -> [[Int]] {
        var groups: [[Int]] = []
        for number in keyed.indices {
            let near = groups.indices.filter { group in
                groups[group].contains { comparison.areVersions(keyed[$0], keyed[number]) }
            }
            guard let first = near.first else {
                groups.append([number])
                continue
            }
            for group in near.dropFirst().reversed() {
                groups[first] += groups.remove(at: group)
            }
            groups[first].append(number)
        }
        return groups.filter { $0.count > 1 }.map { $0.sorted() }
    }
}

/// The versions of one annex while they are made one.
struct VersionGroup {
    private let comparison: VersionComparison
    private let versions:
        [(submission: Submission, entries: [VersionComparison.Key: Submission.Entry])]
    /// Versions that do not count beside a preferred one.
    private let set: [Submission]
    private(set) var open: [OpenRows] = []
    private(set) var removed: Set<Submission.RowPlace> = []

    /// What became of the people of a version, compared with the first.
    struct Tally {
        var same = 0
        var different = 0
        var single = 0
    }

    init(
        _ comparison: VersionComparison,
        _ all: [(Submission, [VersionComparison.Key: Submission.Entry])], preferred: Set<String>
    ) {
        self.comparison = comparison
        let hasPreferred = all.contains { preferred.contains($0.0.first.file) }
        versions = all.filter { !hasPreferred || preferred.contains($0.0.first.file) }
            .map { (submission: $0.0, entries: $0.1) }
        set = all.filter { hasPreferred && !preferred.contains($0.0.first.file) }.map(\.0)
    }

    mutating func run(_ drafts: inout DraftTables) {
        for submission in set {
            removed.formUnion(submission.entries.flatMap(\.rows) + submission.totals)
        }
        guard versions.count > 1 else { return }
        var tally = Tally()
        var seen: Set<VersionComparison.Key> = []
        for (_, entries) in versions {
            let keys = entries.keys.sorted { left, right in
                (entries[left]?.address.row ?? 0) < (entries[right]?.address.row ?? 0)
            }
            for key in keys where seen.insert(key).inserted {
                merge(versions.map { $0.entries[key] }, counting: &tally, &drafts)
            }
        }
        mergeTotals(&tally, &drafts)
        for version in versions.dropFirst() {
            drafts.report(
                .versions(
                    tally, at: version.submission.first,
                    other: versions[0].submission.first, dataset: nil))
        }
    }

    /// Makes one of the entries of all versions for one person; nil where a version has none.
    private mutating func merge(
        _ entries: [Submission.Entry?], counting tally: inout Tally, _ drafts: inout DraftTables
    ) {
        let there = linkedFirst(entries.compactMap(\.self))
        guard there.count == entries.count else {
            tally.single += 1
            for entry in there { report(onlyAt: entry.address, &drafts) }
            return openRows(there.map(\.rows))
        }
        var isSame = true
        let kinds = Set(there.flatMap { $0.rows.map { [$0.dataset, $0.entry] } })
        for kind in kinds.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            let rows = there.map { entry in
                entry.rows.filter { [$0.dataset, $0.entry] == kind }
            }
            if rows.allSatisfy({ $0.count == 1 }) && !isList(kind[1]) {
                isSame = mergeRows(rows.map { $0[0] }, &drafts) && isSame
            } else {
                isSame = mergeItems(rows) && isSame
            }
        }
        if isSame { tally.same += 1 } else { tally.different += 1 }
    }

    /// The entries, first those that are about somebody for certain.
    private func linkedFirst(_ entries: [Submission.Entry]) -> [Submission.Entry] {
        let isLinked = { (entry: Submission.Entry) in
            entry.rows.allSatisfy { place in
                comparison.row(place).pending.allSatisfy { $0.reference.found != nil }
            }
        }
        return entries.filter(isLinked) + entries.filter { !isLinked($0) }
    }

    private func isList(_ entry: Int) -> Bool {
        comparison.annex.rows[entry].each != nil
    }

    /// Keeps the first of rows that should say the same; what they say differently is not known.
    ///
    /// - Returns: whether they say the same.
    private mutating func mergeRows(
        _ rows: [Submission.RowPlace], _ drafts: inout DraftTables
    ) -> Bool {
        removed.formUnion(rows.dropFirst())
        let contents = rows.map(comparison.content)
        let first = rows[0]
        let columns = drafts.pack.datasets[first.dataset].columns
        let differing = columns.indices.filter { column in
            columns[column].type != .name && contents.contains { $0[column] != contents[0][column] }
        }
        guard !differing.isEmpty else { return true }
        for column in differing { forget(column, of: rows, &drafts) }
        for (number, other) in rows.enumerated().dropFirst() {
            let own = differing.filter { contents[number][$0] != contents[0][$0] }
            guard let place = own.first else { continue }
            let (here, there) = (comparison.row(other), comparison.row(first))
            drafts.report(
                .versionsDiffer(
                    own.map { columns[$0].title.message }, at: here.cells[place] ?? here.address,
                    other: there.cells[place] ?? there.address,
                    dataset: drafts.pack.datasets[first.dataset].name))
        }
        return false
    }

    /// Makes what rows have in a column unknown in the first of them.
    private mutating func forget(
        _ column: Int, of rows: [Submission.RowPlace], _ drafts: inout DraftTables
    ) {
        let first = rows[0]
        let dataset = drafts.pack.datasets[first.dataset]
        for place in rows {
            let row = comparison.row(place)
            guard let reference = row.pending[column], let found = reference.found else { continue }
            open.append(
                OpenRows(
                    dataset: dataset.name,
                    references: [
                        OpenRows.Place(
                            dataset: drafts.pack.datasets[reference.target].name, row: found)
                    ], atMost: 1, reason: .versions(row: reference.cell),
                    column: dataset.columns[column].name))
        }
        drafts.rows[first.dataset][first.row].data[column] = .unreadable
        drafts.rows[first.dataset][first.row].pending[column] = nil
    }

    /// Keeps the items that all versions have; others may be.
    ///
    /// - Returns: whether all have the same.
    private mutating func mergeItems(_ rows: [[Submission.RowPlace]]) -> Bool {
        var left = rows.map { Dictionary(grouping: $0, by: comparison.content) }
        for place in rows[0] {
            let content = comparison.content(place)
            let isShared = left.allSatisfy { !($0[content] ?? []).isEmpty }
            guard isShared else { continue }
            for number in left.indices {
                guard let own = left[number][content]?.removeFirst() else { continue }
                if number > 0 { removed.insert(own) }
            }
        }
        let rest = left.map { $0.values.flatMap(\.self).sorted { $0.row < $1.row } }
        let isSame = rest.allSatisfy(\.isEmpty)
        if !isSame { openRows(rest) }
        return isSame
    }

    private mutating func mergeTotals(_ tally: inout Tally, _ drafts: inout DraftTables) {
        let totals = versions.map(\.submission.totals)
        for place in totals[0] {
            let same = totals.compactMap { rows in
                rows.first { $0.dataset == place.dataset && $0.entry == place.entry }
            }
            guard same.count > 1 else { continue }
            if !mergeRows(same, &drafts) { tally.different += 1 }
        }
    }

    // MARK: What may be

    /// Takes out the rows of each version; at most as many as one of them has may be.
    private mutating func openRows(_ rows: [[Submission.RowPlace]]) {
        var counts: [OpenRows: [Int]] = [:]
        var order: [OpenRows] = []
        for (version, places) in rows.enumerated() {
            for place in places {
                removed.insert(place)
                for entry in entries(of: place) {
                    if counts[entry] == nil {
                        counts[entry] = Array(repeating: 0, count: rows.count)
                        order.append(entry)
                    }
                    counts[entry]?[version] += 1
                }
            }
        }
        for entry in order {
            var entry = entry
            entry.atMost = counts[entry]?.max()
            open.append(entry)
        }
    }

    /// What a row would refer to if it counts: one entry, or one for each person it may be about.
    private func entries(of place: Submission.RowPlace) -> [OpenRows] {
        let row = comparison.row(place)
        let datasets = comparison.drafts.pack.datasets
        var found: [OpenRows.Place] = []
        var perhaps: [OpenRows.Place] = []
        for reference in row.references {
            let target = datasets[reference.target].name
            if let own = reference.found {
                found.append(OpenRows.Place(dataset: target, row: own))
            } else {
                perhaps += reference.perhaps.map { OpenRows.Place(dataset: target, row: $0) }
            }
        }
        let lists = perhaps.isEmpty ? [found] : perhaps.map { found + [$0] }
        return lists.map { references in
            OpenRows(
                dataset: datasets[place.dataset].name, references: references, atMost: nil,
                reason: .versions(row: row.address))
        }
    }

    private func report(onlyAt address: CellAddress, _ drafts: inout DraftTables) {
        let others = versions.map(\.submission.first).filter { $0.grid != address.grid }
        guard let other = others.first else { return }
        drafts.report(.onlyInVersion(at: address, other: other))
    }
}
