import HeguiColumns
import HeguiPack

/// The outcomes of one rule for all rows of its table, or for some that were selected.
struct ColumnPart: Sendable {
    let rule: ColumnRule
    /// In ascending order; nil: all.
    let rows: [Int]?

    init(_ rule: ColumnRule, rows: [Int]? = nil) {
        self.rule = rule
        self.rows = rows
    }

    var count: Int { rows?.count ?? rule.codes.count }

    func row(_ place: Int) -> Int { rows.map { $0[place] } ?? place }

    /// Returns the first place from `start` on whose code is wanted, or nil.
    func next(from start: Int, _ wanted: CodeSet) -> Int? {
        guard let rows else { return rule.codes.next(from: start, wanted: wanted) }
        return (start..<max(start, rows.count)).first { wanted.contains(rule.codes[rows[$0]]) }
    }

    /// Returns how many outcomes there are of each kind.
    func census() -> [OutcomeKind: Int] {
        guard let rows else { return rule.census() }
        return rows.reduce(into: [:]) { $0[rule.kind($1), default: 0] += 1 }
    }

    /// Calls `body` with the facts of the rows whose code is wanted, in order.
    func forEachFacts<Failure: Error>(
        _ wanted: CodeSet, _ body: (OutcomeFacts) throws(Failure) -> Void
    ) throws(Failure) {
        guard let rows else { return try rule.forEachFacts(wanted, body) }
        for row in rows where wanted.contains(rule.codes[row]) { try body(rule.facts(row)) }
    }
}
