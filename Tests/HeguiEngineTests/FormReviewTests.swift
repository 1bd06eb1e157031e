import HeguiCalendar
import HeguiDiagnostics
import HeguiEngine
import HeguiIntake
import HeguiPack
import HeguiReview
import HeguiTables
import HeguiTestSupport
import Testing

@Suite("reviews of forms")
struct FormReviewTests {
    private func review(
        _ name: String, rule: String, example: String, waivers: [Waiver] = []
    ) throws -> Review {
        let pack = try FormTests.folder.load(name)
        let found = pack.rules.first { $0.id == rule }?.examples.first { $0.name == example }
        let example = try #require(found)
        var tables = ExampleTables.make(example.situation, pack)
        tables.waivers = waivers
        return Plan(pack).run(tables: tables, asOf: example.asOf)
    }

    private func waiver(_ rule: String, _ subject: String) throws -> Waiver {
        Waiver(
            rule: rule, subject: subject, reason: "新建", approver: "区委",
            day: try #require(Day("2013-01-01")), expires: try #require(Day("2014-01-01")),
            location: .file("waivers.yaml"))
    }

    @Test("a unit below itself is a finding, each row of the circle and no other")
    func circle() throws {
        let review = try review(
            "f22-roll-up", rule: "rate-of-all-low",
            example: "what stands below a circle is not")
        let findings = review.dataFindings.filter { $0.code == "D0101" }
        #expect(findings.map(\.cell.row) == [1, 2])
        #expect(findings.map(\.cell.sheet) == ["units", "units"])
        #expect(ProjectFolder.has("docs/codes/D0101.md"))
    }

    @Test("a waiver opens a gate that is generally shut, and never one that always is")
    func gates() throws {
        let waived = try review(
            "f09-gate", rule: "rate-low", example: "below",
            waivers: [waiver("rate-low", "U1")])
        let standing = try #require(waived.standings.first)
        let unwaived = try review("f09-gate", rule: "rate-low", example: "below")
        #expect(unwaived.standings.map(\.result) == [.blocked])
        #expect(standing.result != .blocked)
        let reasons = standing.reasons
        #expect(reasons.contains { $0.rule == "rate-low" && $0.verdict == .waived })
        #expect(waived.outcomes.contains { $0.rule == "rate-low" && $0.verdict == .waived })
        let shut = try review(
            "f09-gate", rule: "accident", example: "one", waivers: [waiver("accident", "U1")])
        #expect(shut.standings.map(\.result) == [.blocked])
    }

    @Test("advice is no violation: it counts apart, and nothing waives it")
    func advice() throws {
        let review = try review(
            "f24-soft", rule: "not-prompt", example: "broken is advice",
            waivers: [waiver("not-prompt", "M1")])
        let outcome = try #require(review.outcomes.first { $0.rule == "not-prompt" })
        #expect(outcome.verdict == .advised)
        #expect(!outcome.isOpen)
        #expect(review.diagnostics.map(\.code) == ["E0006"])
        let summary = try #require(review.rules.first { $0.rule == "not-prompt" })
        #expect(summary.counts == [.advised: 1])
    }

    @Test("what a table leaves open is named with how it is read")
    func openTable() throws {
        let review = try review(
            "f13-routing", rule: "reported-elsewhere",
            example: "an enterprise is not provided for")
        let outcome = try #require(review.outcomes.first)
        #expect(
            outcome.missing == [
                .table(
                    name: "report_to",
                    reading: LocalizedText(zh: "文件未规定", en: "文件未规定"))
            ])
    }

    @Test(
        "numbers are written so that they are exact",
        arguments: [
            ("3", Ratio(3)), ("16.5", Ratio(33, 2)), ("-0.05", Ratio(-1, 20)), ("1/3", Ratio(1, 3)),
            ("0.000000001", Ratio(1, 1_000_000_000)), ("1/10000000000", Ratio(1, 10_000_000_000)),
        ])
    func numbers(text: String, number: Ratio?) {
        #expect(number?.text == text)
    }
}
