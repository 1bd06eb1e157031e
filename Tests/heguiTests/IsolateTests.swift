import Foundation
import Testing

@Suite("Files tried in a process of their own")
final class IsolateTests {
    private let session: CommandSession

    init() throws { session = try CommandSession() }

    @Test("a drop of sound files is reviewed as without the trial")
    func sound() throws {
        try session.write("编号,姓名\nM1,赵一\n", to: "drop/members.csv")
        let words = ["review", "drop", "--rules", "rules/base", "--as-of", "2013-12-31"]
        let plain = try session.run(words)
        let tried = try session.run(words + ["--isolate"])
        #expect(tried.output == plain.output && tried.status == plain.status)
    }

    @Test("the trial says nothing, and fails where there is no file")
    func trial() throws {
        try session.write("编号,姓名\nM1,赵一\n", to: "drop/members.csv")
        let options = ["--rules", "rules/base", "--as-of", "2013-12-31", "--"]
        let found = try session.run(["probe"] + options + ["drop/members.csv"])
        #expect(found.status == 0 && found.output.isEmpty)
        // A pack that cannot be read tries nothing.
        let other = ["--rules", "rules/none", "--as-of", "2013-12-31", "--", "drop/members.csv"]
        #expect(try session.run(["probe"] + other).status != 0)
    }

    /// A file that is read whole does not fit the memory that the review may use; nothing else is wrong
    /// with it.
    @Test("a file that ends its reader is lost, and the rest is in the report")
    func ended() throws {
        try session.write("编号,姓名\nM1,赵一\n", to: "drop/members.csv")
        try session.write("", to: "drop/roll.xlsx")
        let large = try FileHandle(
            forWritingTo: session.folder.appending(path: "drop/roll.xlsx"))
        try large.truncate(atOffset: 250 << 20)
        try large.close()
        let words = [
            "review", "drop", "--rules", "rules/base", "--as-of", "2013-12-31", "--lang", "en",
            "--format", "json",
        ]
        #expect(try limited(words).status > 2)
        let tried = try limited(words + ["--isolate"])
        #expect(tried.status == 2)
        #expect(tried.errors.contains("I0404") && tried.errors.contains("roll.xlsx"))
        try session.remove("drop/roll.xlsx")
        let outcomes = fingerprints(try session.run(words).output)
        #expect(!outcomes.isEmpty && fingerprints(tried.output) == outcomes)
    }

    /// Runs the command with less memory than the large file needs.
    private func limited(_ words: [String]) throws -> CommandSession.Result {
        let command = CommandSession.built("hegui").path
        return try session.run(
            URL(filePath: "/bin/bash"),
            ["-c", #"ulimit -v 300000; ulimit -c 0; exec "$0" "$@""#, command] + words,
            environment: ["SWIFT_BACKTRACE": "enable=no"])
    }

    private func fingerprints(_ report: String) -> [Substring] {
        report.matches(of: /"fingerprint": "([0-9a-f]+)"/).map(\.1)
    }
}
