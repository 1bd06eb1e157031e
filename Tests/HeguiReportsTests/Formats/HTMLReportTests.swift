import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiTables
import Testing

@testable import HeguiReports

@Suite("The web page")
struct HTMLReportTests {
    private func render(
        _ review: Review = SampleReview.review, language: Language = .chinese,
        limits: HTMLReport.Limits = HTMLReport.Limits()
    ) throws -> String {
        let report = HTMLReport(
            review, language: language, provenance: SampleReview.provenance, limits: limits)
        return try reportText { report.write(to: &$0) }
    }

    @Test("a whole review, in Chinese and in English")
    func wholeReview() throws {
        try expectGolden(try render(), "review.zh.html")
        try expectGolden(try render(language: .english), "review.en.html")
    }

    @Test("a cell can bring no markup into the page")
    func markup() throws {
        var review = SampleReview.review
        var outcome = review.outcomes[0]
        outcome.verdict = .violated
        outcome.message = Message(
            zh: "<script>alert('1')</script>\"&\u{1B}\u{202E}", en: "<img src=x onerror=y>")
        outcome.subject.name = "</table><b>王</b>"
        outcome.subject.groupName = "\" onclick=\"x"
        review.outcomes = [outcome]
        let page = try render(review)
        #expect(
            page.contains(
                "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;␛\u{FFFD}"))
        #expect(page.contains("&lt;/table&gt;&lt;b&gt;王&lt;/b&gt;"))
        #expect(!page.contains("\" onclick"))
        #expect(page.matches(of: /<script>/).count == 1)
    }

    @Test("every link of the page leads somewhere, and no two places share a name")
    func links() throws {
        let page = try render()
        let names = page.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
        let links = page.matches(of: /href="#([^"]+)"/).map { String($0.1) }
        #expect(Set(names).count == names.count)
        #expect(Set(links).isSubset(of: Set(names)))
    }

    @Test("nothing of the page is fetched from elsewhere")
    func selfContained() throws {
        let page = try render()
        #expect(page.matches(of: /(?:src|href|url)\s*[=(]\s*["']?(?:https?:)?\/\//).isEmpty)
        #expect(page.contains("default-src 'none'"))
    }

    @Test("a page says how many findings it leaves out, and counts all of them")
    func limits() throws {
        var limits = HTMLReport.Limits()
        limits.findings = 1
        let whole = SampleReview.review.outcomes.count { $0.verdict == .violated }
        let page = try render(limits: limits)
        #expect(page.contains("另有 \(whole - 1) 项未列出"))
        #expect(page.matches(of: /<tr data-level=/).count == 1)
        #expect(page.contains("data-level=\"mandatory\""), "the weightiest is kept")
        let tiles = { (page: String) in page.matches(of: /<li class="tile[^\n]*/).map { $0.0 } }
        #expect(try tiles(page) == tiles(render()))
    }

    @Test("a review of nothing does not look like a clean one")
    func nothing() throws {
        var review = SampleReview.review
        review.outcomes = []
        review.dataFindings = []
        review.files = []
        let page = try render(review)
        #expect(page.contains("没有读到任何数据"))
        #expect(!page.contains("没有待处理的事项"))
    }

    @Test("a clean review says so")
    func clean() throws {
        var review = SampleReview.review
        review.outcomes = OutcomeList(Array(review.outcomes.those(of: [.met])))
        review.dataFindings = []
        review.material = []
        review.diagnostics = []
        #expect(try render(review).contains("没有待处理的事项"))
    }

    @Test("a page of very many outcomes is no longer than one of some")
    func bounded() throws {
        let model = try #require(SampleReview.review.outcomes.first { $0.verdict == .violated })
        func page(of count: Int) throws -> Int {
            var review = SampleReview.review
            review.outcomes = OutcomeList(
                count: count,
                outcome: { index in
                    var outcome = model
                    outcome.subject.row = index
                    outcome.subject.id = "P\(index)"
                    return outcome
                }, verdict: { _ in .violated })
            return try render(review).utf8.count
        }
        let (some, many) = (try page(of: 4_000), try page(of: 40_000))
        #expect(many < some + 100)
    }
}
