import HeguiDiagnostics
import Testing

@testable import HeguiReports

@Suite("CSV for spreadsheets")
struct CSVReportTests {
    @Test("every outcome has a row")
    func outcomes() throws {
        let report = CSVReport(SampleReview.review, language: .chinese)
        try expectGolden(try reportText { report.writeOutcomes(to: &$0) }, "outcomes.csv")
    }

    @Test("every candidate has a row")
    func standings() throws {
        let report = CSVReport(SampleReview.review, language: .chinese)
        try expectGolden(try reportText { report.writeStandings(to: &$0) }, "standings.csv")
    }

    @Test("what the tables follow from is a table of names and values")
    func provenance() throws {
        let report = CSVReport(SampleReview.review, language: .chinese)
        try expectGolden(
            try reportText { report.writeProvenance(SampleReview.provenance, to: &$0) },
            "provenance.csv")
    }

    @Test(
        "a cell comes back as it was written, and never as a formula",
        arguments: [
            ("", ""), ("甲", "甲"), ("a,b", "\"a,b\""), ("say \"so\"", "\"say \"\"so\"\"\""),
            ("two\nlines", "\"two\nlines\""), ("a\r\nb", "\"a\r\nb\""), (" a", "\" a\""),
            ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@sum", "'@sum"), ("\tx", "'\tx"),
            ("\r=1", "\"'\r=1\""), ("＝1", "'＝1"), ("=\"a,b\"", "\"'=\"\"a,b\"\"\""), ("1=1", "1=1"),
        ])
    func field(text: String, written: String) throws {
        let row = try reportText {
            CSVWriter(redaction: .full).write([.text(text), .integer(-2)], to: &$0)
        }
        #expect(row == written + ",-2\r\n")
    }

    @Test("a missing number is an empty cell")
    func missing() throws {
        let row = try reportText {
            CSVWriter(redaction: .full).write([.integer(nil), .text(nil)], to: &$0)
        }
        #expect(row == ",\r\n")
    }
}
