import HeguiDiagnostics
import HeguiReview
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
            ("two\nlines", "\"two\nlines\""), ("a\r\nb", "\"a\nb\""), (" a", "\" a\""),
            ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@sum", "'@sum"), ("\tx", "'\tx"),
            ("\r=1", "␍=1"),
            ("\u{1B}[2J\u{9B}", "␛[2J\u{FFFD}"), ("＝1", "'＝1"), ("=\"a,b\"", "\"'=\"\"a,b\"\"\""),
            ("1=1", "1=1"),
            ("\n=1", "\"'\n=1\""), ("\r\n=1", "\"'\n=1\""), ("＋1", "'＋1"), ("－1", "'－1"),
            ("＠sum", "'＠sum"), ("＝1,2", "\"'＝1,2\""), ("=", "'="), ("-", "'-"), ("'=1", "'=1"),
            (" =1", "\" =1\""), ("a\n=1", "\"a\n=1\""), ("=13812345678", "'=138****5678"),
        ])
    func field(text: String, written: String) throws {
        let row = try reportText {
            CSVWriter.write([.text(text), .integer(-2)], to: &$0)
        }
        #expect(row == written + ",-2\r\n")
    }

    @Test("a missing number is an empty cell")
    func missing() throws {
        let row = try reportText {
            CSVWriter.write([.integer(nil), .text(nil)], to: &$0)
        }
        #expect(row == ",\r\n")
    }

    @Test(
        "no cell of a table begins a formula, wherever its text comes from",
        arguments: ["=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠"])
    func tables(sign: String) throws {
        var review = SampleReview.review
        review.outcomes = OutcomeList(
            review.outcomes.map { outcome in
                var outcome = outcome
                outcome.subject.id = sign + "id"
                outcome.subject.name = sign + "name"
                outcome.message = Message(zh: sign + "message", en: sign + "message")
                outcome.observed = sign + "observed"
                outcome.required = sign + "required"
                return outcome
            })
        review.standings = StandingList(
            review.standings.map { standing in
                var standing = standing
                standing.subject.id = sign + "id"
                standing.subject.name = sign + "name"
                return standing
            })
        let report = CSVReport(review, language: .chinese)
        let outcomes = try reportText { report.writeOutcomes(to: &$0) }
        let standings = try reportText { report.writeStandings(to: &$0) }
        let reminders = try reportText {
            ReminderCSV(Reminders(review, until: nil), language: .chinese).write(to: &$0)
        }
        for (table, words) in [
            (outcomes, ["id", "name", "message", "observed", "required"]),
            (standings, ["id", "name"]), (reminders, ["name"]),
        ] {
            for word in words { #expect(table.contains("'" + sign + word), "\(word)") }
            for separator in [",", ",\"", "\n", "\n\""] {
                #expect(!table.contains(separator + sign + "name"))
            }
        }
    }
}
