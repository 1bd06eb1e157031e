package import HeguiCalendar
package import HeguiEngine
import HeguiPack

/// What may still be done, the nearest due day first.
package struct Reminders: Sendable {
    /// An outcome that is pending, with the days left until its due day.
    struct Item: Sendable {
        let outcome: Outcome
        let due: Day
        let daysLeft: Int
    }

    let review: Review
    let index: ReviewIndex
    /// The last day of the window; nil where it has no end.
    let until: Day?
    /// Those due within the window, by due day, then weight, then the order of the review.
    let items: [Item]
    /// Those that are pending without a due day.
    let undated: [Outcome]
    /// How many are due only after the window.
    let laterCount: Int

    /// Collects what is pending in `review`, of dated outcomes only those due up to `until`.
    ///
    /// - Complexity: linear in the outcomes; only those of the window are kept.
    package init(_ review: Review, until: Day?) {
        self.review = review
        self.until = until
        index = ReviewIndex(review.pack)
        var items: [Item] = []
        var undated: [Outcome] = []
        var laterCount = 0
        for outcome in review.outcomes.those(of: [.pending]) {
            guard let due = outcome.due else {
                undated.append(outcome)
                continue
            }
            if let until, until < due {
                laterCount += 1
            } else {
                let daysLeft = review.asOf.days(until: due)
                items.append(Item(outcome: outcome, due: due, daysLeft: daysLeft))
            }
        }
        self.items = Self.sorted(items)
        self.undated = undated
        self.laterCount = laterCount
    }

    private static func sorted(_ items: [Item]) -> [Item] {
        let order = items.indices.sorted { left, right in
            let (first, second) = (items[left], items[right])
            if first.due != second.due { return first.due < second.due }
            let (one, other) = (first.outcome.level, second.outcome.level)
            return one == other ? left < right : one > other
        }
        return order.map { items[$0] }
    }
}
