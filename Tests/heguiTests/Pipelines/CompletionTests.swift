import Testing

/// What a shell is told when somebody presses the key for the rest of a word.
@Suite("Completion")
struct CompletionTests {
    let session: CommandSession

    init() throws {
        session = try CommandSession()
    }

    @Test("rules are completed from the pack that is named on the line")
    func completion() throws {
        let script = try session.run("--generate-completion-script", "bash")
        #expect(script.status == 0)
        let words = ["---completion", "explain", "--", "positional@0", "2", "0"]
        let line = ["hegui", "explain", "", "--rules", "rules/base"]
        let names = try session.run(words + line).output.split(separator: "\n")
        #expect(names.contains("registered-late"), "\(names)")
        #expect(try session.run(words + ["hegui", "explain", ""]).output.isEmpty)
    }
}
