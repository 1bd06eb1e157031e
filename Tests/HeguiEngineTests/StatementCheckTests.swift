import HeguiCalendar
import HeguiDiagnostics
import HeguiEngine
import HeguiPack
import HeguiTestSupport
import Testing

@Suite("waivers checked without material")
struct StatementCheckTests {
    private let pack: Pack

    init() throws { pack = try PackFolder.engine.load("forms") }

    private func waiver(
        _ subject: String, _ from: String, _ to: String, line: String, rule: String? = nil
    ) throws -> Waiver {
        Waiver(
            rule: rule ?? "rate-below-floor", subject: subject, reason: "新建", approver: "区委",
            day: try #require(Day(from)), expires: try #require(Day(to)), location: .file(line))
    }

    private func repeated(_ waivers: [Waiver]) -> [Diagnostic] {
        StatementCheck.diagnostics(waivers: waivers, explanations: [], pack: pack, asOf: nil)
    }

    @Test("a waiver repeats the first of the same rule and subject with a day in common")
    func first() throws {
        let waivers = [
            try waiver("甲局", "2013-01-01", "2013-03-31", line: "1"),
            try waiver("乙局", "2013-01-01", "2013-12-31", line: "2"),
            try waiver("甲局", "2013-03-31", "2013-06-30", line: "3"),
            try waiver("甲局", "2013-07-01", "2013-07-31", line: "4"),
            try waiver("甲局", "2013-06-30", "2013-07-01", line: "5"),
            try waiver("甲局", "2013-01-01", "2013-12-31", line: "6", rule: "secretary-missing"),
        ]
        let found = repeated(waivers).filter { $0.code == "E0009" }
        #expect(found.map(\.location) == [.file("3"), .file("5")])
        #expect(found.flatMap { $0.secondary.map(\.location) } == [.file("1"), .file("3")])
    }

    @Test("thousands of waivers of one violation are checked at once")
    func many() throws {
        let first = try #require(Day("1900-01-01"))
        let waivers = try (0..<20_000).map { number in
            var waiver = try waiver("甲局", "1900-01-01", "1900-01-01", line: "\(number)")
            waiver.day = first.adding(days: number)
            waiver.expires = waiver.day
            return waiver
        }
        let time = ContinuousClock().measure { #expect(repeated(waivers).isEmpty) }
        #expect(time < .seconds(10))
    }
}
