internal import HeguiCalendar
internal import HeguiDiagnostics
internal import HeguiRules

extension Linker {
    private func owner(_ reference: PendingReference) -> (dataset: Dataset, column: Column) {
        let dataset = drafts.pack.datasets[reference.owner.dataset]
        return (dataset, dataset.columns[reference.owner.column])
    }

    private func cells(_ reference: PendingReference, _ rows: [Int]) -> [CellAddress] {
        rows.prefix(10).map { row in
            let draft = drafts.rows[reference.target][row]
            return TargetIndex.cell(of: draft, in: drafts.pack.datasets[reference.target])
        }
    }

    mutating func reportOrphan(_ reference: PendingReference, text: String?) {
        let finding = DataFinding.orphan(
            reference, in: drafts.pack, text: text, hint: text.flatMap { nearest(reference, $0) })
        drafts.report(finding)
    }

    mutating func reportAmbiguous(_ reference: PendingReference, _ rows: [Int]) {
        let finding = DataFinding.ambiguous(
            reference, in: drafts.pack, count: rows.count, cells: cells(reference, rows))
        drafts.report(finding)
    }

    mutating func reportProbable(
        _ reference: PendingReference, _ rows: [Int], _ likeness: Likeness
    ) {
        let owner = owner(reference)
        let target = drafts.pack.datasets[reference.target].title.message
        drafts.report(
            DataFinding(
                .referenceProbable, likeness == .oneDigit ? .hint : .verify,
                "可能是“\(target.zh)”中的同一人（\(likeness.reason.zh)），待核实，未关联",
                "may be someone in `\(target.en)` (\(likeness.reason.en)); not linked",
                at: reference.cell, related: cells(reference, rows), dataset: owner.dataset.name,
                help: Message(
                    zh: "核对两处的姓名、号码和单位，改正后重新放入",
                    en: "compare name, number and unit in both places and mend one of them"
                )
            )
        )
    }

    /// Two rows of one dataset that may be one person.
    mutating func reportRepeat(
        _ index: Int, _ row: Int, _ first: Int, _ columns: [Int], _ isCertain: Bool
    ) {
        let dataset = drafts.pack.datasets[index]
        let titles = columns.map { dataset.columns[$0].title.message }
        let zh = titles.map(\.zh).joined(separator: "、")
        let en = titles.map(\.en).joined(separator: ", ")
        drafts.report(
            DataFinding(
                .personRepeated, isCertain ? .verify : .hint,
                "两行的“\(zh)”相同，可能是同一人，待核实，未合并",
                "two rows agree in \(en) and may be one person; they are not merged",
                at: TargetIndex.cell(of: drafts.rows[index][row], in: dataset),
                related: [TargetIndex.cell(of: drafts.rows[index][first], in: dataset)],
                dataset: dataset.name
            )
        )
    }

    /// What differs though the person is found for certain.
    mutating func reportContradictions(
        _ reference: PendingReference, _ terms: [MatchTerm], _ row: Int, _ level: [Int]
    ) {
        let target = drafts.pack.datasets[reference.target]
        let draft = drafts.rows[reference.target][row]
        let used = Set(terms.filter { level.contains($0.column) }.compactMap(\.cell))
        for term in terms where !level.contains(term.column) && Self.differs(term, draft) {
            // A cell that holds either a number or a name cannot contradict itself.
            if let cell = term.cell, used.contains(cell) { continue }
            let column = target.columns[term.column]
            drafts.report(
                DataFinding(
                    .matchContradicted, column.type == .phone ? .hint : .verify,
                    "与“\(target.title.message.zh)”中同一人的“\(column.title.message.zh)”不一致",
                    "`\(column.title.message.en)` differs from the same person's in "
                        + "`\(target.title.message.en)`",
                    at: term.cell ?? reference.cell,
                    related: [draft.cells[term.column] ?? draft.address],
                    dataset: owner(reference).dataset.name
                )
            )
        }
    }

    private static func differs(_ term: MatchTerm, _ row: DraftRow) -> Bool {
        if let reference = term.reference {
            guard let found = reference.found, let own = row.pending[term.column]?.found else {
                return false
            }
            return found != own
        }
        switch (term.datum, row.data[term.column]) {
        case (.day(let left), .day(let right)): return !left.intersects(right)
        case (.text(let left), .text(let right)):
            if left.contains("*") || right.contains("*") { return Likeness(left, right) == nil }
            return left != right
        default: return false
        }
    }
}
