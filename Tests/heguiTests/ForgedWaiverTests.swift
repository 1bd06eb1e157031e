import Foundation
import HeguiTestSupport
import Testing

/// Waivers that somebody put into the drop for himself.
@Suite("waivers that nobody named")
struct ForgedWaiverTests {
    private static let heading = "规则,对象,理由,批准人,批准日期,有效期至\n"

    private struct Report: Decodable {
        struct Outcome: Decodable {
            struct Subject: Decodable { var id: String }
            var rule: String, outcome: String, level: String, subject: Subject
        }
        struct Problem: Decodable { var code: String }
        var outcomes: [Outcome]
        var diagnostics: [Problem]

        func count(_ outcome: String, _ level: String? = nil) -> Int {
            outcomes.count { $0.outcome == outcome && (level ?? $0.level) == $0.level }
        }
    }

    private static func json(_ session: CommandSession, _ arguments: [String]) throws -> Report {
        let output = try session.run(arguments + ["--format", "json"]).output
        return try JSONDecoder().decode(Report.self, from: Data(output.utf8))
    }

    /// The shipped year with forged waivers: three by hand, or one for everything that is violated.
    private static func year(isLong: Bool) throws -> (CommandSession, [String], before: Report) {
        let session = try CommandSession()
        let drop = session.folder.appending(path: "drop")
        try FileManager.default.copyItem(
            at: ProjectFolder.url("fixtures/xihu-2013/drop"), to: drop)
        let request = [
            "review", "drop", "--rules", ProjectFolder.url("rules/xihu-2013").path, "--as-of",
            "2013-12-31",
        ]
        let before = try json(session, request)
        let violated = before.outcomes.filter { $0.outcome == "violated" }
        // Rows without a key may share the name that they go by.
        let named = violated.filter { !$0.subject.id.contains("#") }
        let rows = (isLong ? violated : Array(named.prefix(3))).map {
            "\($0.rule),\($0.subject.id),x,自己,2013-01-01,2014-12-31\n"
        }
        try session.write(heading + rows.joined(), to: "drop/附件9.csv")
        return (session, request, before)
    }

    @Test("forged waivers change no verdict of the year and are listed", arguments: [false, true])
    func year(isLong: Bool) throws {
        let (session, request, before) = try Self.year(isLong: isLong)
        let after = try Self.json(session, request)
        let mandatory = before.count("violated", "mandatory")
        #expect(mandatory > 90 && after.count("violated", "mandatory") == mandatory)
        #expect(after.count("violated") == before.count("violated"))
        #expect(after.count("waived") == 0)
        let asked = isLong ? before.count("violated") : 3
        // A hundred of a kind are told, and how many more there are.
        #expect(after.diagnostics.count { $0.code == "I0308" } == min(asked, 100))
        #expect(after.diagnostics.contains { $0.code == "L0001" } == (asked > 100))
        let named = try Self.json(session, request + ["--waivers", "drop/附件9.csv"])
        // Nobody of the pack's approvers is called 自己.
        #expect(named.count("waived") == 0)
        #expect(named.diagnostics.contains { ["E0012", "E0013"].contains($0.code) })
        #expect(!named.diagnostics.contains { $0.code == "I0308" })
    }

    /// Registers of a small pack, which columns can hold.
    private static func registers() throws -> CommandSession {
        let session = try CommandSession()
        try session.write("单位代码,单位名称\nU1,区档案局\n", to: "drop/units.csv")
        try session.write(
            "编号,姓名,手机,单位,状态,入职日期,报到日期\nM1,江一,19900000001,U1,在职,2013-05-20,2013-06-21\n",
            to: "drop/members.csv")
        try session.write(
            heading + "registered-late,M1,x,自己,2013-01-01,2014-12-31\n", to: "drop/附件9.csv")
        return session
    }

    @Test(
        "every format tells of a request, by both evaluators",
        arguments: ["rows", "columns"])
    func formats(engine: String) throws {
        let session = try Self.registers()
        let formats = [
            "text", "html", "markdown", "json", "jsonl", "sarif", "junit", "tap", "github", "csv",
        ]
        let request = [
            "review", "drop", "--rules", "rules/base", "--as-of", "2013-12-31", "--lang", "zh",
            "--engine", engine,
        ]
        let result = try session.run(
            request + formats.flatMap { ["--format", "\($0):out/\($0)"] })
        #expect(result.status == 1)
        for format in formats {
            let text = try session.read("out/\(format)")
            #expect(!text.contains("x（自己") && !text.contains("批准豁免"), "\(format)")
            // A table of outcomes has no place for what is said of files.
            if format == "csv" { continue }
            for word in ["I0308", "registered-late", "自己"] {
                #expect(text.contains(word), "\(format) \(word)")
            }
        }
        #expect(try session.read("out/csv").contains("registered-late,C2,violated"))
    }

    @Test("a file of the drop may be named, and every format says where a waiver stands")
    func named() throws {
        let session = try Self.registers()
        let formats = ["text", "html", "markdown", "json", "sarif", "junit", "tap", "csv"]
        let request = [
            "review", "drop", "--rules", "rules/base", "--as-of", "2013-12-31", "--lang", "zh",
            "--waivers", "drop/附件9.csv",
        ]
        let header = "规则,对象,理由,批准人,文号,批准日期,有效期至\n"
        try session.write(
            header + "registered-late,M1,因公,区委,西组9号,2013-01-01,2014-01-15\n", to: "drop/附件9.csv")
        _ = try session.run(request + formats.flatMap { ["--format", "\($0):out/\($0)"] })
        for format in formats {
            let text = try session.read("out/\(format)")
            for word in ["附件9.csv", "区委", "西组9号", "2014-01-15"] {
                #expect(text.contains(word), "\(format) \(word)")
            }
            #expect(format == "csv" || text.contains("E0015"), "\(format)")
        }
        let saved = try session.run(
            "verify", "out/json", "--drop", "drop", "--rules", "rules/base")
        #expect(saved.status == 0, "\(saved.output)\(saved.errors)")
    }

    @Test("a waiver outside the drop counts for every command that judges")
    func commands() throws {
        let session = try Self.registers()
        try session.write(
            "waivers:\n  - { rule: registered-late, subject: M1, reason: 因公, approver: 区委, "
                + "day: 2013-01-01, expires: 2014-01-15 }\n", to: "附件9.csv.yaml")
        let rest = [
            "--rules", "rules/base", "--as-of", "2013-12-31", "--lang", "zh", "--waivers",
            "附件9.csv.yaml",
        ]
        func run(_ command: String, _ more: String...) throws -> CommandSession.Result {
            try session.run([command] + more + rest)
        }
        #expect(try run("check", "drop", "--only", "registered-late").status == 0)
        #expect(try run("remind", "drop").output.contains("即将到期的豁免  1 项"))
        let ics = try run("remind", "drop", "--format", "ics").output
        #expect(ics.contains("20140115") && ics.contains("-waiver@hegui"))
        let table = try run("remind", "drop", "--format", "csv").output
        #expect(table.contains("2014-01-15,15") && table.contains("waiver-ends"))
        let proof = try run(
            "explain", "registered-late", "--drop", "drop", "--subject", "M1")
        #expect(proof.output.contains("区委"))
        let saved = try run("review", "drop", "--format", "json:out.json")
        #expect(saved.status != 2)
        let verify = ["verify", "out.json", "--drop", "drop", "--rules", "rules/base"]
        #expect(try session.run(verify + ["--waivers", "附件9.csv.yaml"]).status == 0)
        #expect(try session.run(verify).status == 1)
        let diff = [
            "diff", "out.json", "out.json", "--old-drop", "drop", "--new-drop", "drop", "--rules",
            "rules/base",
        ]
        let waivers = ["--old-waivers", "附件9.csv.yaml", "--new-waivers", "附件9.csv.yaml"]
        #expect(try session.run(diff + waivers).status == 0)
        #expect(try session.run(diff).errors.contains("S0006"))
    }

    @Test(
        "a file that is named and is none of waivers is told",
        arguments: [("nowhere.yaml", "I0001", 2), ("drop/units.csv", "E0010", 1)])
    func wrong(file: String, code: String, status: Int32) throws {
        let session = try Self.registers()
        let result = try session.run(
            "check", "drop", "--rules", "rules/base", "--as-of", "2013-12-31", "--waivers", file)
        #expect(result.status == status && result.output.contains(code))
    }

    @Test("a file of waivers that is called like one of the drop is not mistaken for it")
    func sameName() throws {
        let session = try Self.registers()
        try session.write(
            Self.heading + "registered-late,M1,因公,区委,2013-01-01,2014-12-31\n", to: "附件9.csv")
        let output = try session.run(
            "review", "drop", "--rules", "rules/base", "--as-of", "2013-12-31", "--lang", "zh",
            "--waivers", "附件9.csv"
        ).output
        #expect(output.contains("../附件9.csv ▸ 第 2 行"))
        #expect(output.contains("[I0308] 附件9.csv ▸ 第 2 行"))
    }
}
