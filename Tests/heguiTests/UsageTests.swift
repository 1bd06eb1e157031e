import Testing

@Suite("The command line")
struct UsageTests {
    let session: CommandSession

    init() throws {
        session = try CommandSession()
    }

    @Test("the version is told on standard output")
    func version() throws {
        let result = try session.run("--version")
        #expect(result.status == 0)
        #expect(result.output == "hegui 0.1.0\n")
    }

    @Test("help speaks Chinese and English", arguments: ["check", "review", "lint"])
    func help(command: String) throws {
        let result = try session.run(command, "--help")
        #expect(result.status == 0)
        #expect(result.output.contains("规则包的文件夹"))
        #expect(result.output.contains("The folder of the rule pack"))
    }

    @Test(
        "a mistake in the arguments ends with 2 and leaves standard output empty",
        arguments: [
            (["check", "--bogus"], "--bogus"),
            (["check"], "没有指明报送材料"),
            (["check", "drop"], "没有指明规则包"),
            (["check", "drop", "--rules", "rules/base"], "2013-12-31"),
            (["check", "drop", "--rules", "rules/base", "--as-of", "2013-02-30"], "`2013-02-30`"),
            (["check", "drop", "--rules", "none", "--as-of", "2013-12-31"], "`none`"),
            (["check", "drop", "--set", "x"], "The value 'x' is invalid for '--set"),
            (["lint", "none"], "`none`"),
            (["frobnicate"], "frobnicate"),
        ])
    func mistakes(arguments: [String], word: String) throws {
        let result = try session.run(arguments)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains(word))
    }

    @Test(
        "an impossible request names what is possible",
        arguments: [
            (["--set", "activites=2"], "did you mean `activities`?"),
            (["--set", "activities=two"], "a whole number"),
            (["--set", "rate=lots"], "a ratio such as 95%"),
            (["--format", "text:a", "--format", "json:a"], "two formats go to `a`"),
            (["--format", "csv:a.csv", "--format", "json:a-standings.csv"], "`a-standings.csv`"),
            (["--format", "text:-", "--format", "json"], "two formats go to standard output"),
            (["--format", "json:a", "--out", "out"], "nothing would go to --out"),
            (["--format", "csv", "--out", "rules/base/pack.yaml"], "is a file"),
            (["--format", "json:"], "- text"),
            (["--format", "jsun"], "- json"),
            (["--format", "json", "--format", "text"], "--out"),
        ])
    func impossible(arguments: [String], word: String) throws {
        let request = ["check", ".", "--rules", "rules/base", "--as-of", "2013-12-31"]
        let result = try session.run(request + ["--lang", "en"] + arguments)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains(word))
    }

    @Test("without --as-of the user is told why it is needed, in the language of the locale")
    func missingDay() throws {
        let request = ["check", "drop", "--rules", "rules/base"]
        let chinese = try session.run(request, locale: "zh_CN.UTF-8").errors
        #expect(chinese.contains("程序不看今天是几号") && !chinese.contains("clock"))
        let english = try session.run(request + ["--lang", "en"]).errors
        #expect(english.contains("the clock is never asked") && !english.contains("程序"))
    }
}
