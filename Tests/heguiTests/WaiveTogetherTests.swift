import Foundation
import HeguiTestSupport
import Testing

/// Several who record waivers in one file.
@Suite("hegui waive, together and in private")
struct WaiveTogetherTests {
    private let session: CommandSession

    init() throws { session = try CommandSession() }

    /// Begins to record the waiver of that number.
    private func start(_ number: Int, file: String) throws -> Process {
        let process = Process()
        process.executableURL = CommandSession.built("hegui")
        process.currentDirectoryURL = session.folder
        process.arguments = [
            "waive", "--rules", "rules/base", "--rule", "registered-late", "--subject",
            "M\(number)", "--reason", "因公", "--approver", "区委", "--day", "2013-12-01",
            "--expires", "2014-06-30", "--file", file,
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    @Test("ten at once lose nothing", arguments: ["waivers.yaml", "new/folder/waivers.yaml"])
    func ten(file: String) throws {
        let processes = try (1...10).map { try start($0, file: file) }
        for process in processes { process.waitUntilExit() }
        #expect(processes.allSatisfy { $0.terminationStatus == 0 })
        let text = try session.read(file)
        for number in 1...10 {
            #expect(text.matches(of: try Regex("subject: M\(number),")).count == 1, "\(text)")
        }
        let folder = session.folder.appending(path: file).deletingLastPathComponent().path
        let left = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(left.filter { $0.hasSuffix(".part") || $0.hasSuffix(".lock") } == [])
    }

    private func mode(of file: String) throws -> Int? {
        let path = session.folder.appending(path: file).path
        return try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test("the file keeps its mode", arguments: [0o600, 0o640, 0o664, 0o444])
    func mode(mode: Int) throws {
        try session.write("waivers: []\n", to: "w.yaml")
        try FileManager.default.setAttributes(
            [.posixPermissions: mode], ofItemAtPath: session.folder.appending(path: "w.yaml").path)
        let process = try start(1, file: "w.yaml")
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(try self.mode(of: "w.yaml") == mode)
        #expect(try session.read("w.yaml").contains("M1"))
    }

    @Test("a new file has the mode that others made here have")
    func newFile() throws {
        let process = try start(1, file: "w.yaml")
        process.waitUntilExit()
        let made = session.folder.appending(path: "other")
        let descriptor = FileManager.default.createFile(atPath: made.path, contents: nil)
        #expect(descriptor)
        let isPublic = try mode(of: "w.yaml").map { $0 & 0o111 == 0 && $0 & 0o600 == 0o600 }
        #expect(isPublic == true)
    }

    @Test(
        "what the pack does not allow is refused, and the file stays as it is",
        arguments: [
            (["--approver", "自己"], "E0013"), (["--approver", "区委组织部（M1）"], "E0014"),
            (["--rule", "too-few-activities"], "E0012"),
        ])
    func refusals(arguments: [String], code: String) throws {
        try session.replace(
            "parameters:", "waivers: { by: [区委组织部] }\nparameters:", in: "rules/base/pack.yaml")
        try session.replace(
            "level:", "waivable: false\nlevel:",
            in: "rules/base/rules/member/too-few-activities.yaml")
        let request = [
            "waive", "--rules", "rules/base", "--subject", "M1", "--reason", "因公", "--day",
            "2013-12-01", "--expires", "2014-06-30", "--file", "w.yaml", "--lang", "zh",
        ]
        func run(_ more: [String]) throws -> CommandSession.Result {
            var all = ["--rule": "registered-late", "--approver": "区委组织部"]
            for index in stride(from: 0, to: more.count, by: 2) {
                all[more[index]] = more[index + 1]
            }
            return try session.run(request + all.sorted { $0.key < $1.key }.flatMap { [$0, $1] })
        }
        let refused = try run(arguments)
        #expect(refused.status == 2 && refused.errors.contains(code), "\(refused.errors)")
        #expect(
            !FileManager.default.fileExists(atPath: session.folder.appending(path: "w.yaml").path))
        let taken = try run(["--document", "西组〔2013〕9号"])
        #expect(taken.status == 0, "\(taken.errors)")
        #expect(try session.read("w.yaml").contains("西组〔2013〕9号"))
    }
}
