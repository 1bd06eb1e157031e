import HeguiDiagnostics
import HeguiPack
import HeguiSheets
import HeguiTables
import Testing

@testable import HeguiReports
@testable import HeguiReview

@Suite("Covers of marked copies")
struct FileCoverTests {
    private func cover(_ review: Review, _ language: Language, format: String? = nil) -> CoverSheet
    {
        let notes = CellNotes(review, file: "名单.xlsx", language: language)
        return FileCover(review, notes, name: "名单.xlsx", format: format).sheet
    }

    private func text(_ cover: CoverSheet) -> String {
        cover.rows.map { row in
            let cells = row.cells.map { $0.text.replacing("\n", with: " ⏎ ") }
            return cells.joined(separator: " | ") + "\n"
        }.joined()
    }

    @Test("what a cover says, in Chinese and in English")
    func golden() throws {
        for (language, name) in [(Language.chinese, "zh"), (.english, "en")] {
            let format = language == .chinese ? "XLS" : nil
            try expectGolden(
                text(cover(SampleReview.review, language, format: format)), "cover.\(name).txt")
        }
    }

    @Test("every row covers all columns, and the heading is the row above the first finding")
    func shape() throws {
        let cover = cover(SampleReview.review, .chinese)
        #expect(cover.rows.allSatisfy { $0.cells.reduce(0) { $0 + $1.span } == cover.widths.count })
        let heading = try #require(cover.heading)
        #expect(cover.rows[heading - 1].cells.first?.text == "序号")
        #expect(cover.rows[heading].cells.first?.text == "1")
    }

    @Test("what is listed is bounded, the weightiest stay, and the rest is counted")
    func bounded() throws {
        var review = SampleReview.review
        review.outcomes = []
        (review.material, review.diagnostics) = ([], [])
        let template = try #require(review.dataFindings.first)
        review.dataFindings = (1...CellNotes.listLimit + 5).map { number in
            var finding = template
            finding.level = number == CellNotes.listLimit + 5 ? .mandatory : .hint
            finding.cell = CellAddress(file: "名单.xlsx", sheet: "名单", row: number, column: 1)
            return finding
        }
        let cover = cover(review, .chinese)
        let heading = try #require(cover.heading)
        #expect(cover.rows[heading].cells[1].text == "强制性")
        #expect(text(cover).contains("另有 5 项未列出"))
        #expect(cover.rows.count == heading + CellNotes.listLimit + 3)
    }

    @Test("nothing of other files stands on a cover")
    func others() {
        let text = text(cover(SampleReview.review, .chinese))
        let files = Set(SampleReview.review.dataFindings.map(\.cell.file)).subtracting(["名单.xlsx"])
        for file in files { #expect(!text.contains(file)) }
    }
}
