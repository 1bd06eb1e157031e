import HeguiPack
import HeguiReview
import Testing

@testable import HeguiReports

@Suite("Counting findings")
struct VerdictCountsTests {
    @Test("an explained violation and a waived one are not open")
    func open() {
        let totals = VerdictCounts(SampleReview.review)
        #expect(totals.count(.violated) == 4)
        #expect(totals.openViolations(.verify) == 1)
        #expect(totals.openFindings(atOrAbove: .mandatory) == 2)
        #expect(totals.openFindings(atOrAbove: .verify) == 4)
        #expect(totals.openFindings(atOrAbove: .hint) == 5)
    }

    @Test(
        "the lines of rules have the sums of each verdict at each level",
        arguments: 0..<40 as Range<UInt64>)
    func levels(seed: UInt64) {
        let review = RandomReview.review(seed: seed)
        let totals = VerdictCounts(review)
        let lines = review.ruleLevels()
        #expect(Set(lines.map(\.summary.rule)) == Set(review.rules.map(\.rule)))
        for level in Level.allCases {
            for verdict in Verdict.allCases where verdict != .met && verdict != .notApplicable {
                let sum = lines.filter { $0.level == level }
                    .reduce(0) { $0 + $1.counts[verdict, default: 0] }
                #expect(sum == totals.count(verdict, level))
            }
        }
        for verdict in Verdict.allCases {
            let sum = lines.reduce(0) { $0 + $1.counts[verdict, default: 0] }
            #expect(sum == totals.count(verdict))
        }
    }
}
