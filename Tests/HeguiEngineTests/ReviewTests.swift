import HeguiCalendar
import HeguiDiagnostics
import HeguiEngine
import HeguiPack
import HeguiReview
import HeguiTables
import HeguiTestSupport
import Testing

@Suite("reviews")
struct ReviewTests {
    private let pack: Pack
    private let asOf: Day

    init() throws {
        pack = try PackFolder.engine.load("forms")
        asOf = try #require(Day("2013-12-31"))
    }

    private func review(
        _ rows: [String: [SampleTables.Row]], without: Set<String> = [], on day: Day? = nil
    ) -> Review {
        var sample = SampleTables(pack)
        sample.rows = rows
        sample.without = without
        return Plan(pack).run(tables: sample.tables(), asOf: day ?? asOf)
    }

    private static let member: SampleTables.Row = [
        "member_id": ["M1"], "name": ["甲"], "unit_id": ["甲局"], "mobile": ["19900000001"],
        "hired_on": ["2000-01-01"],
    ]

    @Test("outcomes come in order of rules, then of rows, one for each row of the subject")
    func order() {
        var second = Self.member
        second["member_id"] = ["M2"]
        let review = review(["units": [["name": ["甲局"]]], "members": [Self.member, second]])
        let expected = pack.rules.flatMap { rule in
            (rule.dataset == "members" ? ["M1", "M2"] : ["甲局"]).map { "\(rule.id) \($0)" }
        }
        #expect(review.outcomes.map { "\($0.rule) \($0.subject.id)" } == expected)
        #expect(review.rules.map(\.rule) == pack.rules.map(\.id))
    }

    @Test("a subject is grouped under the row that its dataset's group refers to")
    func groups() throws {
        let review = review(["units": [["name": ["甲局"]]], "members": [Self.member]])
        let member = try #require(review.outcomes.first { $0.subject.type == "member" }?.subject)
        #expect(member.name == "甲")
        #expect(member.groupID == "甲局")
        let unit = try #require(review.outcomes.first { $0.subject.type == "unit" }?.subject)
        #expect(unit.id == "甲局")
        #expect(unit.groupID == nil)
    }

    @Test("a rule that judges nothing says why")
    func notRun() throws {
        func reason(_ review: Review, _ rule: String) -> String? {
            review.rules.first { $0.rule == rule }?.notRun?.en
        }
        let lacking = review(["members": [Self.member]], without: ["units", "activities"])
        #expect(reason(lacking, "secretary-missing") == "no file provides “units”")
        #expect(
            reason(lacking, "too-few-activities") == "“activities” (no file provides it) missing")
        #expect(reason(lacking, "mobile-shared") == nil)
        let empty = review([:])
        #expect(reason(empty, "mobile-shared") == "“members” has no rows")
        var retired = Self.member
        retired["status"] = ["离退休"]
        #expect(
            reason(review(["members": [retired]]), "registered-late")
                == "it applies to no subject")
        let broken = review(["members": [Self.member]], on: Day(year: 2013, month: 12, day: 30))
        #expect(
            reason(broken, "new-member-idle") == "甲: the rule could not run (division by zero)")
    }

    @Test("a summary counts every verdict of its rule")
    func counts() throws {
        var second = Self.member
        second["member_id"] = ["M2"]
        second["mobile"] = ["19900000002"]
        let review = review(["members": [Self.member, second, Self.member]])
        let summary = try #require(review.rules.first { $0.rule == "mobile-shared" })
        #expect(summary.counts == [.violated: 2, .met: 1])
    }

    @Test("outside the policy's days nothing applies, and the review says so")
    func notInForce() throws {
        let day = try #require(Day("2013-01-03"))
        let review = review(["members": [Self.member]], on: day)
        #expect(review.outcomes.allSatisfy { $0.verdict == .notApplicable })
        #expect(review.diagnostics.map(\.code) == ["E0008"])
    }

    @Test("no phone number is in any text of a review")
    func masked() {
        var second = Self.member
        second["member_id"] = ["M2"]
        let review = review(["units": [["name": ["甲局"]]], "members": [Self.member, second]])
        let shared = review.outcomes.filter { $0.rule == "mobile-shared" }
        #expect(shared.map(\.verdict) == [.violated, .violated])
        for outcome in shared {
            #expect(outcome.message.zh.contains("199****0001"))
            #expect(outcome.message.en.contains("199****0001"))
        }
        for outcome in review.outcomes {
            let texts = [outcome.message.zh, outcome.message.en, outcome.observed ?? ""]
            #expect(texts.allSatisfy { !$0.contains("19900000001") }, "\(outcome.rule)")
        }
    }

    @Test("a reference into a dataset that nobody provides is unknown, not empty")
    func unknownReference() throws {
        let rows: [String: [SampleTables.Row]] = [
            "bulletins": [["unit_id": ["甲局"], "issued_on": ["2013-03-01"]]],
            "units": [["name": ["甲局"]]],
        ]
        let outcome = try #require(
            review(rows, without: ["members"]).outcomes.first { $0.rule == "rate-below-floor" })
        #expect(outcome.verdict == .undetermined)
        #expect(outcome.missing == [.dataset("members")])
    }

    @Test("one plan serves data with and without a dataset")
    func given() {
        let plan = Plan(pack)
        var sample = SampleTables(pack)
        sample.rows = ["members": [Self.member]]
        func verdict() -> Verdict? {
            plan.run(tables: sample.tables(), asOf: asOf).outcomes
                .first { $0.rule == "no-activity" }?.verdict
        }
        #expect(verdict() == .violated)
        sample.without = ["activities"]
        #expect(verdict() == .undetermined)
        sample.without = []
        #expect(verdict() == .violated)
    }
}
