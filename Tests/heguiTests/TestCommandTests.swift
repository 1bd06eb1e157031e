import Foundation
import HeguiTestSupport
import Testing

@Suite("hegui test")
struct TestCommandTests {
    let session: CommandSession

    init() throws {
        session = try CommandSession()
    }

    private static let rule = "rules/base/rules/member/too-few-activities.yaml"

    private static let cases = """
        cases:
          - name: two members
            as_of: 2013-12-31
            given:
              units: [{ unit_id: U1, name: 甲局 }]
              members:
                - { member_id: M1, name: 甲, unit_id: U1, status: working }
                - { member_id: M2, name: 乙, unit_id: U1, status: left }
            expect:
              too-few-activities:
                M1: { outcome: violated, observed: 0 }
                乙: not-applicable

        """

    private func test(_ arguments: String...) throws -> CommandSession.Result {
        try session.run(["test", "rules/base", "--lang", "en"] + arguments)
    }

    @Test("examples and cases are counted, and coverage lists what is not tried")
    func coverage() throws {
        try session.write(Self.cases, to: "rules/base/tests/year.yaml")
        let result = try test()
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        #expect(
            result.output == (try Golden.text("fixtures/commands/test/coverage.txt", result.output))
        )
    }

    @Test("only the examples of one rule run where only that is asked for")
    func only() throws {
        let result = try test("--only", "registered-late", "--format", "json")
        #expect(result.status == 0)
        #expect(result.output.contains("\"checks\": 1"))
        #expect(!result.output.contains("too-few-activities"))
        let unknown = try test("--only", "registered-lat")
        #expect(unknown.status == 2)
        #expect(unknown.errors.contains("did you mean `registered-late`?"))
    }

    @Test("a failure is an annotation or a result at its line", arguments: ["github", "sarif"])
    func formats(format: String) throws {
        try session.replace("gap: 2 }", "gap: 3 }", in: Self.rule)
        let result = try test("--format", format)
        #expect(result.status == 1)
        #expect(result.output.contains("E0101"))
        #expect(result.output.contains(Self.rule))
    }

    @Test("in Chinese too")
    func chinese() throws {
        let result = try session.run("test", "rules/base", "--lang", "zh")
        #expect(result.status == 0)
        #expect(
            result.output
                == (try Golden.text("fixtures/commands/test/coverage.zh.txt", result.output)))
    }

    @Test("a failure is a diff of expected and actual with its line, and the status is 1")
    func failure() throws {
        try session.write(
            Self.cases.replacingOccurrences(of: "observed: 0", with: "observed: 3"),
            to: "rules/base/tests/year.yaml")
        let result = try test()
        #expect(result.status == 1)
        let diff = result.output.components(separatedBy: "\n\n")[0]
        #expect(
            diff == """
                FAIL too-few-activities: two members (M1)
                  --> rules/base/tests/year.yaml:11
                      - expected  + actual
                        outcome: violated
                      - observed: 3
                      + observed: 0
                """)
    }

    @Test("a case about nobody fails at the name")
    func nobody() throws {
        try session.write(
            Self.cases.replacingOccurrences(of: "乙: not", with: "丙: not"),
            to: "rules/base/tests/year.yaml")
        let result = try test()
        #expect(result.status == 1)
        #expect(result.output.contains("--> rules/base/tests/year.yaml:12"))
        #expect(result.output.contains("- subject: 丙"))
    }

    @Test(
        "coverage below what is asked for is 1, and a number that is none is 2",
        arguments: [("0", 0), ("100", 1), ("5%", 0), ("99.9", 1), ("many", 2), ("101", 2)])
    func minimum(percent: String, status: Int32) throws {
        let result = try test("--min-coverage", percent)
        #expect(result.status == status)
        #expect(result.errors.isEmpty == (status == 0))
    }

    @Test("a pack that cannot be loaded is 2")
    func broken() throws {
        try session.replace("member.working", "member.workin", in: Self.rule)
        let result = try test()
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("did you mean `working`?"))
    }

    @Test("JSON has the failures and what is missing")
    func json() throws {
        try session.replace("gap: 2 }", "gap: 3 }", in: Self.rule)
        let result = try test("--format", "json")
        #expect(result.status == 1)
        #expect(
            result.output == (try Golden.text("fixtures/commands/test/failure.json", result.output))
        )
        _ = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    }

    @Test("JUnit's XML has a suite for each rule and a failure with its line")
    func junit() throws {
        try session.replace("gap: 2 }", "gap: 3 }", in: Self.rule)
        let result = try test("--junit", "report.xml")
        #expect(result.status == 1)
        let xml = try session.read("report.xml")
        #expect(xml == (try Golden.text("fixtures/commands/test/failure.xml", xml)))
        let place = try test("--junit", "rules/base/pack.yaml/report.xml")
        #expect(place.status == 2)
        #expect(place.errors.contains("cannot write the file"))
    }

    @Test("an example that fails covers nothing")
    func failuresCoverNothing() throws {
        let sound = try test()
        try session.replace("gap: 2 }", "gap: 3 }", in: Self.rule)
        let broken = try test()
        #expect(sound.output.contains("outcomes"))
        #expect(!sound.output.contains("too-few-activities: no example that holds\n"))
        #expect(broken.output.contains("too-few-activities: no example that holds\n"))
    }
}
