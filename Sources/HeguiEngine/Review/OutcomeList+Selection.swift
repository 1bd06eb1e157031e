import HeguiPack
import HeguiTables

extension OutcomeList {
    /// Returns those of `words` that are the id or name of a subject, or of the row under which one
    /// is reported.
    ///
    /// - Complexity: linear in the outcomes, or in the rows of drops in columns.
    package func subjects(named words: Set<String>) -> Set<String> {
        guard case .columns(let columns) = source else {
            return reduce(into: []) { found, outcome in
                found.formUnion(words.intersection(outcome.subject.names))
            }
        }
        var subjects = ColumnSubjects(columns.run, words: words)
        var found: Set<String> = []
        for table in Set(columns.parts.map(\.rule.planned.table)) {
            for names in subjects.rows(ofTable: table).values { found.formUnion(names) }
        }
        return found
    }

    /// The ids and names of subjects and of those under which they are reported; of drops in
    /// columns only the ids of small tables.
    package var subjectNames: Set<String> {
        guard case .columns(let columns) = source else {
            return reduce(into: []) { $0.formUnion($1.subject.names) }
        }
        let tables = columns.run.store.tables.tables.filter { $0.rowCount <= 50_000 }
        return tables.reduce(into: []) { names, table in
            names.formUnion((0..<table.rowCount).compactMap { table.keyText(of: $0) })
        }
    }

    /// Returns the outcomes of some rules and of the subjects that `words` name; nil: of all.
    ///
    /// - Complexity: linear in the outcomes, or in the rows of drops in columns, where none is made.
    package func limited(toRules rules: Set<String>?, subjects words: Set<String>?) -> OutcomeList {
        switch source {
        case .columns(let columns): OutcomeList(columns.limited(to: rules, words))
        case .stored(let outcomes):
            OutcomeList(outcomes.filter { $0.isOf(rules, words) })
        case .made:
            those(at: indices.filter { self[$0].isOf(rules, words) })
        }
    }

    private func those(at places: [Int]) -> OutcomeList {
        OutcomeList(
            count: places.count, outcome: { self[places[$0]] },
            verdict: { self.verdict(at: places[$0]) })
    }
}

extension ColumnOutcomes {
    fileprivate func limited(to rules: Set<String>?, _ words: Set<String>?) -> ColumnOutcomes {
        let kept = parts.filter { rules?.contains($0.rule.planned.rule.id) ?? true }
        guard let words else { return ColumnOutcomes(kept, run) }
        var subjects = ColumnSubjects(run, words: words)
        var rows: [Int: Set<Int>] = [:]
        for table in Set(kept.map(\.rule.planned.table)) {
            rows[table] = Set(subjects.rows(ofTable: table).keys)
        }
        let selected = kept.map { part in
            let wanted = rows[part.rule.planned.table] ?? []
            let all = part.rows?.filter(wanted.contains) ?? wanted.sorted()
            return ColumnPart(part.rule, rows: all)
        }
        return ColumnOutcomes(selected, run)
    }
}

extension Outcome {
    fileprivate func isOf(_ rules: Set<String>?, _ words: Set<String>?) -> Bool {
        (rules?.contains(rule) ?? true)
            && (words.map { !$0.isDisjoint(with: subject.names) } ?? true)
    }
}

extension Outcome.Subject {
    /// What it may be called: its id and name, and those of the row under which it is reported.
    package var names: [String] { [id, name] + [groupID, groupName].compactMap(\.self) }
}
