import FoundationEssentials
import HeguiDiagnostics
import HeguiReview
import Testing

@testable import HeguiReports

@Suite("JSON for programs")
struct JSONReportTests {
    private func render() throws -> String {
        let report = JSONReport(SampleReview.review, provenance: SampleReview.provenance)
        return try reportText { report.write(to: &$0) }
    }

    @Test("a whole review")
    func wholeReview() throws {
        try expectGolden(try render(), "review.json")
    }

    @Test("a whole review in lines")
    func lines() throws {
        let report = JSONLinesReport(SampleReview.review, provenance: SampleReview.provenance)
        try expectGolden(try reportText { report.write(to: &$0) }, "review.jsonl")
    }

    @Test("two runs give the same bytes")
    func repeatable() throws {
        #expect(try render() == render())
    }

    @Test("a reader of JSON finds every outcome")
    func readable() throws {
        struct Report: Decodable {
            struct Outcome: Decodable { var rule: String, outcome: String }
            var format: String, outcomes: [Outcome]
        }
        let report = try JSONDecoder().decode(Report.self, from: Data(try render().utf8))
        #expect(report.format == "hegui-review")
        #expect(report.outcomes.map(\.rule) == SampleReview.review.outcomes.map(\.rule))
        let verdicts = SampleReview.review.outcomes.map(\.verdict.rawValue)
        #expect(report.outcomes.map(\.outcome) == verdicts)
    }

    @Test(
        "text is escaped so that a reader gets it back",
        arguments: ["", "甲\"乙\"", "a\\b", "two\nlines\r\n\tand\u{0}\u{1F}", "/", "😀"])
    func escapes(text: String) throws {
        let written = try reportText { stream in
            var writer = JSONWriter(to: stream, openDepth: 1)
            writer.array([text]) { writer, text in writer.string(DataText(text)) }
            stream = writer.finish()
        }
        #expect(try JSONDecoder().decode([String].self, from: Data(written.utf8)) == [text])
    }
}
