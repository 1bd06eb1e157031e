import FoundationEssentials
import HeguiTestSupport
import Testing

@Suite("hegui explain, clauses and docs")
struct ExplainCommandTests {
    let session: CommandSession

    init() throws {
        session = try CommandSession()
        try session.write("单位代码,单位名称\nU1,区档案局\nU2,区图书馆\n", to: "drop/units.csv")
        try session.write(
            """
            编号,姓名,手机,单位,状态,入职日期,报到日期
            M1,江一,19900000001,U1,在职,2013-05-20,2013-06-21
            M2,李二,19900000002,U1,在职,2013-05-20,2013-06-03
            M3,孙三,19900000003,U2,离职,2013-05-20,

            """, to: "drop/members.csv")
        try session.write(
            """
            编号,日期,内容
            M1,2013-03-05,植树
            M1,2013-05-12,
            M2,2013-03-05,植树

            """, to: "drop/activities.csv")
    }

    private func explain(
        _ rule: String, of subject: String, in language: String, _ rest: String...
    ) throws -> CommandSession.Result {
        try session.run(
            [
                "explain", rule, "--rules", "rules/base", "--drop", "drop", "--as-of",
                "2013-12-31", "--subject", subject, "--lang", language,
            ] + rest)
    }

    @Test(
        "a verdict is proved from its clause, expressions, rows and cells",
        arguments: [
            ("too-few-activities", "M1"), ("registered-late", "江一"),
            ("too-few-activities", "孙三"), ("rate-too-low", "区档案局"),
        ], ["zh", "en"])
    func proof(request: (rule: String, subject: String), language: String) throws {
        let result = try explain(request.rule, of: request.subject, in: language)
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        let name = "fixtures/commands/explain/\(request.rule)-\(request.subject).\(language).txt"
        #expect(result.output == (try Golden.text(name, result.output)))
    }

    @Test("another reading under which the verdict is another is named")
    func readings() throws {
        let result = try session.run(
            "explain", "registration-rate-below-floor", "--rules",
            ProjectFolder.url("rules/xihu-2013").path, "--drop",
            ProjectFolder.url("fixtures/xihu-2013/drop").path, "--as-of", "2013-12-31",
            "--subject", "区司法局", "--lang", "en")
        #expect(result.status == 0)
        #expect(result.output.contains("with “Denominator of the registration rate” read as"))
        #expect(result.output.contains("it is violated"))
    }

    @Test("a personal number is masked unless the column is revealed")
    func masking() throws {
        let rule = "rules/base/rules/member/registered-late.yaml"
        try session.replace(
            "require:\n", "when: member.mobile != \"19900000009\"\nrequire:\n", in: rule)
        let masked = try explain("registered-late", of: "M1", in: "en")
        #expect(masked.output.contains("199****0001"))
        #expect(!masked.output.contains("19900000001"))
        let shown = try explain("registered-late", of: "M1", in: "en", "--reveal", "members.mobile")
        #expect(shown.output.contains("19900000001"))
    }

    @Test("without a drop the rule's page is shown", arguments: ["zh", "en"])
    func page(language: String) throws {
        let result = try session.run(
            "explain", "too-few-activities", "--rules", "rules/base", "--lang", language)
        #expect(result.status == 0)
        let name = "fixtures/commands/explain/page.\(language).md"
        #expect(result.output == (try Golden.text(name, result.output)))
    }

    @Test(
        "what is missing or unknown is said, with 2",
        arguments: [
            (["explain", "--rules", "rules/base"], "no rule given"),
            (["explain", "too-few-activities"], "no pack given"),
            (["explain", "too-few-activitie", "--rules", "rules/base"], "did you mean"),
            (
                ["explain", "too-few-activities", "--rules", "rules/base", "--subject", "M1"],
                "no drop given"
            ),
            (
                ["explain", "too-few-activities", "--rules", "rules/base", "--drop", "drop"],
                "no subject given"
            ),
            (
                [
                    "explain", "--rule", "too-few-activities", "--rules", "rules/base", "--drop",
                    "drop", "--as-of", "2013-12-31", "--subject", "M9",
                ], "judges nobody called `M9`"
            ),
            (
                [
                    "explain", "too-few-activities", "--rules", "rules/base", "--drop", "drop",
                    "--as-of", "today", "--subject", "M1",
                ], "is no day"
            ),
        ])
    func mistakes(arguments: [String], words: String) throws {
        let result = try session.run(arguments + ["--lang", "en"])
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains(words))
    }

    @Test(
        "the clauses are a text, a table for spreadsheets or a page",
        arguments: [
            "text", "csv", "markdown",
        ])
    func clauses(format: String) throws {
        let result = try session.run(
            "clauses", "rules/base", "--format", format, "--lang", "en")
        #expect(result.status == 0)
        #expect(
            result.output
                == (try Golden.text("fixtures/commands/clauses/clauses.\(format)", result.output)))
    }

    @Test("every rule and award has a page, and the index leads to it")
    func docs() throws {
        let result = try session.run("docs", "rules/base", "--out", "pages", "--lang", "en")
        #expect(result.status == 0)
        let index = try session.read("pages/README.md")
        for id in ["registered-late", "too-few-activities", "rate-too-low", "best-unit"] {
            #expect(index.contains("(\(id).md)"))
            #expect(try session.read("pages/\(id).md").contains("`\(id)`"))
        }
        #expect(try session.read("pages/best-unit.md").contains("modality: generally-not"))
    }
}
