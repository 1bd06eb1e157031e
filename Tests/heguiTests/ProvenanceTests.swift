import Foundation
import Testing

/// What a report says of where it comes from and of what it hides.
@Suite("Provenance and privacy")
struct ProvenanceTests {
    private struct Report: Decodable {
        struct Provenance: Decodable {
            struct Part: Decodable { var sha256: String }
            struct File: Decodable { var file: String, sha256: String }
            struct Setting: Decodable { var name: String, value: Int, pack_value: Int }
            var pack: Part, calendar: Part, files: [File], parameters: [Setting]
            var only: [String], revealed: [String]
        }
        var provenance: Provenance
    }

    let session: CommandSession

    init() throws {
        session = try CommandSession()
        try session.write("单位代码,单位名称\nU1,区档案局\n", to: "drop/units.csv")
        try session.write(
            """
            编号,姓名,手机,单位,状态,入职日期,报到日期
            M1,江一,19900000001,U1,在职,2013-05-20,2013-06-21

            """, to: "drop/members.csv")
        try session.replace(
            "逾期{days_late}天", "{member.mobile}逾期{days_late}天",
            in: "rules/base/rules/member/registered-late.yaml")
    }

    private func run(_ arguments: String...) throws -> CommandSession.Result {
        let request = ["review", "drop", "--rules", "rules/base", "--as-of", "2013-12-31"]
        return try session.run(request + ["--lang", "zh"] + arguments)
    }

    private func provenance(_ arguments: String...) throws -> Report.Provenance {
        let request = [
            "review", "drop", "--rules", "rules/base", "--as-of", "2013-12-31", "--format", "json",
        ]
        let text = try session.run(request + arguments).output
        return try JSONDecoder().decode(Report.self, from: Data(text.utf8)).provenance
    }

    /// Returns what `sha256sum`, which is not ours, says.
    private func shell(_ command: String) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = session.folder
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(String(decoding: data, as: UTF8.self).prefix(64))
    }

    @Test("pack, calendar and files are known by the digests that sha256sum gives")
    func digests() throws {
        let provenance = try provenance()
        let list = "find * -type f | LC_ALL=C sort | xargs sha256sum | sha256sum"
        #expect(try provenance.pack.sha256 == shell("cd rules/base && \(list)"))
        #expect(try provenance.calendar.sha256 == shell("sha256sum rules/calendars/plain.yaml"))
        #expect(provenance.files.map(\.file) == ["members.csv", "units.csv"])
        for file in provenance.files {
            #expect(try file.sha256 == shell("sha256sum drop/\(file.file)"))
        }
    }

    @Test(
        "reports without a list of digests have one for all files, and a bulletin names no file",
        arguments: [
            ["review", "--format", "text"], ["review", "--format", "github"], ["bulletin"],
            ["remind"],
        ])
    func material(request: [String]) throws {
        let digest = try shell(
            "cd drop && find * -type f | LC_ALL=C sort | xargs sha256sum | sha256sum")
        let text = try session.run(
            request + ["drop", "--rules", "rules/base", "--as-of", "2013-12-31", "--lang", "zh"]
        ).output
        #expect(text.contains("材料") && text.contains("2 个文件，SHA-256 \(digest)"))
        #expect(request != ["bulletin"] || !text.contains("members.csv"))
    }

    @Test("a changed byte of pack or drop changes its digest and no other")
    func changed() throws {
        let before = try provenance()
        try session.write("单位代码,单位名称\nU1,区档案馆\n", to: "drop/units.csv")
        let drop = try provenance()
        #expect(drop.pack.sha256 == before.pack.sha256)
        #expect(drop.files.map(\.sha256) != before.files.map(\.sha256))
        #expect(drop.files[0].sha256 == before.files[0].sha256)
        try session.replace("逾期", "晚", in: "rules/base/rules/member/registered-late.yaml")
        #expect(try provenance().pack.sha256 != before.pack.sha256)
    }

    @Test("what was set, selected and revealed is stated")
    func stated() throws {
        let plain = try provenance()
        #expect(plain.parameters.isEmpty && plain.only.isEmpty && plain.revealed.isEmpty)
        let provenance = try provenance(
            "--set", "activities=1", "--set", "activities=3", "--only", "江一", "--reveal", "mobile")
        let setting = provenance.parameters[0]
        #expect(setting.name == "activities" && setting.value == 3 && setting.pack_value == 2)
        #expect(provenance.only == ["江一"])
        #expect(provenance.revealed == ["members.mobile"])
    }

    @Test(
        "a number is masked in every format unless its column is revealed",
        arguments: ["text", "json", "jsonl", "csv"])
    func masked(format: String) throws {
        let masked = try run("--format", format).output
        #expect(masked.contains("199****0001") && !masked.contains("19900000001"))
        let revealed = try run("--format", format, "--reveal", "members.mobile").output
        #expect(revealed.contains("19900000001") && !revealed.contains("199****0001"))
    }

    @Test("text says what is not masked")
    func saysSo() throws {
        #expect(try run("--reveal", "mobile").output.contains("未遮盖  mobile（members.mobile）"))
        #expect(try !run().output.contains("未遮盖"))
    }

    @Test(
        "what cannot be revealed is named",
        arguments: [
            ("mobil", "是不是想写 `mobile`"), ("name", "列 `name` 本来就不遮盖"),
            ("units.mobile", "没有列 `units.mobile`"),
        ])
    func impossible(column: String, words: String) throws {
        let result = try run("--reveal", column)
        #expect(result.status == 2)
        #expect(result.errors.contains(words))
    }
}
