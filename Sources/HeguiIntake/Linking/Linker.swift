internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiTables

/// Settles the references of all rows, whatever order the files came in: first those that name a
/// row by text, then those that are people to be found by the ladder.
struct Linker {
    var drafts: DraftTables
    private(set) var resolver: ReferenceResolver<DraftNames>
    private var ladders: [Int: IdentityLadder] = [:]
    private var linked = LinkedPeople()
    /// By target.
    private var unlinked: [Int: [Unlinked]] = [:]

    /// A reference to a person whom the ladder does not find for certain.
    private struct Unlinked {
        let reference: PendingReference
        let terms: [MatchTerm]
        /// The people whom a probable level or a number that is alike finds.
        let known: (rows: [Int], likeness: Likeness)
    }

    init(_ drafts: DraftTables) {
        self.drafts = drafts
        resolver = ReferenceResolver(DraftNames(drafts))
    }

    /// Finds the row of every reference.
    mutating func link() {
        let all =
            drafts.rows.flatMap { rows in rows.indices.flatMap { rows[$0].references } }
            + drafts.openRows.flatMap(\.references)
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
        for (target, open) in unlinked.sorted(by: { $0.key < $1.key }) { search(open, in: target) }
        for reference in all { reference.goOn() }
        resolver.reportUnresolved(&drafts)
    }

    /// The finished tables, one a dataset in the pack's order.
    var tables: [Table] {
        zip(drafts.pack.datasets, drafts.rows.indices).map { dataset, index in
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
        case .above: reference.isSettled = true
        case .mention(let texts, let otherwise):
            reference.isSettled = true
            settle(reference, named: texts, otherwise)
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
        case .mention, .above: return
        }
    }

    /// Settles whose a sheet is by what its title and the names of its sheet and file say.
    private mutating func settle(
        _ reference: PendingReference, named texts: [String], _ otherwise: [DataFinding]
    ) {
        for text in texts where !text.isEmpty {
            guard let row = resolver.names.mentioned(in: text, target: reference.target) else {
                continue
            }
            reference.found = row
            let name = resolver.names.indexes[reference.target].text(of: row)
            return drafts.report(.ownerInferred(name, at: reference.cell))
        }
        otherwise.forEach { drafts.report($0) }
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
            linked.insert(row, by: reference)
            reportContradictions(reference, terms, row: row, level: level)
        case .ambiguous(let hits): resolver.report(hits, among: reference, &drafts)
        case .probable(let hits):
            let alike = likeness(of: hits, to: terms, ladder, rows: rows) ?? (hits, .level)
            let open = Unlinked(reference: reference, terms: terms, known: alike)
            unlinked[reference.target, default: []].append(open)
        case .none:
            let named = ladder.named(terms)
            let alike = likeness(of: named, to: terms, ladder, rows: rows) ?? ([], .level)
            let open = Unlinked(reference: reference, terms: terms, known: alike)
            unlinked[reference.target, default: []].append(open)
        }
    }

    /// Looks for people whom rows may be about though their names differ, and reports whoever may
    /// be meant.
    private mutating func search(_ open: [Unlinked], in target: Int) {
        let dataset = drafts.pack.datasets[target]
        let rows = drafts.rows[target]
        let search = PerhapsSearch(dataset, rows: rows, wanted: open.map(\.terms))
        for one in open {
            let (reference, known) = (one.reference, one.known)
            let hasNumber = !known.rows.isEmpty && known.likeness != .level
            let found =
                hasNumber
                ? nil
                : search.find(one.terms, besides: known.rows) {
                    linked.isTaken($0, by: reference)
                }
            if let found, known.rows.isEmpty || found.agreement.isStrong {
                let name = search.name(in: one.terms)
                resolver.report(
                    found.rows, because: found.agreement, name: name, to: reference, &drafts)
                reference.perhaps += known.rows
            } else {
                resolver.report(known.rows, alike: known.likeness, to: reference, &drafts)
            }
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
