import HeguiColumns

/// The facts of one rule's outcomes of some verdicts, in the order of rows.
package struct RuleFacts: Sendable {
    enum Source: Sendable {
        case stored([OutcomeFacts])
        case column(ColumnPart, wanted: CodeSet)
    }

    /// The rule's id.
    package let rule: String
    private let source: Source

    init(rule: String, _ source: Source) {
        self.rule = rule
        self.source = source
    }

    package func forEach(_ body: (OutcomeFacts) -> Void) {
        switch source {
        case .stored(let facts): facts.forEach(body)
        case .column(let part, let wanted): part.forEachFacts(wanted, body)
        }
    }
}
