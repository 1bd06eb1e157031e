import HeguiDiagnostics
import HeguiEngine
import HeguiPack

extension XLSXReport {
    /// Writes every clause with its words, how it is checked and what came of it.
    func writeClauses(_ clauses: ClauseRows, to workbook: WorkbookWriter) throws {
        let summaries = Dictionary(grouping: review.rules, by: \.clause)
        let verdicts: [Verdict] = [.violated, .waived, .pending, .undetermined, .met]
        let columns: [(title: DataText, width: Double)] =
            [
                (say("条款", "clause"), 10), (say("原文", "words"), 60),
                (say("怎样检查", "checked by"), 50),
            ] + verdicts.map { (say($0), 10) }
        let checks = ClauseChecks(review.pack, say)
        try addTable(clauses.sheet, columns: columns, to: workbook) { sheet in
            for clause in review.pack.clauses {
                let own = summaries[clause.id] ?? []
                let counts = verdicts.map { verdict -> SheetCell in
                    guard !own.isEmpty else { return .text("") }
                    return .number(own.reduce(0) { $0 + $1.counts[verdict, default: 0] })
                }
                sheet.add(
                    [
                        .text(clause.id), .text(clause.quote.oneLine),
                        .text(checks.text(of: clause)),
                    ] + counts)
            }
        }
    }
}
