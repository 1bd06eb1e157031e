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
}
