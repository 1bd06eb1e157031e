import FoundationEssentials
import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiSheets
import HeguiTestSupport
import Testing

@testable import HeguiReports

@Suite("Formats for pipelines")
struct PipelineReportTests {
    private static func sarif(_ review: Review, _ language: Language) throws -> String {
        let report = SARIFReport(
            review, provenance: SampleReview.provenance, language: language)
        return try reportText { report.write(to: &$0, places: DropPlaces()) }
    }

    private static func junit(_ review: Review, _ language: Language) throws -> String {
        let report = JUnitReport(
            CheckSuites(
                review, provenance: SampleReview.provenance, language: language, failLevel: .verify)
        )
        return try reportText { report.write(to: &$0) }
    }

    private static func tap(_ review: Review, _ language: Language) throws -> String {
        let report = TAPReport(
            CheckSuites(
                review, provenance: SampleReview.provenance, language: language, failLevel: .verify)
        )
        return try reportText { report.write(to: &$0) }
    }

    private static func annotations(_ review: Review, _ language: Language) throws -> String {
        let report = AnnotationReport(
            review, provenance: SampleReview.provenance, language: language)
        return try reportText { report.write(to: &$0, places: DropPlaces()) }
    }

    private static func gitlab(_ review: Review, _ language: Language) throws -> String {
        let report = CodeQualityReport(review, language: language)
        return try reportText { report.write(to: &$0, places: DropPlaces()) }
    }

    private static func markdown(_ review: Review, _ language: Language) throws -> String {
        let report = MarkdownReport(
            review, provenance: SampleReview.provenance, language: language)
        return try reportText { report.write(to: &$0) }
    }

    typealias Render = @Sendable (Review, Language) throws -> String

    private static let formats: [(ending: String, render: Render)] = [
        ("sarif", sarif), ("xml", junit), ("tap", tap), ("annotations.txt", annotations),
        ("gitlab.json", gitlab), ("md", markdown),
    ]

    @Test("a whole review in each format and language", arguments: formats.map(\.ending))
    func wholeReview(ending: String) throws {
        for (language, name) in [(Language.chinese, "zh"), (.english, "en")] {
            for format in Self.formats where format.ending == ending {
                let text = try format.render(SampleReview.review, language)
                try expectGolden(text, "review.\(name).\(ending)")
            }
        }
    }

    @Test("no mobile number is printed whole", arguments: formats.map(\.ending))
    func privacy(ending: String) throws {
        var review = SampleReview.review
        review.outcomes = OutcomeList(
            review.outcomes.map { outcome in
                var outcome = outcome
                if outcome.verdict == .waived { outcome.verdict = .violated }
                return outcome
            })
        for format in Self.formats where format.ending == ending {
            let text = try format.render(review, .chinese)
            #expect(!text.contains("13812345678"))
            #expect(text.replacing("\\", with: "").contains("138****5678"))
        }
    }

    @Test("what a cell holds can end no element, line, cell or command")
    func hostile() throws {
        var review = SampleReview.review
        var outcome = review.outcomes[0]
        outcome.message = Message(
            zh: "a</failure>\"&\u{1}\u{FFFF}\n::error::x|{0}[l](m)# SKIP\\", en: "x")
        review.outcomes = [outcome]
        let xml = try Self.junit(review, .chinese)
        #expect(xml.contains("a&lt;/failure&gt;&quot;&amp;"))
        #expect(!xml.contains("\u{1}") && !xml.contains("\u{FFFF}"))
        let annotations = try Self.annotations(review, .chinese).split(separator: "\n")
        let own = annotations.filter { $0.contains("a</failure>") }
        #expect(own.count == 1 && own[0].contains("%0A：：error::x"))
        let sarif = try Self.sarif(review, .chinese)
        #expect(sarif.contains(#"{{0}}\\[l\\](m)"#))
        let markdown = try Self.markdown(review, .chinese)
        #expect(markdown.contains(##"\|{0}\[l\](m)\# SKIP\\"##))
        let tap = try Self.tap(review, .chinese).split(separator: "\n")
        #expect(tap.filter { $0.hasPrefix("not ok") || $0.hasPrefix("ok") }.count == 11)
    }

    @Test("paths become references that a URI may hold")
    func references() {
        #expect(("./a b/名单.csv" as MaskedText).asURI == "a%20b/%E5%90%8D%E5%8D%95.csv")
        #expect(("/x/a:b.csv" as MaskedText).asURI == "file:///x/a%3Ab.csv")
    }

    @Test("every code of data findings has the title of its page")
    func titles() throws {
        let pages = ProjectFolder.names(in: "docs/codes").filter { $0.hasPrefix("D") }
        #expect(pages.count == DataCodeTitle.titles.count)
        for page in pages {
            let code = String(page.prefix(5))
            let text = try ProjectFolder.text("docs/codes/\(page)")
            let lines = text.split(separator: "\n")
            let title = DataCodeTitle.of(code)
            #expect(lines[0] == "# \(code): \(title.en)")
            #expect(lines[1] == title.zh + "。")
        }
    }
}
