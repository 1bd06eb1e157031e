package import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
package import HeguiReview

/// What may still be done, the nearest due day first.
package struct Reminders: Sendable {
    /// An outcome that is pending, with the days left until its due day; or one that is waived, with
    /// those until its waiver ends.
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
    /// What is violated again when its waiver ends within the window, or soon where it has no end; by
    /// the waiver's last day.
    let ending: [Item]

    /// Collects what is pending in `review`, of dated outcomes only those due up to `until`.
    ///
    /// - Complexity: linear in the outcomes; only reminders within the window are kept.
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
        ending = Self.sorted(Self.ending(review, until: until))
    }

    private static func ending(_ review: Review, until: Day?) -> [Item] {
        review.outcomes.those(of: [.waived]).compactMap { outcome in
            guard let last = outcome.waiver?.expires else { return nil }
            let isNear =
                until.map { last <= $0 } ?? outcome.waiver?.endsSoon(on: review.asOf) ?? false
            guard isNear else { return nil }
            return Item(outcome: outcome, due: last, daysLeft: review.asOf.days(until: last))
        }
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

/// Says in one line what a pending outcome still lacks.
struct StillMissing {
    let index: ReviewIndex
    let say: Speaker

    /// Returns such as `还差 2（已有 0，要求 2）`, or that the act is not on record.
    func text(of outcome: Outcome) -> DataText {
        let parts = outcome.parts.filter { $0.verdict == .pending }.map { text($0) }
        let separator = say("；", "; ")
        let lack = parts.isEmpty ? amount(of: outcome) : parts.joined(separator: separator)
        let cells = MissingList(index: index, say: say).text(outcome.missing)
        return [lack, cells].filter { !$0.isEmpty }.joined(separator: separator)
    }

    private func text(_ part: OutcomePart) -> DataText {
        var words = say(part.title) ?? DataText(part.id)
        if let observed = part.observed {
            let figures = figures(observed, of: part.required, lacking: part.gap)
            words += say("：\(figures)", ": \(figures)")
        }
        if let due = part.due { words += say("（\(due) 前）", " (by \(due))") }
        return words
    }

    private func amount(of outcome: Outcome) -> DataText {
        if let rate = outcome.rate {
            return figures(
                "\(rate.numerator)/\(rate.denominator)", of: outcome.required,
                lacking: outcome.gap)
        }
        guard let observed = outcome.observed else {
            return say("尚无完成记录", "not on record yet")
        }
        return figures(observed, of: outcome.required, lacking: outcome.gap)
    }

    private func figures(
        _ observed: String, of required: String?, lacking gap: Ratio?
    ) -> DataText {
        let asked = required.map { say("，要求 \($0)", ", asked \($0)") } ?? ""
        let found = say("已有 \(observed)\(asked)", "\(observed) so far\(asked)")
        guard let gap, gap != .zero else { return found }
        return say("还差 \(gap.text)（\(found)）", "\(gap.text) lacking (\(found))")
    }
}
