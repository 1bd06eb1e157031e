internal import HeguiCalendar
internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiTables

extension Linker {
    private func owner(_ reference: PendingReference) -> (dataset: Dataset, column: Column) {
        let dataset = drafts.pack.datasets[reference.owner.dataset]
        return (dataset, dataset.columns[reference.owner.column])
    }

    /// Two rows of one dataset that may be one person.
    mutating func reportRepeat(
        of row: Int, first: Int, in index: Int, columns: [Int], isCertain: Bool
    ) {
        let dataset = drafts.pack.datasets[index]
        let rows = drafts.rows[index]
        drafts.report(
            .repeated(
                dataset, columns, isCertain: isCertain,
                at: TargetIndex.cell(of: rows[row], in: dataset),
                first: TargetIndex.cell(of: rows[first], in: dataset)))
    }

    /// What differs though the person is found for certain.
    mutating func reportContradictions(
        _ reference: PendingReference, _ terms: [MatchTerm], row: Int, level: [Int]
    ) {
        let target = drafts.pack.datasets[reference.target]
        let draft = drafts.rows[reference.target][row]
        for term in terms where !level.contains(term.column) && Self.differs(term, draft) {
            // A cell that holds either a number or a name cannot contradict itself.
            let isUsed = terms.contains { level.contains($0.column) && $0.cell == term.cell }
            if term.cell != nil, isUsed { continue }
            let column = target.columns[term.column]
            drafts.report(
                DataFinding(
                    .matchContradicted, column.type == .phone ? .hint : .verify,
                    zh: "与“\(target.title.message.zh)”中同一人的“\(column.title.message.zh)”不一致",
                    en: "`\(column.title.message.en)` differs from the same person's in "
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
            if left.isMasked || right.isMasked { return Likeness(left, right) == nil }
            return left != right
        default: return false
        }
    }
}
