import HeguiCalendar
import HeguiPack
package import HeguiReview

/// What time says of a quantity: whether it may still change, and in which direction.
struct Outlook: Sendable {
    /// Whether the time is over in which it may change.
    let isOver: Bool
    /// Whether it can fall while its time is not over.
    let canFall: Bool

    /// Returns the verdict on what lies on `side` of its bounds, which is nil where it may lie on
    /// several.
    func verdict(on side: Limits.Side?) -> Verdict {
        switch side {
        case .within?: .met
        case .below?: isOver ? .violated : .pending
        case .above?: !isOver && canFall ? .pending : .violated
        case nil: .undetermined
        }
    }
}

extension Verdict {
    /// Returns the verdict on what is not done: there is still time before the day on which it is
    /// due, and none from that day on or where none is stated.
    static func unfulfilled(asOf: Day, until due: Day?) -> Verdict {
        if let due, asOf < due { .pending } else { .violated }
    }

    /// Returns what several parts come to that must all be met; nil for none.
    package static func worst(of verdicts: [Verdict]) -> Verdict? {
        [.failed, .violated, .undetermined, .pending, .met].first(where: verdicts.contains)
    }

    /// Returns what several parts come to of which one must be met; nil for none.
    package static func best(of verdicts: [Verdict]) -> Verdict? {
        [.met, .undetermined, .pending, .violated, .failed].first(where: verdicts.contains)
    }

    /// The verdict of a rule that only advises.
    var softened: Verdict { self == .violated ? .advised : self }
}

extension Verdict {
    /// Returns the heaviest verdict of several results and the first that has it; nil where none
    /// has a verdict.
    static func heaviest<Result>(
        of results: [Result], _ verdict: (Result) -> Verdict?
    ) -> (verdict: Verdict, first: Result)? {
        guard let worst = Verdict.worst(of: results.compactMap(verdict)),
            let first = results.first(where: { verdict($0) == worst })
        else { return nil }
        return (worst, first)
    }
}
