import HeguiDiagnostics
import HeguiEngine
import HeguiPack
import Testing

@testable import HeguiIntake
@testable import HeguiReports

/// What a report says may quote a cell of any column, in any of its fields.
@Suite("Personal numbers in every format")
struct MaskedFormatsTests {
    typealias Render = @Sendable (Review) throws -> String

    private static let formats: [(name: String, render: Render)] = [
        (
            "text",
            { review in
                try reportText {
                    TextReport(review, scope: .everything, language: .chinese).write(to: &$0)
                }
            }
        ),
        (
            "json",
            { review in
                try reportText { JSONReport(review, provenance: Provenance()).write(to: &$0) }
            }
        ),
        (
            "jsonl",
            { review in
                try reportText { JSONLinesReport(review, provenance: Provenance()).write(to: &$0) }
            }
        ),
        (
            "outcomes",
            { review in
                try reportText { CSVReport(review, language: .chinese).writeOutcomes(to: &$0) }
            }
        ),
        (
            "standings",
            { review in
                try reportText { CSVReport(review, language: .chinese).writeStandings(to: &$0) }
            }
        ),
        (
            "html",
            { review in
                try reportText {
                    HTMLReport(
                        review, language: .chinese, provenance: Provenance(),
                        limits: HTMLReport.Limits()
                    ).write(to: &$0)
                }
            }
        ),
        ("xlsx", workbook),
        (
            "sarif",
            { review in
                try reportText {
                    SARIFReport(review, provenance: Provenance(), language: .chinese)
                        .write(to: &$0, places: DropPlaces())
                }
            }
        ),
        (
            "junit",
            { review in
                try reportText {
                    JUnitReport(
                        CheckSuites(
                            review, provenance: Provenance(), language: .chinese, failLevel: .hint
                        )
                    ).write(to: &$0)
                }
            }
        ),
        (
            "tap",
            { review in
                try reportText {
                    TAPReport(
                        CheckSuites(
                            review, provenance: Provenance(), language: .chinese, failLevel: .hint
                        )
                    ).write(to: &$0)
                }
            }
        ),
        (
            "github",
            { review in
                try reportText {
                    AnnotationReport(review, provenance: Provenance(), language: .chinese)
                        .write(to: &$0, places: DropPlaces())
                }
            }
        ),
        (
            "markdown",
            { review in
                try reportText {
                    MarkdownReport(review, provenance: Provenance(), language: .chinese)
                        .write(to: &$0)
                }
            }
        ),
        (
            "reminders",
            { review in
                try reportText {
                    ReminderText(
                        Reminders(review, until: nil), provenance: Provenance(), language: .chinese
                    ).write(to: &$0)
                }
            }
        ),
        (
            "reminder table",
            { review in
                try reportText {
                    ReminderCSV(Reminders(review, until: nil), language: .chinese).write(to: &$0)
                }
            }
        ),
        (
            "calendar",
            { review in
                try reportText {
                    ReminderCalendar(
                        Reminders(review, until: nil), provenance: Provenance(), language: .chinese
                    ).write(to: &$0)
                }
            }
        ),
        (
            "notes",
            { review in
                CellNotes(review, file: "名单.xlsx", language: .chinese).notes.map(\.text)
                    .joined(separator: "\n")
            }
        ),
    ]

    private static let writings = [
        ("13812345678", "138****5678"), ("138-1234-5678", "138-****-5678"),
        ("138 1234 5678", "138 **** 5678"), ("+8613812345678", "+86138****5678"),
        ("330106199001011234", "330***********1234"), ("33010619900101123X", "330***********123X"),
        ("33010619900101123x", "330***********123x"), ("330106900101123", "330********1123"),
    ]

    @Sendable
    private static func workbook(_ review: Review) throws -> String {
        let report = XLSXReport(
            review, tables: nil, language: .chinese, provenance: Provenance(engineVersion: "0"),
            limit: XLSXReport.defaultLimit)
        var reader = WorkbookReader(file: "review.xlsx", limits: IntakeLimits())
        let sheets = try reader.read(try reportBytes { try report.write(to: &$0) })
        return sheets.flatMap { $0.rows.flatMap(\.cells) }.map(\.text).joined(separator: "\n")
    }

    /// The sample with a number in every text that comes from data.
    private static func review(quoting number: String) -> Review {
        let quote = Message(zh: "联系 \(number)。", en: "reach \(number).")
        var review = SampleReview.review
        review.outcomes = OutcomeList(
            review.outcomes.map { outcome in
                var outcome = outcome
                outcome.message = quote
                outcome.remedy = quote
                outcome.subject.name += " " + number
                outcome.subject.groupName = outcome.subject.groupName.map { $0 + " " + number }
                outcome.observed = outcome.rate == nil ? number : outcome.observed
                outcome.waiver?.reason = number
                outcome.waiver?.approver = number
                outcome.explanation?.text = number
                outcome.explanation?.author = number
                var part = OutcomePart(id: "part", title: quote, verdict: outcome.verdict)
                part.observed = number
                part.note = quote
                outcome.parts = [part]
                return outcome
            })
        review.standings = StandingList(
            review.standings.map { standing in
                var standing = standing
                standing.subject.name += " " + number
                standing.nearestChange = quote
                for index in standing.reasons.indices { standing.reasons[index].message = quote }
                return standing
            })
        for index in review.dataFindings.indices {
            review.dataFindings[index].message = quote
            review.dataFindings[index].help = quote
        }
        return review
    }

    @Test("a number is never printed whole", arguments: formats.map(\.name), writings)
    func masked(format: String, writing: (number: String, masked: String)) throws {
        let found = try #require(Self.formats.first { $0.name == format })
        let text = try found.render(Self.review(quoting: writing.number))
            .replacing("\r\n ", with: "")
        #expect(!text.contains(writing.number))
        // Markdown writes signs with a backslash before them.
        #expect(text.replacing("\\", with: "").contains(writing.masked))
    }
}
