import FoundationEssentials
import HeguiPack
import HeguiReview
import Testing

@testable import HeguiReports

@Suite("Properties of comparisons")
struct ComparisonPropertyTests {
    /// Reviews of random outcomes, keys given twice and rows without a key among them.
    private static func review(_ seed: UInt64) -> Review {
        var state = seed
        func random(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        var review = SampleReview.review
        let pool = Array(review.outcomes)
        review.outcomes = OutcomeList(
            (0..<random(60)).map { row in
                var outcome = pool[random(pool.count)]
                outcome.subject.row = row
                outcome.subject.id = ["P\(random(9))", "a.csv ▸ #\(random(30))", ""][random(3)]
                outcome.verdict = Verdict.allCases[random(Verdict.allCases.count)]
                outcome.level = Level.allCases[random(Level.allCases.count)]
                return outcome
            })
        review.dataFindings = (0..<random(4)).map { _ in review.dataFindings[random(2)] }
        return review
    }

    @Test("a review has nothing new over itself", arguments: 1...40)
    func itself(seed: UInt64) throws {
        let review = Self.review(seed)
        let saved = try SavedSample.saved(review)
        let comparison = try Comparison(saved, saved)
        #expect(comparison.changes.isEmpty && comparison.standings.isEmpty)
        #expect(comparison.newDataFindings.isEmpty && comparison.goneDataFindings.isEmpty)
        let baseline = try Baseline(
            Data(try SavedSample.text(review).utf8), name: "review.json")
        let result = baseline.result(of: review, within: review, level: .hint)
        #expect(result.newCount == 0 && result.goneCount == 0)
        #expect(result.knownCount == VerdictCounts(review).openFindings(atOrAbove: .hint))
    }

    @Test(
        "what is new one way is gone the other way, and every change has a cause", arguments: 1...40
    )
    func bothWays(seed: UInt64) throws {
        let old = try SavedSample.saved(Self.review(seed))
        let new = try SavedSample.saved(Self.review(seed &+ 1000))
        let (there, back) = (try Comparison(old, new), try Comparison(new, old))
        #expect(there.changes.count == back.changes.count)
        #expect(
            there.changes.count(where: \.isNewFinding) == back.changes.count(where: \.isResolved))
        #expect(there.newDataFindings.count == back.goneDataFindings.count)
        let causes = (there.changes + back.changes).map(\.causes)
        #expect(causes.allSatisfy { !$0.isEmpty })
    }
}
