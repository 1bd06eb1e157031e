import Foundation
import Testing

@Suite("What no report may do")
struct OutputSafetyTests {
    private let session: CommandSession

    init() throws {
        session = try CommandSession()
        try session.write("单位代码,单位名称\nU1,区档案局\n", to: "drop/units.csv")
        try session.write(
            "编号,姓名,手机,单位,状态,入职日期,报到日期\nM1,江一,19900000001,U1,在职,2013-05-20,2013-06-21\n",
            to: "drop/members.csv")
        try session.write("*.bak\n", to: "drop/.heguiignore")
        try session.write("旧表\n", to: "drop/members.bak")
        let manager = FileManager.default
        let folder = session.folder
        try manager.createSymbolicLink(
            at: folder.appending(path: "link"), withDestinationURL: folder.appending(path: "drop"))
        try manager.createSymbolicLink(
            at: folder.appending(path: "later"),
            withDestinationURL: folder.appending(path: "new.json"))
        try manager.linkItem(
            at: folder.appending(path: "drop/units.csv"), to: folder.appending(path: "hard.csv"))
    }

    private var request: [String] {
        ["review", "drop", "--rules", "rules/base", "--as-of", "2013-12-31", "--lang", "en"]
    }

    @Test(
        "a report does not take the place of what is read, or of another report",
        arguments: [
            (["json:drop/members.csv"], "a file of the drop"),
            (["json:./drop/../drop/units.csv"], "drop"),
            (["json:link/units.csv"], "a file of the drop"),
            (["json:hard.csv"], "a file of the drop"),
            (["json:drop/members.bak"], "a file of the drop"),
            (["json:drop/.heguiignore"], "a file of the drop"),
            (["json:rules/base/pack.yaml"], "a file of the rule pack"),
            (["json:rules/calendars/plain.yaml"], "a file of the rule pack"),
            (["json:base.json"], "the baseline"),
            (["json:new.json", "sarif:./new.json"], "two formats go to"),
            (["json:new.json", "sarif:later"], "two formats go to"),
            (["json:a/b/x", "sarif:a/./c/../b/x"], "two formats go to"),
            (["json:drop/new.json", "sarif:link/new.json"], "two formats go to"),
        ])
    func refused(formats: [String], word: String) throws {
        _ = try session.run(request + ["--format", "json:base.json"])
        let before = try session.read("drop/members.csv") + session.read("drop/units.csv")
        let more = formats.flatMap { ["--format", $0] } + ["--baseline", "base.json"]
        let result = try session.run(request + more)
        #expect(result.status == 2)
        #expect(result.errors.contains(word), "\(result.errors)")
        #expect(try session.read("drop/members.csv") + session.read("drop/units.csv") == before)
    }

    @Test("where nothing can be written is said before the work, with the reason")
    func early() throws {
        try session.write("", to: "plain")
        let result = try session.run(
            request + [
                "--progress", "--format", "json:good.json", "--format", "sarif:plain/x.sarif",
            ])
        #expect(result.status == 2)
        #expect(
            result.errors.contains(
                "cannot write the file `plain/x.sarif`: a part of the path is no folder"))
        #expect(!result.errors.contains("judging"))
        let files = try FileManager.default.contentsOfDirectory(atPath: session.folder.path)
        #expect(!files.contains { $0.hasPrefix("good.json") })
    }

    @Test("every format is tried, and each failure told")
    func each() throws {
        let result = try session.run(
            request + [
                "--format", "json:/dev/full", "--format", "markdown:x.md", "--format",
                "sarif:/dev/full",
            ]
        )
        // One device is one place.
        #expect(result.status == 2 && result.errors.contains("two formats go to"))
        let other = try session.run(
            request + ["--format", "json:/dev/full", "--format", "markdown:x.md"])
        #expect(other.status == 2)
        #expect(other.errors.contains("`/dev/full`: no space is left on the disk"))
        #expect(try session.read("x.md").contains("江一"))
    }

    @Test("the drop is accounted for the same where reports go into its folder")
    func beside() throws {
        let other = try session.run(request)
        let same = try session.run(
            request + ["--format", "text", "--format", "json:drop/x.json"])
        #expect(same.output == other.output)
        #expect(try session.read("drop/x.json").contains("江一"))
    }

    @Test("a signal leaves no draft", arguments: [SIGINT, SIGTERM, SIGHUP])
    func signals(number: Int32) throws {
        // A pipe that nobody reads keeps the command waiting after the first draft is there.
        let pipe = session.folder.appending(path: "pipe").path
        let made = unsafe mkfifo(pipe, 0o600)
        #expect(made == 0)
        let process = Process()
        process.executableURL = CommandSession.built("hegui")
        process.arguments = request + ["--format", "json:out.json", "--format", "sarif:pipe"]
        process.currentDirectoryURL = session.folder
        process.standardError = FileHandle.nullDevice
        try Self.withoutBlockedSignals { try process.run() }
        let draft = session.folder.appending(path: "out.json.\(process.processIdentifier).part")
            .path
        for _ in 0..<600 where !FileManager.default.fileExists(atPath: draft) { usleep(50_000) }
        #expect(FileManager.default.fileExists(atPath: draft))
        kill(process.processIdentifier, number)
        for _ in 0..<200 where process.isRunning { usleep(50_000) }
        // Nobody waits forever where it has not worked.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        #expect(process.terminationStatus == number)
        #expect(!FileManager.default.fileExists(atPath: draft))
    }

    /// A program inherits what the thread has blocked that starts it, as those of the tests have.
    private static func withoutBlockedSignals(_ body: () throws -> Void) rethrows {
        var none = sigset_t()
        var before = sigset_t()
        unsafe sigemptyset(&none)
        unsafe pthread_sigmask(SIG_SETMASK, &none, &before)
        defer { _ = unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
        try body()
    }

    @Test("what cannot be read is told with the reason")
    func unreadable() throws {
        let result = try session.run(request + ["--baseline", "nowhere.json"])
        #expect(result.status == 2)
        #expect(
            result.errors.contains("cannot read the file `nowhere.json`: there is no such path"))
    }

    @Test(
        "a mistake on the command line is said in both languages",
        arguments: [
            (["chekc", "drop"], ["没有子命令 `chekc`", "did you mean `hegui check`?"]),
            (["check", "--bogus"], ["没有选项 `--bogus`", "Unknown option"]),
            (["check", "drop", "--fail-on", "x"], ["不接受 `x`", "is invalid"]),
            (["lint"], ["缺少参数 `<pack>`", "Missing expected argument"]),
            (["check", "drop", "--rules"], ["后面缺少值", "Missing value"]),
            (["plan"], ["hegui plan"]), (["remind"], ["hegui remind"]),
            (["bulletin"], ["hegui bulletin"]),
            (["missing"], ["hegui missing"]),
        ])
    func usage(arguments: [String], words: [String]) throws {
        let result = try session.run(arguments)
        #expect(result.status == 2)
        for word in words { #expect(result.errors.contains(word), "\(result.errors)") }
    }

    @Test("hegui plan takes the pack as its first argument")
    func plan() throws {
        let result = try session.run("plan", "rules/base", "drop", "--as-of", "2013-12-31")
        #expect(result.status == 0, "\(result.errors)")
    }
}
