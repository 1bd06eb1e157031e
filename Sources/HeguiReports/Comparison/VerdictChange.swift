package import HeguiDiagnostics
import HeguiEngine

/// An outcome that is another than in the earlier review.
package struct VerdictChange: Sendable {
    /// nil where the earlier review has no such outcome.
    package let before: SavedVerdict?
    /// nil where the later review has none.
    package let after: SavedVerdict?
    /// Where the outcomes stand in their reviews.
    let places: OutcomePairing.Places
    /// Why, the likeliest first; never empty.
    package var causes: [Cause]
    /// Whether nothing else can be the cause.
    package var isCertain: Bool
    /// What is known besides, such as which parameter has changed.
    package var note: Message?

    /// The later verdict, or the earlier where it is gone.
    var outcome: SavedVerdict? { after ?? before }

    /// Whether there is a violation that was not open before.
    var isNewFinding: Bool { after?.isOpen ?? false && !(before?.isOpen ?? false) }

    /// Whether a violation is not open any more.
    var isResolved: Bool { before?.isOpen ?? false && !(after?.isOpen ?? false) }
}
