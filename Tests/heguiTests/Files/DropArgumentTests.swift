import Foundation
import Testing

@Suite("What is read as the drop")
struct DropArgumentTests {
    private let session: CommandSession
    private static let members =
        "编号,姓名,手机,单位,状态,入职日期,报到日期\nM1,江一,19900000001,U1,在职,2013-05-20,2013-06-21\n"

    init() throws {
        session = try CommandSession()
        try session.write("单位代码,单位名称\nU1,区档案局\n", to: "drop/units.csv")
        try session.write(Self.members, to: "drop/members.csv")
    }

    /// Runs a line of a shell in which `h` is the command with pack and day.
    private func shell(_ line: String) throws -> CommandSession.Result {
        let command = CommandSession.built("hegui").path
        let function =
            "h() { k=$1; shift; '\(command)' $k \"$@\" --rules rules/base --as-of 2013-12-31 --lang en; }\n"
        return try session.run(URL(filePath: "/bin/bash"), ["-c", function + line])
    }

    @Test(
        "a pipe is read like a file",
        arguments: [
            "cat drop/members.csv | h review - drop/units.csv",
            "cat drop/members.csv | h review /dev/stdin drop/units.csv",
            "h review <(cat drop/members.csv) drop/units.csv",
            "cat drop/members.csv | h review --isolate - drop/units.csv",
            "cat drop/members.csv | h review --engine columns - drop/units.csv",
            "mkfifo p; cat drop/members.csv >p & h review p drop/units.csv",
        ])
    func pipes(line: String) throws {
        let result = try shell(line)
        #expect(result.status == 1, "\(result.errors)")
        #expect(result.output.contains("江一"))
    }

    @Test("what comes from standard input is called so, in places too")
    func standardInput() throws {
        let result = try shell(
            "cat drop/members.csv | h check - --format sarif:x.sarif --format text")
        #expect(result.output.contains("stdin"))
        #expect(!(try session.read("x.sarif")).contains("/proc/"))
    }

    @Test(
        "a pattern in quotes is expanded",
        arguments: ["'drop/*.csv'", "'d*/**/[mu]*.csv'", "'./drop/????s.csv' 'drop/mem*'"])
    func patterns(texts: String) throws {
        let result = try shell("h review \(texts)")
        #expect(result.status == 1, "\(result.errors)")
        #expect(result.output.contains("江一") && result.output.contains("区档案局"))
    }

    @Test("a pattern that matches nothing ends with 2")
    func noMatch() throws {
        let result = try shell("h check 'drop/*.xlsx'")
        #expect(result.status == 2)
        #expect(result.errors.contains("no file or folder matches `drop/*.xlsx`"))
    }

    @Test("files are left aside by patterns, and each is told")
    func excluded() throws {
        try session.write(Self.members, to: "drop/旧/members.bak.csv")
        let result = try shell(
            "h review drop --exclude '*.bak.csv' --format text --format json:x.json")
        #expect(result.output.contains("members.bak.csv"))
        #expect(result.wholeLines.contains("left aside by --exclude `*.bak.csv`"))
        #expect(try session.read("x.json").contains("\"excluded\": [\"*.bak.csv\"]"))
        let verified = try session.run(
            "verify", "x.json", "--drop", "drop", "--rules", "rules/base", "--lang", "en")
        #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
    }

    @Test("a list at the top of the drop is obeyed and told; one below is told and not obeyed")
    func ignoreList() throws {
        try session.write("members.csv\n", to: "drop/.heguiignore")
        let top = try shell("h review drop")
        #expect(top.output.contains("I0022"))
        #expect(top.output.contains("files not read because of its patterns: 1"))
        #expect(top.wholeLines.contains("left aside by line 1 of .heguiignore, `members.csv`"))
        #expect(!top.output.contains("江一"))
        try session.remove("drop/.heguiignore")
        try session.write("*\n", to: "drop/x/.heguiignore")
        let below = try shell("h review drop")
        #expect(below.output.contains("is not at the top of the drop and has no effect"))
        #expect(below.output.contains("江一"))
    }

    @Test(
        "a link out of the drop is told and not followed",
        arguments: [
            ("secret.csv", "drop/a.csv"), ("outside", "drop/folder"),
            ("secret.csv", "drop/x/deep.csv"),
        ])
    func links(target: String, link: String) throws {
        try session.write("密级,代号\n机密,甲\n", to: "secret.csv")
        try session.write("密级,代号\n机密,甲\n", to: "outside/secret.csv")
        let manager = FileManager.default
        let place = session.folder.appending(path: link)
        try manager.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try manager.createSymbolicLink(
            at: place, withDestinationURL: session.folder.appending(path: target))
        let result = try shell("h review drop")
        #expect(result.status == 2)
        #expect(result.output.contains("I0023") && !result.output.contains("密级"))
        // Whoever runs the review may name it.
        let named = try shell("h review drop \(target)")
        #expect(!(named.output + named.errors).contains("I0023"))
    }

    @Test("links within the drop, and the drop itself as a link, are followed")
    func innerLinks() throws {
        let result = try shell("ln -s drop way; ln -s members.csv drop/again.csv; h review way")
        #expect(result.status == 1)
        #expect(!result.output.contains("I0023") && result.output.contains("I0002"))
    }

    @Test("names that are no text stay exact")
    func rawNames() throws {
        let result = try shell(
            "mv drop/members.csv $'drop/\\xb5\\xa5.csv'; h check drop --format sarif:x.sarif --format github"
        )
        #expect(result.output.contains("file=drop/%B5%A5.csv,"))
        #expect(try session.read("x.sarif").contains("\"uri\": \"drop/%B5%A5.csv\""))
    }
}
