import HeguiCalendar
import HeguiDiagnostics
import HeguiEngine
import HeguiPack
import HeguiReview
import HeguiTables
import HeguiTestSupport
import Testing

@Suite("waivers and explanations")
struct StatementRegisterTests {
    private let pack: Pack
    private let asOf: Day
    private static let place = Location.file("records.yaml")

    init() throws {
        pack = try PackFolder.engine.load("forms")
        asOf = try #require(Day("2013-12-31"))
    }

    private func review(_ waivers: [Waiver], _ explanations: [Explanation] = []) -> Review {
        var sample = SampleTables(pack)
        sample.rows = [
            "units": [["name": ["甲局"], "secretary": ["张三"], "founded": ["2000-01-01"]]],
            "members": [
                ["member_id": ["M1"], "name": ["甲"], "unit_id": ["甲局"], "mobile": ["1"]],
                ["member_id": ["M2"], "name": ["乙"], "unit_id": ["甲局"], "mobile": ["1"]],
                ["member_id": ["M3"], "name": ["乙"], "unit_id": ["甲局"], "mobile": ["2"]],
            ],
            "bulletins": [],
        ]
        var tables = sample.tables()
        tables.waivers = waivers
        tables.explanations = explanations
        return Plan(pack).run(tables: tables, asOf: asOf)
    }

    private func waiver(
        _ rule: String, _ subject: String, from: String = "2013-01-01", to: String = "2014-06-30"
    ) throws -> Waiver {
        Waiver(
            rule: rule, subject: subject, reason: "新建", approver: "区委",
            day: try #require(Day(from)), expires: try #require(Day(to)), location: Self.place)
    }

    private func explanation(
        _ rule: String, _ subject: String, on day: String = "2013-12-01"
    ) throws -> Explanation {
        Explanation(
            rule: rule, subject: subject, text: "夫妻共用", author: "某人",
            day: try #require(Day(day)), location: Self.place)
    }

    private func codes(_ review: Review) -> [String] { review.diagnostics.map(\.code) }

    @Test("a waiver turns the violation that it names into a waived one, and opens its gate")
    func waived() throws {
        let review = review([try waiver("rate-below-floor", "甲局")])
        let outcome = try #require(review.outcomes.first { $0.rule == "rate-below-floor" })
        #expect(outcome.verdict == .waived)
        #expect(outcome.waiver?.approver == "区委")
        #expect(outcome.message.zh.contains("区委"))
        #expect(review.standings.first?.result == .eligibleByWaiver)
        #expect(codes(review) == [])
    }

    @Test("a waiver does not open a gate that nothing opens")
    func never() throws {
        var sample = SampleTables(pack)
        sample.rows = [
            "units": [["name": ["甲局"], "secretary": [""], "founded": ["2000-01-01"]]],
            "members": [["member_id": ["M1"], "name": ["甲"], "unit_id": ["甲局"]]],
        ]
        var tables = sample.tables()
        tables.waivers = [
            try waiver("rate-below-floor", "甲局"), try waiver("secretary-missing", "甲局"),
        ]
        let standing = try #require(Plan(pack).run(tables: tables, asOf: asOf).standings.first)
        #expect(standing.result == .blocked)
        #expect(standing.reasons.map(\.verdict) == [.waived, .violated, .waived])
    }

    @Test("without a waiver the gate is shut, and the nearest change says how many are needed")
    func blocked() throws {
        let standing = try #require(review([]).standings.first)
        #expect(standing.result == .blocked)
        #expect(standing.nearestChange?.zh == "再有 3 名党员达到要求即达 95%")
        #expect(standing.reasons.first?.clause == "F1")
    }

    @Test(
        "a waiver covers from its first to its last day",
        arguments: [
            ("2013-12-31", "2013-12-31", ["E0015"]), ("2013-12-31", "2014-06-30", [String]()),
            ("2014-01-01", "2014-06-30", ["E0004"]),
            ("2013-01-01", "2013-12-30", ["E0005"]),
        ])
    func days(from: String, to: String, expected: [String]) throws {
        let review = review([try waiver("rate-below-floor", "甲局", from: from, to: to)])
        let outcome = try #require(review.outcomes.first { $0.rule == "rate-below-floor" })
        let isWaived = expected.isEmpty || expected == ["E0015"]
        #expect(outcome.verdict == (isWaived ? .waived : .violated))
        #expect(codes(review) == expected)
    }

    @Test(
        "a record that fits nothing is reported",
        arguments: [
            ("rate-below-flor", "甲局", "E0001"), ("rate-below-floor", "乙局", "E0002"),
            ("mobile-shared", "乙", "E0003"), ("secretary-missing", "甲局", "E0006"),
        ])
    func misfits(rule: String, subject: String, code: String) throws {
        #expect(codes(review([try waiver(rule, subject)])) == [code])
        #expect(codes(review([], [try explanation(rule, subject)])) == [code])
    }

    @Test("a second waiver of the same violation is told to be one, and where the first is")
    func second() throws {
        let first = try waiver("rate-below-floor", "甲局")
        let review = review([first, first])
        #expect(codes(review) == ["E0009"])
        let labels = review.diagnostics.first { $0.code == "E0009" }?.secondary
        #expect(labels?.map(\.location) == [first.location])
    }

    @Test("an explanation closes a finding of level verify, which is still shown")
    func explained() throws {
        let review = review([], [try explanation("mobile-shared", "M1")])
        let outcomes = review.outcomes.filter { $0.rule == "mobile-shared" }
        #expect(outcomes.map(\.verdict) == [.violated, .violated, .met])
        #expect(outcomes.map(\.isOpen) == [false, true, false])
        let summary = try #require(review.rules.first { $0.rule == "mobile-shared" })
        #expect(summary.explained == 1)
        #expect(codes(review) == [])
    }

    @Test("an explanation closes nothing else, nor from the future")
    func explanations() throws {
        let mandatory = review([], [try explanation("rate-below-floor", "甲局")])
        #expect(codes(mandatory) == ["E0007"])
        let early = review([], [try explanation("mobile-shared", "M1", on: "2014-01-01")])
        #expect(codes(early) == ["E0004"])
        #expect(early.outcomes.allSatisfy { $0.explanation == nil })
    }
}
