import Foundation
import HeguiTestSupport
import Testing

/// The year of `fixtures/xihu-2013` with something that did not come.
@Suite("material that is due")
struct OwedMaterialTests {
    let session: CommandSession

    init() throws {
        session = try CommandSession()
        try FileManager.default.copyItem(
            at: ProjectFolder.url("fixtures/xihu-2013/drop"),
            to: session.folder.appending(path: "drop"))
    }

    private func run(
        _ command: String, _ arguments: String..., asOf: String = "2013-12-31"
    ) throws -> CommandSession.Result {
        let rules = ProjectFolder.url("rules/xihu-2013").path
        return try session.run(
            [command, "drop", "--rules", rules, "--as-of", asOf, "--lang", "zh"] + arguments)
    }

    private static let unit = "drop/附件3/附件3-区司法局.xlsx"

    @Test("an ordinary drop lacks registers and is complete all the same")
    func ordinary() throws {
        let result = try run("check")
        #expect(result.status == 1)
        #expect(result.output.contains("判断了 79 条规则，1 条需要“支部”，7 条没有可判断的对象"))
        #expect(result.output.contains("附件3 情况汇总表          应交 6 · 已交 6"))
        #expect(result.output.contains("未到期 1"))
        #expect(!result.output.contains("未能全部检查"))
    }

    @Test("an annex that did not come is owed by its unit, and nobody in it is accused")
    func missing() throws {
        let pristine = try run("review", "--format", "csv:-").output.split(separator: "\r\n")
        try session.remove(Self.unit)
        let result = try run("check")
        #expect(result.status == 2)
        #expect(result.output.contains("附件3未收到：区司法局，应于2013-02-28（含）前报送"))
        #expect(result.output.contains("未能全部检查：附件3未收到 1 份"))
        let known = Set(pristine.filter { $0.contains(",violated,mandatory,") }.map(Self.subject))
        let rows = try run("review", "--format", "csv:-").output.split(separator: "\r\n")
        let added = rows.filter { $0.contains(",violated,mandatory,") }.map(Self.subject)
            .filter { !known.contains($0) }
        #expect(added == [])
    }

    /// Rule and subject of a row of outcomes.csv.
    private static func subject(_ row: Substring) -> String {
        let cells = row.split(separator: ",", omittingEmptySubsequences: false)
        return [0, 4, 5].map { String(cells[$0]) }.joined(separator: " ")
    }

    @Test(
        "every format names the annex and its owner",
        arguments: [
            "text", "html", "markdown", "json", "jsonl", "sarif", "junit", "tap", "github",
        ])
    func formats(format: String) throws {
        try session.remove(Self.unit)
        let result = try run("review", "--format", format)
        #expect(result.status == 2)
        #expect(result.output.contains("附件3未收到：区司法局"))
    }

    @Test("a unit that owes the annex is in no ranking and is named in the bulletin for the annex")
    func bulletin() throws {
        try session.remove(Self.unit)
        let result = try run("bulletin")
        #expect(result.status == 2)
        #expect(result.output.contains("附件3未收到：区司法局"))
        #expect(result.output.contains("不列入排名，也不计入合计：区司法局（附件3未收到）"))
        let rows = result.output.split(separator: "\n").filter { $0.hasPrefix("| ") }
        #expect(!rows.contains { $0.contains("区司法局") && $0.contains("/24") })
    }

    @Test("what is owed is listed alone, as text, table and JSON")
    func list() throws {
        try session.remove(Self.unit)
        let text = try run("missing", asOf: "2014-01-31")
        #expect(text.status == 1)
        #expect(text.output.contains("■ 附件3 情况汇总表  应交 6 · 已交 5 · 未交 1"))
        #expect(text.output.contains("区实验学校  未交  期限 2013-12-31"))
        let table = try run("missing", "--format", "csv").output
        #expect(table.hasPrefix("\u{FEFF}annex,title,clause,owner_type,owner_id,owner_name,state"))
        #expect(table.contains(",unit,区司法局,区司法局,not-received,2013-02-28,true,verify,"))
        let json = try run("missing", "--format", "json").output
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(object["format"] as? String == "hegui-missing")
        #expect((object["material"] as? [Any])?.count == 2)
    }

    @Test("where all is there or not due yet, nothing is owed")
    func nothingOwed() throws {
        #expect(try run("missing").status == 0)
    }

    @Test("a parameter of the pack decides who owes an annex")
    func parameter() throws {
        let result = try run(
            "missing", "--set", "annex_4_filler=community", asOf: "2014-01-31")
        #expect(result.status == 0)
        #expect(!result.output.contains("■ 附件4"))
    }
}
