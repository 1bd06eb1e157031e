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
}
