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

    @Test("a bulletin that goes out as a document, with all that stands round it and with nothing")
    func documents() throws {
        let framed = BulletinDOCX(
            try bulletin(), issuer: "办证处", number: "办通〔2021〕1号", recipients: "各班",
            day: Day(year: 2021, month: 1, day: 8))
        try expectGolden(document(framed), "bulletin.zh.docx.xml")
        try expectGolden(
            document(BulletinDOCX(bulletin(language: .english))), "bulletin.en.docx.xml")
    }

    private func document(_ bulletin: BulletinDOCX) -> String {
        var writer = WordWriter(redaction: .full)
        bulletin.document.write(to: &writer)
        return String(decoding: writer.xml, as: UTF8.self)
    }

    @Test("a bulletin names no person and quotes no message")
    func people() throws {
        let review = SampleReview.review
        for text in [
            try markdown(bulletin()), try page(bulletin()), try document(BulletinDOCX(bulletin())),
        ] {
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
        #expect(some.tables.isEmpty && some.rules.isEmpty)
    }

    @Test("by matter and by unit, each level has the same sum", arguments: 0..<40 as Range<UInt64>)
    func sums(seed: UInt64) throws {
        let bulletin = try bulletin(RandomReview.review(seed: seed))
        for level in Level.allCases {
            let byMatter = bulletin.rules.filter { $0.level == level }.reduce(0) { $0 + $1.count }
            let byUnit = bulletin.tables.reduce(0) { $0 + $1.total[level] }
            #expect(byMatter == byUnit + bulletin.elsewhere[level])
        }
        let matters = bulletin.rules.map { "\($0.rule.id) \($0.level)" }
        #expect(Set(matters).count == matters.count)
    }

    @Test("what a rate waits for is counted, and nobody is named")
    func undecided() throws {
        var review = SampleReview.review
        var outcome = try #require(review.outcomes.first { $0.rate != nil })
        outcome.verdict = .undetermined
        outcome.undecided.count = 2
        outcome.undecided.rows = [
            UndecidedRows.Row(
                name: "李待查", place: SampleOutcomes.cell(2, 3),
                reason: Message(zh: "未见登记", en: "not on record"))
        ]
        review.outcomes = [outcome]
        for text in [try markdown(bulletin(review)), try page(bulletin(review))] {
            #expect(text.contains("其中 2 名待核实"))
            #expect(!text.contains("李待查") && !text.contains("未见登记"))
        }
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
