import HeguiEngine
import HeguiRules
import Testing

@testable import HeguiReports

@Suite("Counting findings")
struct TallyTests {
    @Test("an explained violation and a waived one are not open")
    func open() {
        let tally = Tally(SampleReview.review)
        #expect(tally.count(.violated) == 4)
        #expect(tally.openViolations(.verify) == 1)
        #expect(tally.openFindings(atOrAbove: .mandatory) == 2)
        #expect(tally.openFindings(atOrAbove: .verify) == 4)
        #expect(tally.openFindings(atOrAbove: .hint) == 5)
    }
}
