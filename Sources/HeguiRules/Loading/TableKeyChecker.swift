import HeguiDiagnostics

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
                    context.reportOverlap(
                        of: (rows[first].span, first + 1), (row.span, index + 1), witness: key)
                } else {
                    seen[key] = index
                }
            }
        }
        for value in values ?? [] where seen[value] == nil {
            context.report(
                "R0402",
                Message(zh: "`\(value)` 不在任何一行", en: "`\(value)` is in no row"), at: span,
                help: LoadContext.gapHelp)
        }
    }
}

extension LoadContext {
    static var gapHelp: Message {
        Message(
            zh: "移动边界，或者写一行 `undefined: <解读>`",
            en: "move an edge, or write a row with `undefined: <reading>`")
    }

    /// Reports that `witness` is in two rows of a table, given by place and number from 1.
    func reportOverlap(
        of first: (span: Span, number: Int), _ second: (span: Span, number: Int),
        witness: String
    ) {
        report(
            "R0401",
            Message(
                zh: "`\(witness)` 同时在第 \(first.number) 行和第 \(second.number) 行",
                en: "`\(witness)` is in rows \(first.number) and \(second.number)"),
            at: second.span,
            secondary: [
                Diagnostic.Label(
                    location: .text(first.span),
                    text: Message(zh: "第 \(first.number) 行", en: "row \(first.number)"))
            ], help: Message(zh: "移动其中一行的边界", en: "move an edge of one of them"))
    }
}
