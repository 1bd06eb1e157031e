import Foundation
import Testing

@Suite("Where reports go")
struct OutputTests {
    let session: CommandSession

    init() throws {
        session = try CommandSession()
        try session.write("单位代码,单位名称\nU1,区档案局\n", to: "drop/units.csv")
        try session.write(
            """
            编号,姓名,手机,单位,状态,入职日期,报到日期
            M1,江一,19900000001,U1,在职,2013-05-20,2013-06-21

            """, to: "drop/members.csv")
    }

    private func run(_ arguments: String...) throws -> CommandSession.Result {
        let request = ["review", "drop", "--rules", "rules/base", "--as-of", "2013-12-31"]
        return try session.run(request + ["--lang", "zh"] + arguments)
    }

    private func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(
            atPath: session.folder.appending(path: folder).path
        ).sorted()
    }

    @Test("one run writes several formats, each to its own file, and one to the screen")
    func several() throws {
        let result = try run(
            "--format", "text", "--format", "json:out/a/review.json", "--format", "csv:out/all.csv")
        #expect(result.output.contains("■ 区档案局"))
        #expect(result.errors.isEmpty)
        #expect(try session.read("out/a/review.json").hasPrefix("{"))
        #expect(try session.read("out/all.csv").contains("registered-late"))
        #expect(try session.read("out/all-standings.csv").contains("best-unit"))
        let tables = [
            "all-material.csv", "all-provenance.csv", "all-standings.csv", "all.csv",
        ]
        #expect(try names(in: "out") == ["a"] + tables)
    }

    @Test("a file is a folder where it ends in a slash", arguments: ["csv:tables/", "csv"])
    func folder(format: String) throws {
        _ =
            format == "csv"
            ? try run("--format", format, "--out", "tables") : try run("--format", format)
        let tables = ["material.csv", "outcomes.csv", "provenance.csv", "standings.csv"]
        #expect(try names(in: "tables") == tables)
    }

    @Test("a dash is standard output, which takes the first table of CSV")
    func standardOutput() throws {
        let dash = try run("--format", "csv:-").output
        let shown = try run("--format", "csv", "--lang", "en")
        #expect(shown.errors.contains("as of 2013-12-31; rule pack base "))
        let bare = try run("--format", "csv").output
        #expect(dash == bare)
        #expect(dash.hasPrefix("\u{FEFF}rule,clause") && !dash.contains("award"))
    }

    @Test("CSV goes to the file that --out names where it is named like one")
    func outFile() throws {
        _ = try run("--format", "csv", "--out", "all.csv")
        #expect(try session.read("all.csv").contains("registered-late"))
    }

    @Test("what stood in the file is replaced, and a link stays one")
    func replaced() throws {
        try session.write(String(repeating: "old", count: 100_000), to: "real.json")
        let link = session.folder.appending(path: "link.json")
        try FileManager.default.createSymbolicLink(
            at: link, withDestinationURL: session.folder.appending(path: "real.json"))
        _ = try run("--format", "json:link.json")
        #expect(try session.read("real.json").hasPrefix("{"))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) != "")
    }

    @Test("an annotation and a SARIF result are at the line and column of the cell")
    func places() throws {
        let annotations = try run("--format", "github").output.split(separator: "\n")
        let late = annotations.first { $0.contains("C2 报到逾期") } ?? ""
        #expect(late.hasPrefix("::error file=drop/members.csv,line=2,col=36,title=C2 报到逾期::"))
        let sarif = try run("--format", "sarif").output
        #expect(sarif.contains("\"startLine\": 2, \"startColumn\": 36"))
        #expect(sarif.contains("\"uri\": \"drop/members.csv\""))
    }

    @Test("what a baseline has fails neither the run nor its JUnit and TAP")
    func baseline() throws {
        let first = try run("--format", "json:old.json", "--format", "junit:old.xml")
        #expect(first.status == 1)
        #expect(try session.read("old.xml").contains("<failure "))
        let second = try run(
            "--baseline", "old.json", "--format", "junit:new.xml", "--format", "tap:new.tap",
            "--format", "sarif:new.sarif")
        #expect(second.status == 0)
        let junit = try session.read("new.xml")
        #expect(!junit.contains("<failure ") && junit.contains("基线中已有"))
        #expect(try !session.read("new.tap").contains("\nnot ok"))
        let sarif = try session.read("new.sarif")
        #expect(sarif.contains("\"baselineState\": \"unchanged\""))
        #expect(!sarif.contains("\"baselineState\": \"new\""))
    }

    @Test("what is no plain file is written into")
    func device() throws {
        let result = try run("--format", "json:/dev/null")
        #expect(result.status == 1)
        let full = try run("--format", "json:/dev/full")
        #expect(full.status == 2)
        #expect(full.errors.contains("写不了文件 `/dev/full`"))
    }

    @Test("a file that cannot be written is named, leaves nothing behind, and the status is 2")
    func failure() throws {
        try session.write("", to: "plain")
        let result = try run("--format", "json:plain/review.json")
        #expect(result.status == 2)
        #expect(result.errors.contains("写不了文件 `plain/review.json`"))
        #expect(try session.read("plain") == "")
        try FileManager.default.createDirectory(
            at: session.folder.appending(path: "taken/review.json/x"),
            withIntermediateDirectories: true)
        _ = try run("--format", "json", "--out", "taken")
        #expect(try names(in: "taken") == ["review.json"])
    }
}
