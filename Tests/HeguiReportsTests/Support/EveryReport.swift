import FoundationEssentials
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiTables

@testable import HeguiReports
@testable import HeguiSheets

/// Every report that is made of a review, as one text.
enum EveryReport {
    typealias Render = @Sendable (Review) throws -> String

    static let names = all.map(\.name)

    static func render(_ name: String, _ review: Review) throws -> String {
        try all.first { $0.name == name }?.render(review) ?? ""
    }

    private static let all: [(name: String, render: Render)] =
        reviews + tests + reminders + [
            ("bulletin", { try bulletin($0) { BulletinMarkdown($0).write(to: &$1) } }),
            ("bulletin page", { try bulletin($0) { BulletinHTML($0).write(to: &$1) } }),
            ("notes", notes), ("baseline", baseline), ("diagnostics", diagnostics),
            ("diff", { try diff($0) { ComparisonText($0, language: .chinese).write(to: &$1) } }),
            (
                "diff page",
                { try diff($0) { ComparisonMarkdown($0, language: .chinese).write(to: &$1) } }
            ),
            (
                "diff json",
                { try diff($0) { ComparisonJSON($0, engineVersion: "0").write(to: &$1) } }
            ),
            ("verification", verification),
        ]

    private static let reviews: [(name: String, render: Render)] = [
        (
            "text",
            text { TextReport($0, scope: .everything, language: .chinese).write(to: &$1) }
        ),
        ("json", text { JSONReport($0, provenance: Provenance()).write(to: &$1) }),
        ("jsonl", text { JSONLinesReport($0, provenance: Provenance()).write(to: &$1) }),
        ("outcomes", text { CSVReport($0, language: .chinese).writeOutcomes(to: &$1) }),
        ("standings", text { CSVReport($0, language: .chinese).writeStandings(to: &$1) }),
        ("html", text { HTMLReport($0, language: .chinese).write(to: &$1) }),
        ("xlsx", workbook),
        (
            "sarif",
            text {
                SARIFReport($0, provenance: Provenance(), language: .chinese)
                    .write(to: &$1, places: DropPlaces())
            }
        ),
        (
            "github",
            text {
                AnnotationReport($0, provenance: Provenance(), language: .chinese)
                    .write(to: &$1, places: DropPlaces())
            }
        ),
        (
            "gitlab",
            text {
                CodeQualityReport($0, language: .chinese).write(to: &$1, places: DropPlaces())
            }
        ),
        (
            "markdown",
            text {
                MarkdownReport($0, provenance: Provenance(), language: .chinese).write(to: &$1)
            }
        ),
    ]

    private static let tests: [(name: String, render: Render)] = [
        ("junit", text { JUnitReport(suites($0)).write(to: &$1) }),
        ("tap", text { TAPReport(suites($0)).write(to: &$1) }),
    ]

    private static let reminders: [(name: String, render: Render)] = [
        (
            "reminders",
            text {
                ReminderText(
                    Reminders($0, until: nil), provenance: Provenance(), language: .chinese
                ).write(to: &$1)
            }
        ),
        (
            "reminder table",
            text { ReminderCSV(Reminders($0, until: nil), language: .chinese).write(to: &$1) }
        ),
        (
            "calendar",
            text {
                ReminderCalendar(
                    Reminders($0, until: nil), provenance: Provenance(), language: .chinese
                ).write(to: &$1)
            }
        ),
    ]

    private static func text(
        _ write: @escaping @Sendable (Review, inout ReportStream) -> Void
    ) -> Render {
        { review in
            // Unfolds the lines of calendars.
            try reportText(redaction: Redaction(review.pack)) { write(review, &$0) }
                .replacing("\r\n ", with: "")
        }
    }

    private static func suites(_ review: Review) -> CheckSuites {
        CheckSuites(review, provenance: Provenance(), language: .chinese, failLevel: .hint)
    }

    @Sendable
    private static func workbook(_ review: Review) throws -> String {
        let report = XLSXReport(
            review, tables: nil, language: .chinese, provenance: Provenance(engineVersion: "0"))
        var reader = WorkbookReader(file: "review.xlsx", limits: IntakeLimits())
        let bytes = try reportBytes(redaction: Redaction(review.pack)) { try report.write(to: &$0) }
        return try reader.read(bytes).flatMap { $0.rows.flatMap(\.cells) }.map(\.text)
            .joined(separator: "\n")
    }

    private static func bulletin(
        _ review: Review, _ write: (Bulletin, inout ReportStream) -> Void
    ) throws -> String {
        guard let period = CalendarPeriod("2020H2") else { return "" }
        let bulletin = Bulletin(review, period: period, minGroup: 1, language: .chinese)
        return try reportText(redaction: Redaction(review.pack)) { write(bulletin, &$0) }
    }

    @Sendable
    private static func notes(_ review: Review) throws -> String {
        let file = review.files.first?.file ?? ""
        let notes = CellNotes(review, file: file, language: .chinese)
        return notes.notes.map(\.text).joined(separator: "\n")
            + notes.summary(cellCount: 1, path: file).string
    }

    @Sendable
    private static func baseline(_ review: Review) throws -> String {
        var earlier = review
        earlier.outcomes = []
        let text = try reportText {
            JSONReport(earlier, provenance: SampleReview.provenance).write(to: &$0)
        }
        let baseline = try Baseline(Data(text.utf8), name: review.files.first?.file ?? "")
        let result = baseline.result(of: review, within: review, level: .hint)
        return BaselineSummary(result, name: "base", pack: review.pack).text(in: .chinese).string
    }

    @Sendable
    private static func diagnostics(_ review: Review) throws -> String {
        DiagnosticRenderer(language: .chinese, usesColour: true)
            .render(review.diagnostics.map(Redaction(review.pack).masked))
    }

    /// The review beside one without outcomes, both saved without any mask.
    private static func diff(
        _ review: Review, _ write: (Comparison, inout ReportStream) -> Void
    ) throws -> String {
        var earlier = review
        earlier.outcomes = []
        earlier.dataFindings = []
        earlier.files = []
        let comparison = try Comparison(saved(earlier), saved(review))
        return try reportText { write(comparison, &$0) }
    }

    @Sendable
    private static func verification(_ review: Review) throws -> String {
        var earlier = review
        earlier.outcomes = []
        earlier.files = []
        let verification = try Verification(
            saved: saved(earlier), rerun: saved(review),
            parts: PartDifferences(of: Data(), and: Data(), isSameEngine: true))
        return try reportText { VerificationText(verification, language: .chinese).write(to: &$0) }
    }

    private static func saved(_ review: Review) throws -> SavedReview {
        let text = try reportText(redaction: .none) {
            JSONReport(review, provenance: SampleReview.provenance).write(to: &$0)
        }
        return try SavedReview(Data(text.utf8), name: review.files.first?.file ?? "review.json")
    }
}
