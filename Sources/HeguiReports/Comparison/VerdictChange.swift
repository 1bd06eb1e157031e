package import HeguiDiagnostics
import HeguiReview

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

/// Why a verdict is another than before.
package enum Cause: String, CaseIterable, Hashable, Sendable {
    /// The material says something else.
    case data
    /// The rule is new, gone or altered.
    case rule
    /// A parameter that the rule depends on has another value.
    case parameter
    /// The day that counts as today has moved.
    case calendar
    /// A waiver or explanation came, went or expired.
    case waiver
    /// A row was found to be somebody else's, or a subject goes by another key.
    case matching
    /// The engine is another version.
    case engine
}

extension Cause: Worded {
    var words: Message {
        switch self {
        case .data: Message(zh: "材料变化", en: "data")
        case .rule: Message(zh: "规则变化", en: "rule")
        case .parameter: Message(zh: "参数变化", en: "parameter")
        case .calendar: Message(zh: "日期推移", en: "calendar")
        case .waiver: Message(zh: "豁免或说明", en: "waiver")
        case .matching: Message(zh: "人员或单位匹配", en: "matching")
        case .engine: Message(zh: "程序版本", en: "engine")
        }
    }
}
