import HeguiDiagnostics
import HeguiPack

/// Checks that each value of a text or enum input is in one row.
struct TableKeyChecker {
    let context: LoadContext
    /// All values of an enum input; nil for text.
    let values: [String]?

    func check(_ rows: [BracketTable.Row], at span: Span) {
        var seen: [String: Int] = [:]
        for (index, row) in rows.enumerated() {
            for key in row.keys {
                if let first = seen[key] {
                    context.report(
                        .rowsOverlap(
                            (rows[first].span, first + 1), (row.span, index + 1), witness: key))
                } else {
                    seen[key] = index
                }
            }
        }
        for value in values ?? [] where seen[value] == nil {
            context.report(.tableGap(witness: value, at: span))
        }
    }
}
