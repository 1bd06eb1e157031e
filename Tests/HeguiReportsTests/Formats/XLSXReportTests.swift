import HeguiDiagnostics
import HeguiPack
import HeguiReview
import Testing

@testable import HeguiReports
@testable import HeguiSheets

@Suite("The workbook")
struct XLSXReportTests {
    private func bytes(
        _ review: Review = SampleReview.review, language: Language = .chinese,
        limit: Int = XLSXReport.defaultLimit
    ) throws -> [UInt8] {
        let report = XLSXReport(
            review, tables: nil, language: language,
            provenance: Provenance(engineVersion: "0"), limit: limit)
        return try reportBytes { try report.write(to: &$0) }
    }

    private func sheets(_ bytes: [UInt8]) throws -> [Sheet] {
        var reader = WorkbookReader(file: "review.xlsx", limits: IntakeLimits())
        return try reader.read(bytes)
    }

    /// What a reader sees, a line a cell.
    private func text(_ sheets: [Sheet]) -> String {
        var text = ""
        for sheet in sheets {
            text += "■ \(sheet.name ?? "")\n"
            for row in sheet.rows {
                for cell in row.cells where !cell.text.isEmpty {
                    let place = CellAddress.letters(ofColumn: cell.column) + String(row.number)
                    text += "\(place)\t\(cell.text.replacing("\n", with: "⏎"))\n"
                }
            }
        }
        return text
    }

    @Test("a whole review, in Chinese and in English")
    func wholeReview() throws {
        try expectGolden(text(sheets(bytes())), "review.zh.xlsx.txt")
        try expectGolden(text(sheets(bytes(language: .english))), "review.en.xlsx.txt")
    }

    @Test("the same review gives the same bytes")
    func deterministic() throws {
        #expect(try bytes() == bytes())
    }

    @Test("a name that begins as a formula is text", arguments: ["=1+1", "+1", "-1", "@x", "\t=1"])
    func formulas(name: String) throws {
        var review = SampleReview.review
        var outcome = try #require(review.outcomes.first { $0.verdict == .violated })
        outcome.subject.name = name
        review.outcomes = [outcome]
        let sheets = try sheets(bytes(review))
        let cells = sheets.flatMap { $0.rows.flatMap(\.cells) }
        #expect(!cells.contains { $0.isFormula })
        let shown = name.replacing("\t", with: "␉")
        #expect(cells.contains { $0.text == shown && $0.kind == .text })
    }

    @Test("a sheet says how many findings it leaves out, and the summary counts all of them")
    func limits() throws {
        let whole = SampleReview.review.outcomes.count { $0.verdict == .violated }
        let sheets = try sheets(bytes(limit: 1))
        let findings = try #require(sheets.first { $0.name == "问题清单" })
        #expect(findings.rows.count == 3)
        let note = findings.rows.last?.cells.first?.text ?? ""
        #expect(note.hasPrefix("另有 \(whole - 1) 项未列出"))
        let summary = try #require(sheets.first { $0.name == "汇总" })
        let total = try #require(summary.rows.first { $0.cells.first?.text == "合计" })
        #expect(total.cell(column: 2)?.text == "\(whole)")
    }

    @Test("a text longer than a cell bears is cut where it says so")
    func longText() throws {
        var review = SampleReview.review
        var outcome = try #require(review.outcomes.first { $0.verdict == .violated })
        outcome.message = Message(zh: String(repeating: "长", count: 40_000), en: "")
        review.outcomes = [outcome]
        let cells = try sheets(bytes(review)).flatMap { $0.rows.flatMap(\.cells) }
        #expect(cells.contains { $0.text.hasPrefix("长长") && $0.text.hasSuffix("…") })
        #expect(cells.allSatisfy { $0.text.utf16.count <= 32_767 })
    }

    @Test("no mobile number is written whole")
    func noPhones() throws {
        let text = try text(sheets(bytes()))
        #expect(!text.contains("13812345678") && text.contains("138****5678"))
    }
}
