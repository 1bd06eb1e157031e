import HeguiDiagnostics
import HeguiTables
import Synchronization

@testable import HeguiPack
@testable import HeguiReview

/// A review of very many outcomes, each made only when it is asked for.
final class LongReview: Sendable {
    let count: Int
    /// Every so many outcomes are violated; the others are met.
    let step: Int
    /// The latest outcome that was made.
    private let latest = Mutex(0)

    init(count: Int, step: Int) {
        self.count = count
        self.step = step
    }

    var latestMade: Int { latest.withLock { $0 } }

    /// How many of the outcomes are violated.
    var violated: Int { (count + step - 1) / step }

    var review: Review {
        var review = SampleReview.review
        review.outcomes = OutcomeList(
            count: count, outcome: { self.outcome($0) }, verdict: { self.verdict($0) })
        review.rules = review.rules.filter { $0.rule == "card-late" }
        review.rules[0].counts = [.violated: violated, .met: count - violated]
        review.dataFindings = []
        review.standings = []
        review.diagnostics = []
        return review
    }

    private func verdict(_ index: Int) -> Verdict { index % step == 0 ? .violated : .met }

    private func outcome(_ index: Int) -> Outcome {
        latest.withLock { $0 = index }
        let subject = Outcome.Subject(
            type: "person", row: index, id: "No\(index)No", name: "某", groupID: "T\(index % 50)",
            groupName: nil)
        return Outcome(
            rule: "card-late", clause: "A1", subject: subject, verdict: verdict(index),
            level: .mandatory, dueIsCertain: true, sources: [SampleOutcomes.cell(index + 2, 1)],
            missing: [], message: Message(zh: "晚", en: "late"))
    }
}
