package import HeguiPack

/// What outcomes are counted by.
package struct OutcomeKind: Hashable, Sendable {
    package let verdict: Verdict
    package let level: Level
    /// Whether it is a violation that an explanation has closed.
    package let isExplained: Bool
}

extension Outcome {
    var kind: OutcomeKind {
        OutcomeKind(
            verdict: verdict, level: level, isExplained: verdict == .violated && !isOpen)
    }
}
