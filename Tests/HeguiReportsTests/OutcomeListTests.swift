import HeguiReview
import Synchronization
import Testing

@testable import HeguiReports

@Suite("Outcomes that are made when they are asked for")
struct OutcomeListTests {
    @Test("they are the same as stored ones")
    func same() {
        let stored = SampleOutcomes.all
        let made = OutcomeList(
            count: stored.count, outcome: { SampleOutcomes.all[$0] },
            verdict: { SampleOutcomes.all[$0].verdict })
        #expect(made.count == stored.count)
        #expect(made.map(\.subject) == stored.map(\.subject))
        let violated = made.those(of: [.violated]).map(\.message)
        #expect(violated == stored.filter { $0.verdict == .violated }.map(\.message))
    }

    @Test("only those of the verdicts that were asked for are made")
    func lazy() {
        let made = Mutex(0)
        let (one, count) = (SampleOutcomes.all[0], 1000)
        let list = OutcomeList(
            count: count,
            outcome: { _ in
                made.withLock { $0 += 1 }
                return one
            }, verdict: { $0 % 100 == 0 ? .violated : .met })
        #expect(list.those(of: [.violated]).reduce(0) { count, _ in count + 1 } == 10)
        #expect(made.withLock { $0 } == 10)
    }
}
