package import HeguiPack
package import HeguiReview
import HeguiTables

/// How many outcomes there are of each level and verdict, and how many findings are still open.
package struct VerdictCounts: Sendable {
    private var outcomes: [Level: [Verdict: Int]] = [:]
    private var explained: [Level: Int] = [:]
    private var dataFindings: [Level: Int] = [:]
    private var material: [Level: Int] = [:]

    package init(_ review: Review) {
        self.init(dataOf: review)
        for (kind, count) in review.outcomes.census() {
            outcomes[kind.level, default: [:]][kind.verdict, default: 0] += count
            if kind.isExplained { explained[kind.level, default: 0] += count }
        }
    }

    /// The findings about the data and the material that is owed, without any outcome yet.
    init(dataOf review: Review) {
        for finding in review.dataFindings { dataFindings[finding.level, default: 0] += 1 }
        for item in review.material where item.isOpen { material[item.level, default: 0] += 1 }
    }

    init(_ outcomes: [Outcome]) {
        for outcome in outcomes { add(outcome) }
    }

    mutating func add(_ outcome: Outcome) {
        outcomes[outcome.level, default: [:]][outcome.verdict, default: 0] += 1
        if outcome.verdict == .violated, !outcome.isOpen {
            explained[outcome.level, default: 0] += 1
        }
    }

    package func count(_ verdict: Verdict, _ level: Level) -> Int {
        outcomes[level]?[verdict] ?? 0
    }

    package func count(_ verdict: Verdict) -> Int {
        Level.allCases.reduce(0) { $0 + count(verdict, $1) }
    }

    /// Violations that an explanation has closed.
    package func explained(_ level: Level) -> Int {
        explained[level] ?? 0
    }

    package func dataFindings(_ level: Level) -> Int {
        dataFindings[level] ?? 0
    }

    /// Annexes that did not come, were not read in full, or came in two versions.
    package func material(_ level: Level) -> Int {
        material[level] ?? 0
    }

    /// All that is open of a level: violations, findings about the data, and material.
    package func open(_ level: Level) -> Int {
        openViolations(level) + dataFindings(level) + material(level)
    }

    /// Violations that nobody has explained.
    package func openViolations(_ level: Level) -> Int {
        count(.violated, level) - explained(level)
    }

    /// Open violations and data findings of `level` or a weightier one. An annex that is owed
    /// leaves the review incomplete, which says more.
    package func openFindings(atOrAbove level: Level) -> Int {
        Level.allCases.filter { $0 >= level }.reduce(0) {
            $0 + openViolations($1) + dataFindings($1)
        }
    }
}
