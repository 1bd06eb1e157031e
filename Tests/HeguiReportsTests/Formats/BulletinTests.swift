import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiReview
import Testing

@testable import HeguiReports

@Suite("Bulletins")
struct BulletinTests {
    private func bulletin(
        _ review: Review = SampleReview.review, minGroup: Int = 1, period: String = "2020H2",
        language: Language = .chinese
    ) throws -> Bulletin {
        Bulletin(
            review, period: try #require(CalendarPeriod(period)), minGroup: minGroup,
            language: language, provenance: Provenance(engineVersion: "0"))
    }

    private func markdown(_ bulletin: Bulletin) throws -> String {
        try reportText { BulletinMarkdown(bulletin).write(to: &$0) }
    }

    private func page(_ bulletin: Bulletin) throws -> String {
        try reportText { BulletinHTML(bulletin).write(to: &$0) }
    }

    @Test("a whole bulletin, in both forms and both languages")
    func golden() throws {
        try expectGolden(markdown(bulletin()), "bulletin.zh.md")
        try expectGolden(markdown(bulletin(language: .english)), "bulletin.en.md")
        try expectGolden(page(bulletin()), "bulletin.zh.html")
        try expectGolden(page(bulletin(language: .english)), "bulletin.en.html")
    }

    @Test("a bulletin names no person and quotes no message")
    func people() throws {
        let review = SampleReview.review
        for text in [try markdown(bulletin()), try page(bulletin())] {
            for outcome in review.outcomes where outcome.subject.type == "person" {
                #expect(!text.contains(outcome.subject.name))
                #expect(!text.contains(outcome.subject.id + " "))
            }
            #expect(!text.contains("办证晚了") && !text.contains("5678"))
        }
    }

    @Test("of units with too few people there is neither a rate nor a count, not even in sums")
    func smallUnits() throws {
        let all = try bulletin()
        let some = try bulletin(minGroup: 40)
        #expect(all.rankings[0].standing.entries.count == 2)
        #expect(some.rankings[0].standing.entries.map(\.subject.name) == ["乙班"])
        #expect(some.rankings[0].small == ["甲班"])
        let text = try markdown(some)
        #expect(!text.contains("30/30") && !text.contains("76/80") && text.contains("46/50"))
        #expect(some.units.isEmpty && some.rules.isEmpty)
    }

    @Test("what is due only after the period is left out")
    func later() throws {
        var review = SampleReview.review
        var outcome = try #require(review.outcomes.first { $0.isOpen && $0.due == nil })
        let due = SamplePack.day(2020, 8, 1)
        outcome.due = due
        review.outcomes = [outcome]
        #expect(try bulletin(review, period: "2020H1").rules.isEmpty)
        #expect(try bulletin(review, period: "2020H2").rules.map(\.count) == [1])
    }

    @Test("a unit's name is no markup, in either form")
    func markup() throws {
        var review = SampleReview.review
        var outcome = try #require(review.outcomes.first { $0.rate != nil })
        outcome.subject.name = "甲|班<b>*x*"
        review.outcomes = [outcome]
        #expect(try markdown(bulletin(review)).contains("| 甲\\|班\\<b\\>\\*x\\* |"))
        #expect(try page(bulletin(review)).contains("甲|班&lt;b&gt;*x*"))
    }
}
