import Foundation
import HeguiTestSupport
import Testing

@Suite("hegui waive, and waivers in lint")
struct RecordCommandTests {
    let session: CommandSession

    private static let waiver = [
        "--rules", "rules/base", "--rule", "registered-late", "--subject", "M1", "--reason",
        "长期病假", "--approver", "区委组织部", "--day", "2013-12-01", "--expires", "2014-06-30",
    ]
    private static let file = "drop/waivers.yaml"

    init() throws {
        session = try CommandSession()
        try session.write("单位代码,单位名称\nU1,区档案局\n", to: "drop/units.csv")
        try session.write(
            """
            编号,姓名,手机,单位,状态,入职日期,报到日期
            M1,江一,19900000001,U1,在职,2013-05-20,2013-06-21
            M2,李二,19900000002,U1,在职,2013-05-20,2013-06-03

            """, to: "drop/members.csv")
    }

    private func waive(_ arguments: String...) throws -> CommandSession.Result {
        try session.run(
            ["waive"] + Self.waiver + ["--file", Self.file, "--lang", "zh"] + arguments)
    }

    private func review(_ day: String = "2013-12-31") throws -> CommandSession.Result {
        let named =
            FileManager.default.fileExists(atPath: session.folder.appending(path: Self.file).path)
            ? ["--waivers", Self.file] : []
        return try session.run(
            ["review", "drop", "--rules", "rules/base", "--as-of", day, "--lang", "zh"] + named)
    }

    @Test("a waiver that was recorded is applied by the next review")
    func waiveThenReview() throws {
        #expect(try review().output.contains("逾期1天"))
        let result = try waive("drop", "--as-of", "2013-12-31")
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        #expect(result.output.contains("2013-12-01 至 2014-06-30"))
        let after = try review().output
        #expect(after.contains("已豁免  1 项") && after.contains("区委组织部"))
        #expect(after.components(separatedBy: "■ 区档案局").count == 1)
    }

    @Test("what people wrote in the file stays as they wrote it")
    func comments() throws {
        let before = "# 2013年豁免\nwaivers:   # 经批准\n  # 暂无\nexplanations: []   # 说明\n"
        try session.write(before, to: Self.file)
        #expect(try waive().status == 0)
        let after = try session.read(Self.file)
        let lines = after.split(separator: "\n").filter { !$0.contains("registered-late") }
        #expect(lines.joined(separator: "\n") + "\n" == before)
        #expect(try waive("--subject", "M2").status == 0)
    }

    @Test(
        "a waiver that cannot be is refused, and the file stays as it is",
        arguments: [
            (["--rule", "registered-lat"], "是不是想写 `registered-late`"),
            (["--expires", "2013-11-30"], "早于批准日期"), (["--day", "昨天"], "`昨天` 不是日期"),
            (["--reason", " "], "--reason 是空的"),
            (["drop", "--as-of", "2013-12-31", "--subject", "M9"], "不在数据中"),
            (["drop", "--as-of", "2014-12-31"], "到期"), (["drop"], "--as-of"),
            (["--rules", "nowhere"], "nowhere"),
        ])
    func refusals(arguments: [String], word: String) throws {
        let before = "waivers: []\n"
        try session.write(before, to: Self.file)
        let result = try session.run(
            ["waive"] + Self.waiver + ["--file", Self.file, "--lang", "zh"] + arguments)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains(word))
        #expect(try session.read(Self.file) == before)
    }

    @Test("waivers of two files that are named count together, whether or not one lies in the drop")
    func ofDrop() throws {
        #expect(try waive("drop", "--as-of", "2013-12-31").status == 0)
        try session.write("# more\n" + session.read(Self.file), to: "extra.yaml")
        let request = [
            "lint", "rules/base", "--drop", "drop", "--as-of", "2013-12-31", "--lang", "en",
            "--waivers", "extra.yaml",
        ]
        let both = try session.run(request + ["--waivers", Self.file]).output
        #expect(both.contains("E0009") && !both.contains("E0006") && !both.contains("I0308"))
        let one = try session.run(request).output
        #expect(!one.contains("E0009") && one.contains("I0308"))
    }

    @Test("a pack's own waivers count without being named, and another of them is refused")
    func ofPack() throws {
        try session.replace(
            "parameters:", "waivers: { from: waivers }\nparameters:", in: "rules/base/pack.yaml")
        let entry = ["--file", "rules/base/waivers/2013.yaml"]
        try session.write("waivers: []\n", to: "rules/base/waivers/2013.yaml")
        #expect(try session.run(["waive"] + Self.waiver + entry).status == 0)
        let after = try review().output
        // Lines are broken where they are full.
        #expect(after.contains("已豁免  1 项"))
        #expect(after.replacing(/\n +/, with: "").contains("base/waivers/2013.yaml:1"))
        let again = try session.run(
            ["waive"] + Self.waiver
                + ["--file", "other.yaml", "drop", "--as-of", "2013-12-31", "--subject", "江一"])
        #expect(again.status == 2 && again.errors.contains("E0009"))
        #expect(try session.run("lint", "rules/base", "--lang", "en").output.contains("waivers: 1"))
    }

    @Test("a second waiver of the same subject is refused, by whatever name, but not a later one")
    func repeated() throws {
        #expect(try waive().status == 0)
        let second = try waive()
        #expect(second.status == 2)
        #expect(second.errors.contains("E0009"))
        let byName = try waive("drop", "--as-of", "2013-12-31", "--subject", "江一")
        #expect(byName.status == 2)
        #expect(byName.errors.contains("E0009"))
        #expect(try waive("--day", "2014-07-01", "--expires", "2014-12-31").status == 0)
    }

    @Test("a waiver of nothing is recorded, and the user is told")
    func unneeded() throws {
        let result = try waive("drop", "--as-of", "2013-12-31", "--subject", "M2")
        #expect(result.status == 0)
        #expect(result.errors.contains("E0006"))
    }

    @Test("lint tells expired, unknown, malformed and repeated waivers without a drop")
    func lint() throws {
        let entry = "subject: M1, reason: 因故, approver: 某, day: 2013-01-01, expires: 2013-06-30"
        try session.write(
            """
            waivers:
              - { rule: registered-late, \(entry) }
              - { rule: registered-lat, \(entry) }
              - { rule: registered-late, subject: M1 }

            """, to: "w.yaml")
        let result = try session.run(
            "lint", "rules/base", "--waivers", "w.yaml", "--as-of", "2013-12-31", "--lang", "zh")
        #expect(result.status == 1)
        for code in ["E0005", "E0001", "I0301"] { #expect(result.output.contains(code)) }
        #expect(!result.output.contains("E0002"))
    }

    /// Gives every rule of the pack an example for each outcome, so that lint warns of none.
    private func addExamples() throws {
        let registered = "members: [{ member_id: M1, hired_on: 2013-05-20, registered_on: "
        let active = "members: [{ member_id: M1, name: A, status: working }], activities: ["
        let members = "members: [{ member_id: M1, unit_id: U1, status: working, registered_on: "
        let rules = [
            ("member/registered-late", "2013-12-31", registered + "2013-06-03 }]", "met"),
            ("member/registered-late", "2013-05-31", registered + "null }]", "pending"),
            (
                "member/too-few-activities", "2013-12-31",
                active + "{ member_id: M1, date: 2013-01-04, content: a }, "
                    + "{ member_id: M1, date: 2013-01-05, content: b }]", "met"
            ),
            ("member/too-few-activities", "2013-05-31", active + "]", "pending"),
            ("unit/rate-too-low", "2013-12-31", members + "2013-05-21 }]", "met"),
            ("unit/rate-too-low", "2013-12-31", members + "null }]", "violated"),
        ]
        let awards = [
            ("awards/best-unit", "2013-12-31", members + "2013-05-21 }]", "eligible"),
            ("awards/best-unit", "2013-12-31", members + "null }]", "blocked"),
        ]
        for (rule, day, given, outcome) in rules.map({ ("rules/\($0)", $1, $2, $3) }) + awards {
            let path = "rules/base/\(rule).yaml"
            var text = try session.read(path)
            let units =
                rule.contains("unit/") || rule.hasPrefix("awards")
                ? "units: [{ unit_id: U1, name: A }], " : ""
            if !text.contains("examples:") { text += "examples:\n" }
            text += "  - name: \(outcome) too\n    as_of: \(day)\n"
            text += "    given: { \(units)\(given) }\n    expect: { outcome: \(outcome) }\n"
            try session.write(text, to: path)
        }
    }

    @Test("with a drop lint tells unused ones too, and says where nothing is wrong")
    func lintWithDrop() throws {
        try addExamples()
        #expect(try waive().status == 0)
        let request = ["lint", "rules/base", "--as-of", "2013-12-31", "--lang", "en"]
        let sound = try session.run(request + ["--waivers", Self.file, "--drop", "drop"])
        #expect(sound.output.contains("waivers: 1, explanations: 0; nothing is wrong"))
        #expect(try waive("--subject", "M2").status == 0)
        let unused = try session.run(request + ["--waivers", Self.file, "--drop", "drop"])
        #expect(unused.status == 1)
        #expect(unused.output.contains("E0006"))
        let nothing = try session.run(request + ["--waivers", "drop/units.csv"])
        #expect(nothing.output.contains("E0010"))
    }

    @Test("a clean pack with sound waivers is 0")
    func soundPack() throws {
        let entry = "subject: V1, reason: 因故, approver: 某, day: 2019-01-01, expires: 2019-12-31"
        try session.write("waivers:\n  - { rule: leave-not-approved, \(entry) }\n", to: "w.yaml")
        let request = ["lint", ProjectFolder.url("rules/volunteering").path, "--waivers", "w.yaml"]
        #expect(try session.run(request + ["--as-of", "2019-12-31"]).status == 0)
        #expect(try session.run(request + ["--as-of", "2020-01-01"]).status == 1)
    }

    @Test("whatever is violated can be waived, one after the other, and then nothing is violated")
    func everything() throws {
        try session.write("编号,日期,内容\nM1,2013-03-05,植树\n", to: "drop/activities.csv")
        let violated = try outcomes("violated")
        #expect(violated.count > 2)
        for outcome in violated {
            let result = try waive(
                "drop", "--as-of", "2013-12-31", "--rule", outcome.rule, "--subject",
                outcome.subject.id)
            #expect(result.status == 0 && result.errors.isEmpty)
        }
        #expect(try outcomes("violated").map(\.fingerprint) == violated.map(\.fingerprint))
        let named = ["--waivers", Self.file]
        #expect(try outcomes("violated", named).isEmpty)
        let waived = try outcomes("waived", named)
        #expect(waived.map(\.fingerprint) == violated.map(\.fingerprint))
    }

    private struct Report: Decodable {
        struct Outcome: Decodable {
            struct Subject: Decodable { var id: String }
            var fingerprint: String, rule: String, outcome: String, subject: Subject
        }
        var outcomes: [Outcome]
    }

    private func outcomes(
        _ verdict: String, _ arguments: [String] = []
    ) throws -> [Report.Outcome] {
        let result = try session.run(
            [
                "review", "drop", "--rules", "rules/base", "--as-of", "2013-12-31", "--format",
                "json",
            ] + arguments)
        let report = try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
        return report.outcomes.filter { $0.outcome == verdict }
    }
}
