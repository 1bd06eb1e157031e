import Foundation
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
        let (markup, data) = try halves(of: page)
        #expect(
            markup.contains(
                "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;␛\u{FFFD}"))
        #expect(markup.contains("<h2>&quot; onclick=&quot;x</h2>"))
        #expect(!markup.contains("\" onclick"))
        #expect(data.contains("\\u003c/table>\\u003cb>王\\u003c/b>"))
        #expect(!data.contains("</table>") && !data.contains("<b>"))
        #expect(page.matches(of: /<script[ >]/).count == 2)
    }

    /// The page's markup and what stands in it as data.
    private func halves(of page: String) throws -> (markup: Substring, data: Substring) {
        let start = try #require(page.range(of: "<script type=\"application/json\""))
        let end = try #require(page[start.upperBound...].range(of: "</script>"))
        return (page[..<start.lowerBound], page[start.lowerBound..<end.lowerBound])
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

    @Test("sheets say how many findings they leave out, and the data has all of them")
    func limits() throws {
        var limits = HTMLReport.Limits()
        limits.findings = 1
        let whole = SampleReview.review.outcomes.count { $0.verdict == .violated }
        let page = try render(limits: limits)
        #expect(page.contains("本表只列最重的，另有 2 项见"))
        #expect(page.matches(of: /<div class="rule"><h3>/).count == 1)
        #expect(page.contains("<h3><span class=\"badge mandatory\">"), "the weightiest is kept")
        #expect(try findings(of: page).rows.count == whole)
        let tiles = { (page: String) in page.matches(of: /<li class="tile[^\n]*/).map { $0.0 } }
        #expect(try tiles(page) == tiles(render()))
    }

    /// The data of which the page makes the rows of findings.
    private struct Findings: Decodable {
        let rows: [[Int]]
        let texts: [String]
        let left: Int
    }

    private func findings(of page: String) throws -> Findings {
        let match = try #require(
            page.firstMatch(of: /<script type="application\/json" id="data">([^<]*)<\/script>/))
        return try JSONDecoder().decode(Findings.self, from: Data(match.1.utf8))
    }

    @Test("what the data leaves out is said, and by the search too")
    func dataLimit() throws {
        var limits = HTMLReport.Limits()
        limits.listed = 1
        let whole = SampleReview.review.outcomes.count { $0.verdict == .violated }
        let page = try render(limits: limits)
        #expect(page.contains("另有 \(whole - 1) 项未列出"))
        let data = try findings(of: page)
        #expect(data.rows.count == 1)
        #expect(data.left == whole - 1)
    }

    @Test("the data names a subject once, masks numbers, and cannot end its element")
    func data() throws {
        var review = SampleReview.review
        var outcome = review.outcomes[0]
        outcome.verdict = .violated
        outcome.message = Message(zh: "林一白的</script>13812345678", en: "late")
        review.outcomes = [outcome]
        let page = try render(review)
        let data = try findings(of: page)
        let text = data.texts[data.rows[0][5]]
        #expect(text.hasPrefix("\u{1}的</script>138"))
        #expect(!page.contains("13812345678"))
        #expect(page.contains("\\u0001的\\u003c/script>"))
    }

    @Test(
        "long numbers have commas and a size of their own",
        arguments: [
            (0, "0"), (999, "999"), (15_614, "15,614"), (610_273, "610,273"), (-1_000, "-1,000"),
        ])
    func grouped(number: Int, text: String) {
        #expect(HTMLReport.grouped(number) == text)
    }

    @Test(
        "the page begins with who owes what, who is below a line by how many, and who is concerned")
    func answers() throws {
        let page = try render()
        let section = try #require(
            page.firstMatch(of: /(?s)<section id="answers">(.*?)<\/section>/)
        ).1
        for words in [
            "应交 5 · 已交 1", "低于要求 1 个", "乙班</a> 92.00%（46/50），差 2", "参评", "员工 1 人",
        ] {
            #expect(section.contains(words), "\(words)")
        }
    }

    @Test("a unit's sheet has its rate, the day by which to mend, and a line to sign")
    func sheet() throws {
        let report = HTMLReport(
            SampleReview.review, language: .chinese, mendBy: SamplePack.day(2021, 1, 15))
        let page = try reportText { report.write(to: &$0) }
        let sheet = try #require(
            page.firstMatch(of: /(?s)<section class="sheet" id="u1">(.*?)<\/section>/)
        ).1
        #expect(sheet.contains("<b>办证率不足</b> 46/50 = 92.00%"))
        #expect(sheet.contains("请于2021年1月15日（含）前核实、整改并答复。"))
        #expect(sheet.contains("class=\"sign\""))
        #expect(try !render().contains("class=\"deadline\""))
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

    @Test("the lists of a page of very many outcomes are no longer than those of one of some")
    func bounded() throws {
        let model = try #require(SampleReview.review.outcomes.first { $0.verdict == .violated })
        var limits = HTMLReport.Limits()
        limits.findings = 100
        func page(of count: Int) throws -> String {
            var review = SampleReview.review
            review.outcomes = OutcomeList(
                count: count,
                outcome: { index in
                    var outcome = model
                    outcome.subject.row = index
                    outcome.subject.id = "P\(index)"
                    return outcome
                }, verdict: { _ in .violated })
            return try render(review, limits: limits)
        }
        let (some, many) = (try page(of: 600), try page(of: 3_000))
        let (fewer, more) = (try halves(of: some), try halves(of: many))
        #expect(more.markup.utf8.count < fewer.markup.utf8.count + 100)
        #expect(try findings(of: many).rows.count == 3_000)
        #expect(more.data.utf8.count < 3_000 * 80, "most is said once")
    }
}
