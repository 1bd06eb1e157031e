import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Reads which days a column may hold: `plausible: { from: …, until: year-end, after: […] }`.
struct PlausibleDaysLoader {
    private enum LastDay: String, CaseIterable {
        case yearEnd = "year-end"
    }

    let context: LoadContext
    /// What the column is called.
    let what: Message

    /// Returns the days; `unknown` says what is wrong with a column that is not among `columns`.
    func load(
        _ node: Node?, among columns: [String], unknown: (Scalar) -> Diagnostic
    ) -> PlausibleDays? {
        guard let node, var fields = Fields(node, what, in: context) else { return nil }
        let from = context.day(fields.optional("from"), what)
        let until = context.choice(fields.optional("until"), what, of: LastDay.self)
        let after = context.items(fields.optional("after"), what)
            .compactMap { context.scalar($0, what) }
        fields.finish()
        for column in after where !columns.contains(column.text) { context.report(unknown(column)) }
        return PlausibleDays(
            from: from, endsWithYear: until != nil,
            after: after.map(\.text).filter(columns.contains))
    }
}
