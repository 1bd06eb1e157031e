import Foundation
import HeguiTestSupport
import Testing

/// A finding names the cells that say it: the amounts, the bound's cell, the blank.
@Suite("the cells that a finding names")
struct EvidenceTests {
    private struct Review: Decodable {
        struct Cell: Decodable {
            let file: String
            let reference: String?
            let cell: String?
        }
        struct Outcome: Decodable { let sources: [Cell] }
        let outcomes: [Outcome]
    }

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
}
