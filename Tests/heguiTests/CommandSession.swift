import Foundation
import HeguiTestSupport
import Testing

/// A folder of its own with a small pack and drop, in which the real command runs.
final class CommandSession {
    struct Result {
        let status: Int32
        let output: String
        let errors: String

        /// The output with the lines whole that were broken where they are full.
        var wholeLines: String { output.replacing(/\n {6,}/, with: " ") }
    }

    let folder: URL

    private static let command = built("hegui")

    private static let fixtures = ProjectFolder.url("fixtures")

    /// Returns the command of a product that the tests were built with: it lies beside them.
    static func built(_ product: String) -> URL {
        URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appending(path: product)
    }

    init() throws {
        let manager = FileManager.default
        folder = manager.temporaryDirectory.appending(path: "hegui-\(UUID().uuidString)")
        let packs = Self.fixtures.appending(path: "broken-packs")
        let rules = folder.appending(path: "rules")
        let calendars = rules.appending(path: "calendars")
        try manager.createDirectory(at: calendars, withIntermediateDirectories: true)
        try manager.copyItem(
            at: packs.appending(path: "base"), to: rules.appending(path: "base"))
        try manager.copyItem(
            at: packs.appending(path: "plain.yaml"), to: calendars.appending(path: "plain.yaml"))
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Writes a file below the session's folder.
    func write(_ text: String, to path: String) throws {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// Returns the text of a file below the session's folder.
    func read(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appending(path: path)), as: UTF8.self)
    }

    /// Removes a file below the session's folder.
    func remove(_ path: String) throws {
        try FileManager.default.removeItem(at: folder.appending(path: path))
    }

    /// Replaces what must be there in a file below the session's folder.
    func replace(_ old: String, _ new: String, in path: String) throws {
        let text = try read(path)
        #expect(text.contains(old))
        try write(text.replacingOccurrences(of: old, with: new), to: path)
    }

    func run(_ arguments: String...) throws -> Result {
        try run(arguments)
    }

    /// Runs the command in the session's folder and waits for its end.
    func run(
        _ arguments: [String], locale: String = "C", environment: [String: String] = [:]
    ) throws -> Result {
        try run(Self.command, arguments, locale: locale, environment: environment)
    }

    /// Runs another command there.
    func run(
        _ command: URL, _ arguments: [String], locale: String = "C",
        environment more: [String: String] = [:], in place: String = ""
    ) throws -> Result {
        let process = Process()
        process.executableURL = command
        process.arguments = arguments
        process.currentDirectoryURL = folder.appending(path: place)
        var environment = ProcessInfo.processInfo.environment
        environment["GITHUB_STEP_SUMMARY"] = nil
        environment.merge(more) { $1 }
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] { environment[name] = locale }
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        // Files rather than pipes: nothing has to be read while the command writes.
        let (output, errors) = (folder.appending(path: "stdout"), folder.appending(path: "stderr"))
        try Data().write(to: output)
        try Data().write(to: errors)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: try read("stdout"),
            errors: try read("stderr"))
    }
}
