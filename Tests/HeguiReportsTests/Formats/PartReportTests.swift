import HeguiCalendar
import HeguiDiagnostics
import Testing

@testable import HeguiPack
@testable import HeguiReports
@testable import HeguiReview

@Suite("reports of parts, advice and seats")
struct PartReportTests {
    private static var review: Review {
        var quarter = OutcomePart(
            id: "2020-Q2", title: Message(zh: "2020年第2季度", en: "2020Q2"), verdict: .violated)
        quarter.observed = "1.5"
        quarter.required = "3"
        quarter.gap = Ratio(3, 2)
        quarter.due = SamplePack.day(2020, 6, 30)
        quarter.note = Message(zh: "91天中计60天", en: "60 of 91 days count")
        var item = OutcomePart(id: "loans")
        item.observed = "5"
        item.raw = "9"
        var reports = SampleReview.review
        var broken = reports.outcomes[0]
        broken.gap = Ratio(3, 2)
        broken.daysLate = nil
        broken.parts = [OutcomePart(id: "2020-Q1", verdict: .met), quarter, item]
        var open = reports.outcomes[0]
        open.verdict = .undetermined
        open.gap = Ratio(1, 3)
        open.missing = [
            .table(name: "loans_a_year", reading: LocalizedText(zh: "未规定", en: "not said")),
            .table(name: "loans_a_year", reading: nil),
        ]
        var advised = reports.outcomes[0]
        advised.verdict = .advised
        reports.outcomes = [broken, open, advised]
        for index in reports.standings.indices.prefix(2) {
            reports.standings[index].seats = 1
            reports.standings[index].quotaBase = 3
        }
        reports.standings[1].result = .beyondQuota
        return reports
    }

    @Test("every part that is not met has a line, and advice a place of its own")
    func text() throws {
        let report = TextReport(
            Self.review, scope: .everything, language: .chinese)
        try expectGolden(try reportText { report.write(to: &$0) }, "parts.zh.txt")
    }

    @Test("programs get exact numbers")
    func json() throws {
        let report = JSONReport(Self.review, provenance: SampleReview.provenance)
        try expectGolden(try reportText { report.write(to: &$0) }, "parts.json")
    }
}
