import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiTables
import Testing

@testable import HeguiReports

@Suite("Text for people")
struct TextReportTests {
    private func render(
        _ review: Review = SampleReview.review, scope: ReviewScope = .everything,
        language: Language = .chinese, isColoured: Bool = false, only: [String] = []
    ) throws -> String {
        var provenance = SampleReview.provenance
        provenance.only = only
        let report = TextReport(
            try Selection(only).applied(to: review), scope: scope, language: language,
            isColoured: isColoured, provenance: provenance)
        return try reportText { report.write(to: &$0) }
    }

    @Test("a whole review in Chinese")
    func wholeReview() throws {
        try expectGolden(try render(), "review.zh.txt")
    }

    @Test("a whole review in English")
    func wholeReviewInEnglish() throws {
        try expectGolden(try render(language: .english), "review.en.txt")
    }

    @Test("a check tells only what is wrong")
    func check() throws {
        let text = try render(scope: .findings)
        try expectGolden(text, "check.zh.txt")
        #expect(!text.contains("优秀班组"))
    }

    @Test("the summary is what is asked first and what is open, and nothing else")
    func brief() throws {
        let report = TextReport(
            SampleReview.review, scope: .everything, language: .chinese, isBrief: true)
        let text = try reportText { report.write(to: &$0) }
        let whole = try render()
        let start = try #require(whole.firstRange(of: "■ 应交材料")).lowerBound
        #expect(text.hasPrefix(whole[..<start]))
        #expect(text.contains("优秀班组    参评 2 · 可评 1"))
        #expect(text.matches(of: /(?m)^■/).count == 1)
        #expect(text.contains("待处理："))
    }

    @Test("colour adds nothing but colour")
    func colour() throws {
        let coloured = try render(isColoured: true)
        #expect(coloured.contains("\u{1B}[1;31m"))
        let parts = coloured.split(separator: "\u{1B}", omittingEmptySubsequences: false)
        let plain = parts.enumerated().map { index, part in
            index == 0 ? String(part) : String(part.drop { $0 != "m" }.dropFirst())
        }.joined()
        #expect(try plain == render())
    }

    @Test("a review without findings says so")
    func clean() throws {
        var review = SampleReview.review
        review.outcomes = OutcomeList(Array(review.outcomes.those(of: [.met])))
        review.dataFindings = []
        review.material = []
        review.diagnostics = []
        let text = try render(review, scope: .findings)
        #expect(text.contains("没有发现违反"))
        #expect(text.contains("没有待处理的事项"))
    }

    @Test("a review of nothing does not look like a clean one")
    func nothing() throws {
        var review = SampleReview.review
        review.outcomes = []
        review.dataFindings = []
        review.files = []
        let text = try render(review)
        #expect(text.contains("没有读到任何数据"))
        #expect(!text.contains("没有发现违反") && !text.contains("没有待处理"))
    }

    @Test("escape sequences of a cell never reach the terminal")
    func escapes() throws {
        var review = SampleReview.review
        var outcome = review.outcomes[0]
        outcome.message = Message(zh: "\u{1B}[2J擦\u{202E}掉\n行", en: "x")
        review.outcomes = [outcome]
        let text = try render(review)
        #expect(!text.contains("\u{1B}"))
        #expect(!text.contains("\u{202E}"))
        #expect(text.contains("␛[2J擦\u{FFFD}掉␊行"))
    }

    @Test("no mobile number is printed whole, in any format")
    func noPhones() throws {
        let review = SampleReview.review
        let json = try reportText {
            JSONReport(review, provenance: Provenance()).write(to: &$0)
        }
        let csv = try reportText { CSVReport(review, language: .english).writeOutcomes(to: &$0) }
        for text in [try render(), json, csv] {
            #expect(!text.contains("13812345678"))
            #expect(text.contains("138****5678"))
        }
    }

    @Test("a selection shows one rule, one unit, or both")
    func selection() throws {
        let rule = try render(only: ["A2"])
        #expect(rule.contains("借书3本"))
        #expect(!rule.contains("办证晚了9天"))
        let unit = try render(only: ["乙班"])
        #expect(unit.contains("借书3本") && unit.contains("办证晚了9天"))
        #expect(!unit.contains("借书0本"))
        let counts = try Selection(["乙班"]).applied(to: SampleReview.review).rules.map(\.counts)
        #expect(
            counts == [
                [.violated: 1, .undetermined: 1], [.violated: 1, .undetermined: 1],
                [.violated: 1], [:],
            ])
        let both = try render(only: ["A2", "乙班"])
        #expect(both.contains("借书3本") && !both.contains("办证晚了9天"))
    }

    @Test("a selection of something that is not there is refused")
    func unknownSelection() throws {
        let error = #expect(throws: Selection.UnknownWord.self) { try render(only: ["card-lat"]) }
        #expect(error?.word == "card-lat")
        #expect(error?.candidates.contains("card-late") == true)
    }
}
