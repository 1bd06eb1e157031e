import CEL
import HeguiPack

/// Keeps every evaluation of an expression while one subject is judged.
final class EvaluationLog {
    struct Entry {
        let expression: Expression
        /// The row of a relation that was in view.
        let row: RowReference?
        let trace: EvaluationTrace
    }

    /// A subject with more evaluations than this is explained by its first ones.
    private static let limit = 20_000

    private(set) var entries: [Entry] = []

    func note(_ expression: Expression, _ row: RowReference?, _ trace: EvaluationTrace) {
        guard entries.count < Self.limit else { return }
        entries.append(Entry(expression: expression, row: row, trace: trace))
    }
}
