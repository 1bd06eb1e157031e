internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiTables

/// Settles the references of all rows, whatever order the files came in: first those that name a
/// row by text, then those that are people to be found by the ladder.
struct Linker {
    var drafts: DraftTables
    private var resolver: ReferenceResolver<DraftNames>
    private var ladders: [Int: IdentityLadder] = [:]

    init(_ drafts: DraftTables) {
        self.drafts = drafts
        resolver = ReferenceResolver(DraftNames(drafts))
    }

    /// Returns the finished tables, one a dataset in the pack's order.
    mutating func link() -> [Table] {
        let all =
            drafts.rows.flatMap { rows in
                rows.flatMap { row in row.pending.sorted { $0.key < $1.key }.map(\.value) }
            } + drafts.openRows.flatMap(\.references)
        for reference in all { settleTexts(reference) }
        for (index, dataset) in drafts.pack.datasets.enumerated() where !dataset.identity.isEmpty {
            let ladder = IdentityLadder(dataset, rows: drafts.rows[index])
            ladders[index] = ladder
            for found in ladder.repeats(in: drafts.rows[index]) {
                reportRepeat(
                    of: found.row, first: found.first, in: index, columns: found.columns,
                    isCertain: found.isCertain)
            }
        }
        for reference in all where !reference.isSettled { settlePerson(reference) }
        resolver.reportUnresolved(&drafts)
        return zip(drafts.pack.datasets, drafts.rows.indices).map { dataset, index in
            Table(
                dataset: dataset.name, rows: drafts.rows[index].map(finished),
                isGiven: drafts.isGiven[index]
            )
        }
    }

    /// The rows that may exist besides those of the tables, which are linked before.
    func openRows() -> [OpenRows] { drafts.openRows.map { $0.settled(in: drafts.pack) } }

    private func finished(_ draft: DraftRow) -> TableRow {
        var row = TableRow(data: draft.data, cells: draft.cells, address: draft.address)
        for (column, reference) in draft.pending {
            guard let found = reference.found else { continue }
            row.references[column] = found
            let text = resolver.names.indexes[reference.target].text(of: found)
            if !text.isEmpty { row.data[column] = .text(text) }
        }
        return row
    }

    /// Settles a reference by text to a dataset without a ladder, and those inside a search.
    private mutating func settleTexts(_ reference: PendingReference) {
        guard !reference.isSettled else { return }
        switch reference.wanted {
        case .terms(let terms):
            for term in terms { term.reference.map { settleTexts($0) } }
        case .text(let text):
            guard drafts.pack.datasets[reference.target].identity.isEmpty else { return }
            reference.isSettled = true
            reference.found = resolver.row(named: text, by: reference, &drafts)
        }
    }

    private mutating func settlePerson(_ reference: PendingReference) {
        reference.isSettled = true
        switch reference.wanted {
        case .text(let text):
            reference.found = resolver.row(named: text, by: reference, &drafts)
        case .terms(let terms):
            if resolver.isGiven(reference, drafts) { climb(reference, terms) }
        }
    }

    private mutating func climb(_ reference: PendingReference, _ terms: [MatchTerm]) {
        let rows = drafts.rows[reference.target]
        guard let ladder = ladders[reference.target] else {
            if let text = terms.first?.datum.words,
                case .one(let row) = resolver.names.find(text, in: reference.target)
            {
                reference.found = row
            } else {
                resolver.report([], alike: .level, to: reference, &drafts)
            }
            return
        }
        switch ladder.find(terms, rows: rows) {
        case .certain(let row, let level):
            reference.found = row
            reportContradictions(reference, terms, row: row, level: level)
        case .ambiguous(let hits): resolver.report(hits, among: reference, &drafts)
        case .probable(let hits):
            let alike = likeness(of: hits, to: terms, ladder, rows: rows)
            resolver.report(
                alike?.rows ?? hits, alike: alike?.likeness ?? .level, to: reference, &drafts)
        case .none:
            let alike = likeness(of: ladder.named(terms), to: terms, ladder, rows: rows)
            resolver.report(
                alike?.rows ?? [], alike: alike?.likeness ?? .level, to: reference, &drafts)
        }
    }

    /// The rows whose number is like the one given.
    private func likeness(
        of candidates: [Int], to terms: [MatchTerm], _ ladder: IdentityLadder,
        rows: [DraftRow]
    ) -> (rows: [Int], likeness: Likeness)? {
        for term in terms where ladder.phoneColumns.contains(term.column) {
            guard let wanted = term.datum.words else { continue }
            var found: [Likeness: [Int]] = [:]
            for row in candidates {
                guard let own = rows[row].data[term.column].words,
                    let likeness = Likeness(wanted, own)
                else { continue }
                found[likeness, default: []].append(row)
            }
            for likeness in [Likeness.maskedNumber, .oneDigit] {
                if let rows = found[likeness] { return (rows, likeness) }
            }
        }
        return nil
    }
}
