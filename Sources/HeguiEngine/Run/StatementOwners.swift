import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiTables

/// Whom an outcome concerns, by keys and names.
struct OutcomeParties {
    /// The subject and what reports group it under: a member and its unit.
    let own: Set<String>
    /// By table: the rows that lead to whom it concerns, a community beside the unit; the subject
    /// among them.
    let related: [Int: Set<String>]

    /// - Complexity: linear in the rows that `subject` leads to.
    init(of subject: RowReference, _ run: Run) {
        let store = run.rowStore
        func names(_ row: RowReference) -> [String] {
            let names = store.names(ofTable: row.table)
            return [names.ids[row.row], names.names[row.row]]
        }
        var own = Set(names(subject))
        var group = subject
        for _ in store.schema.tables {
            guard case .reference(let column, let target)? = store.schema.tables[group.table].group,
                let row = store.target(of: group, column: column)
            else { break }
            group = RowReference(table: target, row: row)
            own.formUnion(names(group))
        }
        var related: [Int: Set<String>] = [:]
        var seen: Set<RowReference> = [subject]
        var waiting = [subject]
        while let next = waiting.popLast() {
            related[next.table, default: []].formUnion(names(next))
            let schema = store.schema.tables[next.table]
            for column in schema.referenceColumns {
                guard let target = schema.target(ofColumn: column),
                    let row = store.target(of: next, column: column)
                else { continue }
                let reference = RowReference(table: target, row: row)
                if seen.insert(reference).inserted { waiting.append(reference) }
            }
        }
        self.own = own
        self.related = related
    }
}

/// Tells whose an explanation is: its author, the owner of the annex in its file, or who the file
/// and its folders are named after.
struct StatementOwners {
    /// Those who hand material in, of one table.
    private struct Names {
        /// By the form that is compared: as people write it.
        let byForm: [String: String]
        /// Those that a longer text can be searched for.
        let searched: [String]
        /// By key and by name.
        let all: SubjectNames
    }

    private var names: [Int: Names] = [:]
    /// By table and file.
    private var byFile: [Int: [String: Set<String>]] = [:]

    /// Returns the owner of an explanation whom it does not concern; nil where it is not known or
    /// is one of those whom it does.
    ///
    /// Who may approve waivers may hand in what others wrote.
    mutating func other(
        than parties: OutcomeParties, of explanation: Explanation, in outcomes: some StatedOutcomes
    ) -> String? {
        let trusted = Set(
            (outcomes.plan.pack.statements.approvers ?? []).map(Signature.folded))
        let tables = parties.related.keys.filter(outcomes.plan.ownerTables.contains).sorted()
        for table in tables {
            let names = names(table, outcomes)
            let concerned = Set(parties.related[table, default: []].map(Signature.folded))
            let author = Signature(explanation.author).forms
            let file = forms(
                inFile: explanation.location.file, of: table, called: names, in: outcomes)
            for forms in [author.intersection(names.byForm.keys), file] {
                let others = forms.subtracting(trusted)
                guard others.isDisjoint(with: concerned), let first = others.min() else { continue }
                return names.byForm[first] ?? first
            }
        }
        return nil
    }

    private mutating func names(_ table: Int, _ outcomes: some StatedOutcomes) -> Names {
        if let known = names[table] { return known }
        let all = outcomes.names(ofTable: table)
        // A number alone may stand for anything.
        let forms = (Array(all.ids) + all.names).map { (Signature.folded($0), $0) }
            .filter { $0.0.contains(where: \.isLetter) }
        let made = Names(
            byForm: Dictionary(forms, uniquingKeysWith: { first, _ in first }),
            // Keys and Latin words stand in other words by chance.
            searched: Set(all.names.map(Signature.folded)).filter { form in
                form.unicodeScalars.filter(\.properties.isIdeographic).count > 1
            }.sorted(),
            all: all)
        names[table] = made
        return made
    }

    /// The owners of a file, in the form that is compared.
    private mutating func forms(
        inFile file: String, of table: Int, called names: Names, in outcomes: some StatedOutcomes
    ) -> Set<String> {
        if let known = byFile[table]?[file] { return known }
        let dataset = outcomes.plan.schema.tables[table].dataset.name
        var found = Set<String>(
            outcomes.annexes.compactMap { (annex: ReceivedAnnex) -> String? in
                guard annex.address.file == file, let owner = annex.owner,
                    owner.dataset == dataset, names.all.names.indices.contains(owner.row)
                else { return nil }
                return Signature.folded(names.all.names[owner.row])
            })
        if found.isEmpty {
            let text = Signature.folded(file)
            let parts = Signature(file).forms
            let inside = names.searched.filter { text.firstRange(of: $0) != nil }
            // 区委 stands in 区委党校 by chance.
            found = Set(
                inside.filter { form in
                    !inside.contains { $0 != form && $0.firstRange(of: form) != nil }
                }
            ).union(parts.intersection(names.byForm.keys))
        }
        byFile[table, default: [:]][file] = found
        return found
    }
}

extension Plan {
    /// The tables of those who hand material in: what others are grouped under, and owners of annexes.
    var ownerTables: Set<Int> {
        var tables = Set(duties.map(\.table))
        for table in schema.tables {
            if case .reference(_, let target)? = table.group { tables.insert(target) }
        }
        return tables.filter { (number: Int) -> Bool in schema.tables[number].group == nil }
    }
}
