import HeguiDiagnostics
import HeguiPack
import HeguiSheets
import HeguiTables
import Testing

@testable import HeguiReports
@testable import HeguiReview

@Suite("Notes at cells")
struct CellNotesTests {
    private func text(_ notes: CellNotes) -> String {
        notes.notes.map { note in
            let place = Location.cell(note.cell).description(in: .chinese)
            return "■ \(place)  \(note.tone)\n\(note.text)\n"
        }.joined(separator: "\n") + "\n"
            + notes.summary(cellCount: notes.notes.count, path: "b.xlsx").string
    }

    @Test("what is said at the cells of a file, in Chinese and in English")
    func golden() throws {
        for (language, name) in [(Language.chinese, "zh"), (.english, "en")] {
            let notes = CellNotes(SampleReview.review, file: "名单.xlsx", language: language)
            try expectGolden(text(notes), "notes.\(name).txt")
        }
    }

    @Test("a finding that rests on many cells is written at the most telling one")
    func manyCells() throws {
        var review = SampleReview.review
        var outcome = try #require(review.outcomes.first { $0.verdict == .violated })
        outcome.sources = (2...40).map { SampleOutcomes.cell($0, 3) }
        review.outcomes = [outcome]
        review.dataFindings = []
        let notes = CellNotes(review, file: "名单.xlsx", language: .chinese)
        #expect(notes.notes.map(\.cell) == [SampleOutcomes.cell(2, 3)])
    }

    @Test("an explained finding is no problem any more")
    func explained() throws {
        var review = SampleReview.review
        var outcome = try #require(review.outcomes.first { $0.explanation != nil })
        outcome.sources = [SampleOutcomes.cell(2, 3)]
        review.outcomes = [outcome]
        review.dataFindings = []
        #expect(CellNotes(review, file: "名单.xlsx", language: .chinese).notes.isEmpty)
    }
}
