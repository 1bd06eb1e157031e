import Foundation
import HeguiTestSupport
import Testing

/// Drops as they come from people: with drafts, copies and slips, and with what Hegui wrote.
@Suite("material as people hand it in")
struct MaterialCommandTests {
    let session: CommandSession

    private static let rules = [
        "--rules", ProjectFolder.url("rules/xihu-2013").path, "--as-of", "2013-12-31", "--lang",
        "zh",
    ]
    private static let annex = "drop/附件3/附件3-区司法局.xlsx"

    init() throws {
        session = try CommandSession()
        try FileManager.default.copyItem(
            at: ProjectFolder.url("fixtures/xihu-2013/drop"),
            to: session.folder.appending(path: "drop"))
    }

    private struct Report: Decodable {
        struct Subject: Decodable { var id: String }
        struct Message: Decodable { var zh: String }
        struct Cell: Decodable { var file: String }
        struct Outcome: Decodable {
            var rule: String, outcome: String, level: String, subject: Subject
            var name: String { "\(rule) \(subject.id)" }
        }
        struct Finding: Decodable { var code: String, message: Message, cell: Cell }
        struct Diagnostic: Decodable { var code: String }
        var outcomes: [Outcome]
        var data_findings: [Finding]
        var diagnostics: [Diagnostic]

        /// The mandatory findings, each by rule and subject.
        var mandatory: Set<String> {
            Set(outcomes.filter { $0.outcome == "violated" && $0.level == "mandatory" }.map(\.name))
        }

        func verdicts(of subject: String) -> [String: String] {
            Dictionary(
                outcomes.filter { $0.subject.id == subject }.map { ($0.rule, $0.outcome) },
                uniquingKeysWith: { first, _ in first })
        }
    }

    private func report(_ more: String...) throws -> Report {
        let result = try session.run(
            ["review", "drop"] + Self.rules + ["--format", "json"] + more)
        return try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
    }

    /// Puts a file of the fixtures into the drop.
    private func put(_ fixture: String, at path: String) throws {
        let target = session.folder.appending(path: path)
        try? FileManager.default.removeItem(at: target)
        try FileManager.default.copyItem(at: ProjectFolder.url(fixture), to: target)
    }

    @Test("a slip in a name accuses nobody and names whom the row may be about")
    func slip() throws {
        let pristine = try report()
        try put("fixtures/people/附件3-姓名差一字.xlsx", at: Self.annex)
        let slip = try report()
        #expect(slip.mandatory.subtracting(pristine.mandatory) == [])
        let found = slip.data_findings.filter { $0.code == "D0008" }
        #expect(found.contains { $0.message.zh.contains("“凌行” ↔ 党员“凌珩”") })
        let own = slip.verdicts(of: "P0003")
        #expect(own["too-few-projects"] == "undetermined")
        for only in ["区司法局", "凌珩"] {
            let part = try report("--only", only)
            #expect(part.data_findings.contains { $0.message.zh.contains("“凌行”") }, "\(only)")
        }
        let other = try report("--only", "区档案馆")
        #expect(!other.data_findings.contains { $0.message.zh.contains("“凌行”") })
    }

    @Test("a copy of an annex that was saved again changes no verdict")
    func copy() throws {
        let pristine = try report()
        try put("fixtures/people/附件3-副本.xlsx", at: "drop/附件3/附件3-区司法局 - 副本.xlsx")
        let both = try report()
        #expect(both.mandatory == pristine.mandatory)
        #expect(both.data_findings.map(\.code).filter { $0 == "D0041" }.count == 1)
    }

    @Test("a draft beside the final annex leaves open what they say differently; --prefer decides")
    func draft() throws {
        let pristine = try report()
        let draft = "drop/附件3/附件3-区司法局（初稿）.xlsx"
        try put("fixtures/people/附件3-初稿.xlsx", at: draft)
        let both = try report()
        #expect(both.mandatory.subtracting(pristine.mandatory) == [])
        #expect(both.verdicts(of: "P0005")["registered-late"] == "undetermined")
        #expect(both.data_findings.contains { $0.code == "D0042" })
        for name in [Self.annex, "附件3/附件3-区司法局.xlsx", "附件3-区司法局.xlsx"] {
            let final = try report("--prefer", name)
            #expect(final.mandatory == pristine.mandatory, "\(name)")
        }
        let unknown = try session.run(
            ["check", "drop"] + Self.rules + ["--prefer", "附件3-区司法局（终稿）.xlsx"])
        #expect(unknown.status == 2 && unknown.errors.contains("材料中没有文件"))
    }

    @Test("a review with --prefer is made again from what it says")
    func verified() throws {
        try put("fixtures/people/附件3-初稿.xlsx", at: "drop/附件3/初稿.xlsx")
        _ = try session.run(
            ["review", "drop"] + Self.rules
                + ["--prefer", "附件3-区司法局.xlsx", "--format", "json:review.json"])
        #expect(try session.read("review.json").contains("\"preferred\""))
        let result = try session.run([
            "verify", "review.json", "--drop", "drop", "--rules",
            ProjectFolder.url("rules/xihu-2013").path,
        ])
        #expect(result.status == 0, "\(result.output)")
    }

    @Test("reports, bulletins, reminders and marked copies in the drop are left aside")
    func ownFiles() throws {
        let pristine = try report()
        let formats = [
            "text", "html", "xlsx", "csv", "json", "jsonl", "sarif", "junit", "tap", "github",
            "markdown",
        ]
        for folder in ["drop", "drop/报告"] {
            _ = try session.run(
                ["review", "drop"] + Self.rules + ["--out", folder]
                    + formats.flatMap { ["--format", $0] })
        }
        for format in ["text", "ics", "csv"] {
            _ = try session.run(
                ["remind", "drop"] + Self.rules
                    + ["--format", format, "--out", "drop/提醒.\(format == "text" ? "txt" : format)"])
        }
        for (format, name) in [("markdown", "通报.md"), ("html", "通报.html")] {
            _ = try session.run(
                ["bulletin", "drop"] + Self.rules + ["--format", format, "--out", "drop/" + name])
        }
        _ = try session.run(["annotate", Self.annex, "--drop", "drop"] + Self.rules)
        let names = try FileManager.default.contentsOfDirectory(
            atPath: session.folder.appending(path: "drop/附件3").path)
        #expect(names.contains { $0.contains("已标注") })
        let again = try report()
        #expect(again.mandatory == pristine.mandatory)
        #expect(again.data_findings.map(\.code) == pristine.data_findings.map(\.code))
        // Two reports of the same bytes are a copy.
        let left = again.diagnostics.filter { ["I0010", "I0021"].contains($0.code) }
        let known = pristine.diagnostics.filter { $0.code == "I0010" }
        #expect(left.count - known.count == 2 * 14 + 4 + 2 + 1)
        let others = Set(again.diagnostics.map(\.code)).subtracting(["I0021", "I0010"])
        #expect(others == Set(pristine.diagnostics.map(\.code)).subtracting(["I0010"]))
    }

    @Test(
        "no report takes the place of material, in whatever way it is named",
        arguments: [
            ["--format", "csv:drop/花名册.csv"], ["--format", "json:./drop/../drop/花名册.csv"],
            ["--out", "drop/花名册.csv"], ["--format", "text:link.csv"],
        ])
    func overwritten(arguments: [String]) throws {
        try FileManager.default.createSymbolicLink(
            at: session.folder.appending(path: "link.csv"),
            withDestinationURL: session.folder.appending(path: "drop/花名册.csv"))
        let roster = try session.read("drop/花名册.csv")
        let result = try session.run(["review", "drop"] + Self.rules + arguments)
        #expect(result.status == 2 && result.errors.contains("不能被报告覆盖"))
        #expect(try session.read("drop/花名册.csv") == roster)
    }

    @Test("the list of what is owed takes the place of no material either")
    func missingOverMaterial() throws {
        let roster = try session.read("drop/花名册.csv")
        let result = try session.run(
            ["missing", "drop"] + Self.rules + ["--format", "csv", "--out", "drop/花名册.csv"])
        #expect(result.status == 2 && result.errors.contains("不能被报告覆盖"))
        #expect(try session.read("drop/花名册.csv") == roster)
    }

    @Test("an earlier report in the drop may be written anew")
    func replaced() throws {
        for _ in 0..<2 {
            let result = try session.run(
                ["review", "drop"] + Self.rules + ["--format", "json:drop/review.json"])
            #expect(result.status == 1)
        }
    }

    @Test("the workbook that is marked may lie in the folder that is dropped")
    func annotated() throws {
        let inside = try session.run(
            ["annotate", Self.annex, "--drop", "drop", "--out", "in.xlsx"] + Self.rules)
        #expect(inside.status == 1 && inside.output.contains("标注了"))
        let again = try session.run(
            ["annotate", "./" + Self.annex, "--drop", "drop/附件3", "--out", "b.xlsx"] + Self.rules)
        #expect(again.output.contains("标注了"))
    }
}
