import HeguiColumns
import HeguiPack
import HeguiReview
import HeguiTables

extension ColumnOutcomes: OutcomeSource {
    func iterator(of verdicts: Set<Verdict>) -> AnyIterator<Outcome> {
        AnyIterator(ColumnOutcomeIterator(self, VerdictCode.set(verdicts)))
    }

    func forEachKind(
        of verdicts: Set<Verdict>, _ body: (OutcomeKind, Outcome.Subject) -> Void
    ) {
        let wanted = VerdictCode.set(verdicts)
        for part in parts {
            let above = ReportedUnder(part.rule.planned.table, in: run)
            let tables = above.tables.map { run.store.tables.tables[$0] }
            var start = 0
            while let place = part.next(from: start, wanted) {
                let row = part.row(place)
                var subject = part.rule.subject(row)
                if let head = above.head(of: row) {
                    subject.groupID =
                        subject.groupID ?? tables[head.step].keyText(of: head.row)
                        ?? "\(head.row)"
                }
                body(part.rule.kind(row), subject)
                start = place + 1
            }
        }
    }

    func censusByRule() -> [String: [OutcomeKind: Int]] {
        parts.filter { $0.count > 0 }.reduce(into: [:]) { counts, part in
            counts[part.rule.planned.rule.id, default: [:]]
                .merge(part.census(), uniquingKeysWith: +)
        }
    }

    func weightiest(
        _ limit: Int, of verdict: Verdict, isOpen: Bool
    ) -> (outcomes: [Outcome], total: Int) {
        let counts = census().filter {
            $0.key.verdict == verdict && !(isOpen && $0.key.isExplained)
        }
        var quotas: [Level: Int] = [:]
        var left = limit
        for level in Level.allCases.sorted(by: >) {
            let count = counts.reduce(0) { $0 + ($1.key.level == level ? $1.value : 0) }
            quotas[level] = min(count, left)
            left -= min(count, left)
        }
        let held = parts.map { part in
            part.taking(VerdictCode.set([verdict]), isOpen: isOpen, &quotas)
        }
        let list = OutcomeList(from: ColumnOutcomes(held, run))
        return (Array(list), counts.values.reduce(0, +))
    }

    func outcomes(ofRules rules: Set<String>) -> AnySequence<Outcome> {
        let kept = parts.filter { rules.contains($0.rule.planned.rule.id) }
        return AnySequence(OutcomeList(from: ColumnOutcomes(kept, run)))
    }

    var rated: AnySequence<Outcome> {
        let verdicts = Set(Verdict.allCases).subtracting([.notApplicable])
        let kept = parts.filter { $0.rule.planned.rule.requirement.givesRate }
        let list = OutcomeList(from: ColumnOutcomes(kept, run))
        return AnySequence(list.those(of: verdicts).lazy.filter { $0.rate != nil })
    }

    func subjects(named words: Set<String>) -> Set<String> {
        var subjects = ColumnSubjects(run, words: words)
        var found: Set<String> = []
        for table in Set(parts.map(\.rule.planned.table)) {
            for names in subjects.rows(ofTable: table).values { found.formUnion(names) }
        }
        return found
    }

    /// Of scanned rows only the ids of small tables.
    var subjectNames: Set<String> {
        if let packed = run.packed {
            return Set(parts.map(\.rule.planned.table)).reduce(into: []) { names, table in
                for row in 0..<run.store.tables.tables[table].rowCount {
                    let reference = RowReference(table: table, row: row)
                    names.formUnion(packed.run.subject(reference).names)
                }
            }
        }
        let tables = run.store.tables.tables.filter { $0.rowCount <= 50_000 }
        return tables.reduce(into: []) { names, table in
            names.formUnion((0..<table.rowCount).compactMap { table.keyText(of: $0) })
        }
    }

    func limited(toRules rules: Set<String>?, subjects words: Set<String>?) -> any OutcomeSource {
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

extension ColumnPart {
    /// Returns the part with the first rows whose code is wanted, so many of each level, which are
    /// taken from `quotas`.
    fileprivate func taking(
        _ wanted: CodeSet, isOpen: Bool, _ quotas: inout [Level: Int]
    ) -> ColumnPart {
        var rows: [Int] = []
        var start = 0
        while quotas.values.contains(where: { $0 > 0 }), let place = next(from: start, wanted) {
            let row = row(place)
            let kind = rule.kind(row)
            if let quota = quotas[kind.level], quota > 0, !(isOpen && kind.isExplained) {
                quotas[kind.level] = quota - 1
                rows.append(row)
            }
            start = place + 1
        }
        return ColumnPart(rule, rows: rows)
    }
}
