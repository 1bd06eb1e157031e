import Foundation
import HeguiTestSupport
import Testing

/// A finding names the cells that say it: the amounts, the bound's cell, the blank.
@Suite("the cells that a finding names")
struct EvidenceTests {
    private let session: CommandSession
    private static let folder = ProjectFolder.url("fixtures/evidence")

    init() throws {
        session = try CommandSession()
    }

    private func run(_ command: [String], on fixture: String) throws -> String {
        let folder = Self.folder.appending(path: fixture)
        var arguments = command + ["--rules", folder.appending(path: "rules/\(fixture)").path]
        arguments += ["--as-of", "2013-12-31", "--lang", "en"]
        let drop = folder.appending(path: "drop").path
        arguments += command[0] == "explain" ? ["--drop", drop] : [drop]
        return try session.run(arguments).output
    }

    @Test(
        "a sum names its amounts and the cell of its bound, in every format and with both engines",
        arguments: ["text", "json", "csv", "html", "markdown", "sarif", "github", "junit", "tap"],
        ["rows", "columns"])
    func sum(format: String, engine: String) throws {
        let output = try run(
            ["review", "--format", format, "--engine", engine], on: "sum-sources")
        let named = Set(["acts.csv", "members.csv"].filter(output.contains))
        // An annotation stands at one place: that of the amount.
        let places = format == "github" ? ["acts.csv"] : ["acts.csv", "members.csv"]
        #expect(named.isSuperset(of: places), "\(output)")
        #expect(!output.contains("B2"), "the day is not what is short: \(output)")
    }

    @Test("the terminal shows the amount before the bound")
    func order() throws {
        let output = try run(["check"], on: "sum-sources")
        #expect(output.contains("see acts.csv ▸ C2; members.csv ▸ C2\n"), "\(output)")
    }

    @Test("a proof shows the floor that decided, and its cell")
    func floor() throws {
        let output = try run(["explain", "low-points", "--subject", "M1"], on: "roles-drift")
        for line in ["member.base = 50", "member.least = 40", "value = 30", "least: 40"] {
            #expect(output.contains(line), "\(line) in \(output)")
        }
        #expect(output.contains("  floor  "))
        #expect(output.contains("  at_least  "), "a figure that is written down is shown too")
    }

    /// What is asked of the points of acts, and the cells that tell why it is not met.
    private static let cases: [(what: String, require: String, cells: String)] = [
        (
            "a share that is too large names the rows that it counts",
            "{ rate: acts, where: act.points > 20, at_most: 10% }", "acts.csv ▸ C2, C3"
        ),
        (
            "a share that is too small names the rows that it lacks",
            "{ rate: acts, where: act.points > 20, at_least: 90% }", "acts.csv ▸ C4"
        ),
        (
            "a column that is a sum names its amounts",
            "{ expression: member.total >= 100 }", "acts.csv ▸ C2, C3, C4"
        ),
        (
            "of alternatives those that decide come first",
            "{ all_of: [{ exists: acts }, { sum: acts, value: act.points, at_least: 100 }] }",
            "acts.csv ▸ C2, C3, C4 and 3 more"
        ),
        (
            "a run names its own misses",
            """
            { streak: { rows: acts, by: act.date, miss: act.points > 20 }, at_most: 1 }
            """, "acts.csv ▸ C2, C3"
        ),
    ]

    @Test("each form names what tells", arguments: cases.indices, ["rows", "columns"])
    func tells(number: Int, engine: String) throws {
        let one = Self.cases[number]
        let source = Self.folder.appending(path: "sum-sources")
        try FileManager.default.copyItem(at: source, to: session.folder.appending(path: "case"))
        let pack = "case/rules/sum-sources"
        try session.replace(
            "  least:",
            "  total: { type: number, measure: { sum: acts, value: act.points } }\n  least:",
            in: pack + "/data/members.yaml")
        let rule = pack + "/rules/member/low-points.yaml"
        let text = try session.read(rule)
        let start = try #require(text.range(of: "require:"))
        let end = try #require(text.range(of: "level:"))
        let examples = try #require(text.range(of: "examples:"))
        let head = String(text[..<start.lowerBound])
        let rest = String(text[end.lowerBound..<examples.lowerBound])
        try session.write(head + "require: \(one.require)\n" + rest, to: rule)
        try session.write(
            "member_id,date,points\nM1,2013-03-01,30\nM1,2013-03-02,25\nM1,2013-03-03,5\n",
            to: "case/drop/acts.csv")
        let result = try session.run(
            "check", "case/drop", "--rules", pack, "--as-of", "2013-12-31", "--lang", "en",
            "--engine", engine)
        #expect(result.output.contains("see \(one.cells)\n"), "\(one.what): \(result.output)")
    }
}
