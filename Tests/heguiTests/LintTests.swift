import FoundationEssentials
import HeguiTestSupport
import Testing

@Suite("hegui lint")
struct LintTests {
    let session: CommandSession

    init() throws {
        session = try CommandSession()
    }

    @Test(
        "every shipped pack is clean and summed up in a line",
        arguments: PackFolder.rules.names.map { ProjectFolder.url("rules/" + $0).path })
    func sound(folder: String) throws {
        let result = try session.run("lint", folder, "--lang", "en")
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        let last = result.output.split(separator: "\n").last ?? ""
        #expect(last.hasSuffix("examples hold"))
        #expect(!result.output.contains("warning["))
    }

    @Test("what the linter warns of is 1", arguments: ["rules/base", "rules/base/"])
    func warnings(folder: String) throws {
        let result = try session.run("lint", folder, "--lang", "en")
        #expect(result.status == 1)
        #expect(result.errors.isEmpty)
        #expect(result.output.contains("warning[R0707]"))
        #expect(!result.output.contains("error["))
    }

    @Test("a threshold that no example tries is shown with the values to try")
    func untried() throws {
        let result = try session.run("lint", "rules/base", "--lang", "en")
        #expect(result.output.contains("note[R0712]"))
        #expect(result.output.contains("not tested with 1, with 2, with 3"))
    }

    @Test("a note alone is 0")
    func notes() throws {
        let result = try session.run(
            "lint", ProjectFolder.url("rules/volunteering").path, "--lang", "en")
        #expect(result.status == 0)
        #expect(result.output.contains("note[R0700]"))
    }

    @Test("a mistake is shown at its place, and the status is 1")
    func broken() throws {
        try session.replace("member.working", "member.workin", in: Self.rule)
        let result = try session.run("lint", "rules/base", "--lang", "en")
        #expect(result.status == 1)
        #expect(result.output.contains("\(Self.rule):5:14"))
        #expect(result.output.contains("did you mean `working`?"))
    }

    @Test("an example that does not hold is shown at what it expected")
    func failingExample() throws {
        try session.replace("gap: 2 }", "gap: 3 }", in: Self.rule)
        let result = try session.run("lint", "rules/base", "--lang", "en")
        #expect(result.status == 1)
        #expect(result.output.contains("error[E0101]"))
        #expect(result.output.contains("`gap` is `2`"))
    }

    @Test("an example that does not hold says once what is otherwise and why, as a review would")
    func reasons() throws {
        let rule = "rules/base/rules/member/registered-late.yaml"
        try session.replace("hired_on: 2013-05-20", "hired_on: 2013-02-30", in: rule)
        let result = try session.run("lint", "rules/base", "--lang", "en")
        #expect(result.output.matches(of: /error\[E0101\]/).count == 1)
        #expect(result.output.contains("`due` is"))
        #expect(result.output.contains("row 1 of `members` in `given`: "))
        #expect(result.output.contains("2013-02 has no day 30"))
    }

    @Test("a comment with a code and a reason silences a warning on its line or the next")
    func ignored() throws {
        let award = "rules/base/awards/best-unit.yaml"
        try session.replace(
            "id: too-few-activities", "id: too-few-activities # hegui: ignore R0707 — cases do",
            in: Self.rule)
        try session.replace(
            "id: best-unit", "# hegui: ignore R0707, R0705 — shown next year\nid: best-unit",
            in: award)
        let result = try session.run("lint", "rules/base", "--lang", "en")
        #expect(!result.output.contains("rule `too-few-activities` has no example"))
        #expect(!result.output.contains("award `best-unit` has no example"))
        #expect(result.output.contains("rule `registered-late` has no example"))
        #expect(result.output.contains("there is no R0705 to ignore here"))
        #expect(result.output.contains("\(award):1:1"))
    }

    @Test(
        "a comment without a code or a reason silences nothing and is told of",
        arguments: ["R0707", "R0707 —", "— because"])
    func unclear(words: String) throws {
        try session.replace(
            "id: too-few-activities", "id: too-few-activities # hegui: ignore \(words)",
            in: Self.rule)
        let result = try session.run("lint", "rules/base", "--lang", "en")
        #expect(result.output.contains("rule `too-few-activities` has no example"))
        #expect(result.output.contains("warning[L0003]"))
    }

    @Test("programs are told the same", arguments: ["json", "sarif", "github"])
    func formats(format: String) throws {
        try session.replace("gap: 2 }", "gap: 3 }", in: Self.rule)
        let result = try session.run("lint", "rules/base", "--format", format, "--lang", "en")
        #expect(result.status == 1)
        #expect(
            result.output
                == (try Golden.text("fixtures/commands/lint/\(format).txt", result.output)))
    }

    @Test("only one code is shown where only that is asked for, and the status goes by it")
    func only() throws {
        let result = try session.run("lint", "rules/base", "--only", "R0712", "--lang", "en")
        #expect(result.status == 0)
        #expect(result.output.contains("note[R0712]"))
        #expect(!result.output.contains("R0707"))
        let unknown = try session.run("lint", "rules/base", "--only", "R0770", "--lang", "en")
        #expect(unknown.status == 2)
        #expect(unknown.errors.contains("did you mean `R07"))
    }

    @Test("messages follow the language")
    func language() throws {
        try session.replace("gap: 2 }", "gap: 3 }", in: Self.rule)
        let chinese = try session.run(["lint", "rules/base"], locale: "zh_CN.UTF-8")
        #expect(chinese.output.contains("错误[E0101]"))
        let own = try session.run("lint", "rules/base")
        #expect(own.output.contains("error[E0101]"))
    }

    private static let rule = "rules/base/rules/member/too-few-activities.yaml"
}
