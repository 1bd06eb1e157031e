import Foundation
import HeguiTestSupport
import Testing

@Suite("hegui diff, verify and --baseline")
struct ComparisonCommandTests {
    let session: CommandSession

    private static let rules = ["--rules", "rules/base"]

    init() throws {
        session = try CommandSession()
        try session.write("单位代码,单位名称\nU1,区档案局\n", to: "old/units.csv")
        try session.write(
            """
            编号,姓名,手机,单位,状态,入职日期,报到日期
            M1,江一,19900000001,U1,在职,2013-05-20,
            M2,李二,19900000002,U1,在职,2013-05-20,2013-06-03
            M3,孙三,19900000003,U1,在职,2013-05-20,2013-06-03

            """, to: "old/members.csv")
        try session.write(
            "编号,日期,内容\nM1,2013-03-05,植树\nM2,2013-03-05,植树\nM3,2013-03-05,义诊\n",
            to: "old/activities.csv")
        let folder = session.folder
        try FileManager.default.copyItem(
            at: folder.appending(path: "old"), to: folder.appending(path: "new"))
    }

    private func save(
        _ drop: String, _ day: String, to file: String, _ more: String...
    ) throws {
        let result = try session.run(
            ["review", drop] + Self.rules + ["--as-of", day, "--format", "json:" + file] + more)
        #expect(result.status < 2)
    }

    private func diff(_ arguments: String...) throws -> CommandSession.Result {
        try session.run(["diff", "old.json", "new.json", "--lang", "zh"] + arguments)
    }

    @Test("a review has nothing new over itself, by diff and as a baseline")
    func itself() throws {
        try save("old", "2013-12-31", to: "old.json")
        let diff = try session.run("diff", "old.json", "old.json", "--lang", "en")
        #expect(diff.status == 0)
        #expect(diff.output.contains("new findings: 0 · gone: 0 · other changes: 0"))
        let request = ["check", "old"] + Self.rules + ["--as-of", "2013-12-31"]
        #expect(try session.run(request).status == 1)
        let check = try session.run(request + ["--baseline", "old.json", "--lang", "en"])
        #expect(check.status == 0)
        #expect(check.errors.contains("new 0,"))
    }

    @Test("a day that moved and a cell that was filled in are told apart, surely with the drops")
    func causes() throws {
        try session.replace(
            "M1,江一,19900000001,U1,在职,2013-05-20,",
            "M1,江一,19900000001,U1,在职,2013-05-20,2013-06-19", in: "new/members.csv")
        try save("old", "2013-06-15", to: "old.json")
        try save("new", "2013-12-31", to: "new.json")
        let result = try diff(
            "--old-drop", "old", "--new-drop", "new", "--rules", "rules/base", "--format", "json")
        #expect(result.status == 1)
        struct Report: Decodable {
            struct Change: Decodable {
                struct Subject: Decodable { var id: String }
                var rule: String, subject: Subject, causes: [String], is_certain: Bool
            }
            var changes: [Change]
        }
        let report = try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
        let found = report.changes.map { "\($0.rule) \($0.subject.id) \($0.causes)" }.sorted()
        #expect(
            found == [
                "rate-too-low U1 [\"data\"]", "registered-late M1 [\"data\", \"calendar\"]",
                "too-few-activities M1 [\"calendar\"]", "too-few-activities M2 [\"calendar\"]",
                "too-few-activities M3 [\"calendar\"]",
            ])
        let areCertain = report.changes.allSatisfy { $0.is_certain }
        #expect(areCertain)
    }

    @Test("changes of the past are listed as doubts, without values or phone numbers")
    func pastChanges() throws {
        try session.replace(
            "M2,李二,19900000002,U1,在职,2013-05-20,2013-06-03",
            "M2,李二,19900000099,U1,在职,2013-05-20,2013-06-01", in: "new/members.csv")
        try session.write(
            """
            编号,日期,内容
            M1,2013-03-05,植树
            M1,2013-04-01,扫雪
            M2,2013-03-06,植树
            M3,2013-03-05,体检
            M1,2013-07-20,义诊

            """, to: "new/activities.csv")
        try save("old", "2013-06-30", to: "old.json")
        try save("new", "2013-06-30", to: "new.json")
        let drops = ["--old-drop", "old", "--new-drop", "new", "--rules", "rules/base"]
        let result = try session.run(["diff", "old.json", "new.json", "--lang", "zh"] + drops)
        #expect(result.output.contains("■ 以往记录的改动（疑点，待核实）  4 项"))
        for words in [
            "M2 李二 的“registered_on”由 2013-06-03 改为 2013-06-01", "M1 关于 2013-04-01 的记录是后来补入的",
            "M2 的“date”由 2013-03-05 改为 2013-03-06", "M3 关于 2013-03-05 的记录事后改了“content”",
        ] {
            #expect(result.output.contains(words))
        }
        #expect(!result.output.contains("199000") && !result.output.contains("体检"))
        let swapped = try session.run(
            ["diff", "old.json", "new.json", "--old-drop", "new", "--new-drop", "old"] + Self.rules)
        #expect(swapped.status == 2)
        #expect(swapped.errors.contains("S0006"))
    }

    @Test("a month of birth is no day of an entry, and the day that was filled in is")
    func births() throws {
        try session.write("unit_id,name,kind\nU1,甲局,机关\n", to: "was/units.csv")
        try session.write("unit_id,name,kind\nU1,甲局,机关\n", to: "is/units.csv")
        let people = "member_id,name,born,joined_on,unit_id\nM1,甲,1960-07,1990-07-01,U1\n"
        try session.write(people, to: "was/members.csv")
        try session.write(people, to: "is/members.csv")
        let heading = "member_id,unit_id,community_id,name,born,joined_on,projects,registered_on\n"
        try session.write(
            heading + "M1,U1,,甲,1960-07,1990-07-01,助老,\n", to: "was/unit_entries.csv")
        try session.write(
            heading + "M1,U1,,甲,1960-07,1990-07-01,助老、理发,2013-01-20\n",
            to: "is/unit_entries.csv")
        let rules = ["--rules", ProjectFolder.url("rules/xihu-2013").path]
        for drop in ["was", "is"] {
            _ = try session.run(
                ["review", drop, "--as-of", "2013-06-30", "--format", "json:\(drop).json"] + rules)
        }
        let drops = ["--old-drop", "was", "--new-drop", "is", "--lang", "zh"]
        let output = try session.run(["diff", "was.json", "is.json"] + drops + rules).output
        #expect(output.contains("关于 2013-01-20 的记录是后来补入的"))
        #expect(!output.contains("1960") && !output.contains("1990"))
    }

    @Test("a parameter that was set is the cause, with its values")
    func parameter() throws {
        try save("old", "2013-12-31", to: "old.json")
        try save("old", "2013-12-31", to: "new.json", "--set", "activities=1")
        let result = try diff()
        #expect(result.status == 0)
        #expect(result.output.contains("已消除的问题  3 项"))
        #expect(result.output.contains("activities: 2 → 1"))
        #expect(result.output.contains("原因：参数变化 3"))
    }

    @Test("a waiver is the cause, and Markdown says so")
    func waiver() throws {
        try save("old", "2013-12-31", to: "old.json")
        try session.write(
            "waivers:\n  - { rule: registered-late, subject: M1, reason: 病假, approver: 区委, "
                + "day: 2013-12-01, expires: 2014-06-30 }\n", to: "new/waivers.yaml")
        try save("new", "2013-12-31", to: "new.json", "--waivers", "new/waivers.yaml")
        let result = try diff("--format", "markdown", "--out", "out/diff.md")
        #expect(result.status == 0 && result.output.isEmpty)
        let text = try session.read("out/diff.md")
        #expect(text.contains("| 违反 → 已豁免 | 豁免或说明 |"))
    }

    @Test(
        "what cannot be compared is refused with 2",
        arguments: [
            (["diff", "old.json", "nowhere.json"], "nowhere.json"),
            (["diff", "old.json", "old/units.csv"], "S0001"),
            (["diff", "old.json", "part.json"], "S0005"),
            (["diff", "old.json", "old.json", "--old-drop", "old"], "--new-drop"),
            (["verify", "old.json"], "--drop"),
            (["verify", "other.json", "--drop", "old", "--rules", "rules/base"], "`basis`"),
            (
                [
                    "check", "old", "--rules", "rules/base", "--as-of", "2013-12-31", "--baseline",
                    "x",
                ],
                "`x`"
            ),
        ])
    func refused(arguments: [String], word: String) throws {
        try save("old", "2013-12-31", to: "old.json")
        try save("old", "2013-12-31", to: "part.json", "--only", "M1")
        let other = try session.read("old.json")
            .replacingOccurrences(of: "\"id\": \"base\"", with: "\"id\": \"basis\"")
        try session.write(other, to: "other.json")
        let result = try session.run(arguments + ["--lang", "zh"])
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains(word))
    }

    @Test("a saved review is made again, with the day and the parameters on record")
    func verify() throws {
        try save(
            "old", "2013-12-31", to: "old.json", "--set", "activities=1", "--set", "rate=19/20")
        let request = ["verify", "old.json", "--drop", "old", "--lang", "zh"]
        let same = try session.run(request)
        #expect(same.status == 0)
        #expect(same.output.contains("可以复现"))
        #expect(!same.output.contains("不同"))
        try session.replace("M1,2013-03-05,植树\n", "", in: "old/activities.csv")
        let other = try session.run(request)
        #expect(other.status == 1)
        #expect(other.output.contains("改动：activities.csv"))
        #expect(other.output.contains("too-few-activities  江一  符合 → 违反"))
    }

    @Test("a report that was changed by hand, or a pack that was, is not reproduced")
    func forged() throws {
        try save("old", "2013-12-31", to: "old.json")
        let request = ["verify", "old.json", "--drop", "old", "--lang", "en"]
        let text = try session.read("old.json")
        try session.replace("\"outcome\": \"violated\"", "\"outcome\": \"met\"", in: "old.json")
        let forged = try session.run(request)
        #expect(forged.status == 1)
        #expect(forged.output.contains("met → violated"))
        try session.write(text, to: "old.json")
        try session.replace("at_least: params.activities", "at_least: 3", in: Self.rule)
        try session.replace("gap: 2 }", "gap: 3 }", in: Self.rule)
        let altered = try session.run(request)
        #expect(altered.status == 1)
        #expect(altered.output.contains("pack") && altered.output.contains("not reproduced"))
    }

    @Test("a review that only counts what is met is compared, verified and taken as a baseline")
    func withoutMet() throws {
        try save(
            "old", "2013-12-31", to: "old.json", "--without-met", "--format", "jsonl:old.jsonl")
        let text = try session.read("old.json")
        #expect(
            !text.contains("\"outcome\": \"met\"") && text.contains("\"outcome\": \"violated\""))
        #expect(text.contains("\"left_out\": [\"met\", \"not-applicable\"]"))
        let verified = try session.run("verify", "old.json", "--drop", "old", "--lang", "en")
        #expect(verified.status == 0 && verified.output.contains("reproduced"))
        try session.replace(
            "M1,江一,19900000001,U1,在职,2013-05-20,",
            "M1,江一,19900000001,U1,在职,2013-05-20,2013-06-19", in: "new/members.csv")
        try save("new", "2013-12-31", to: "new.json", "--without-met")
        let changed = try diff("--lang", "en")
        #expect(changed.status == 0)
        #expect(changed.output.contains("the other review does not list what is met"))
        for file in ["old.json", "old.jsonl"] {
            let request =
                ["check", "old"] + Self.rules + ["--as-of", "2013-12-31", "--lang", "en"]
            let result = try session.run(request + ["--baseline", file])
            #expect(result.status == 0 && result.errors.contains("new 0,"))
        }
    }

    private static let rule = "rules/base/rules/member/too-few-activities.yaml"

    @Test("a baseline fails only on what is new, and says how many are new, known and gone")
    func baseline() throws {
        try save("old", "2013-12-31", to: "old.json")
        try save("old", "2013-12-31", to: "again.json", "--format", "jsonl:old.jsonl")
        try session.write(
            "编号,日期,内容\nM1,2013-03-05,植树\nM1,2013-04-05,植树\nM2,2013-03-05,植树\n"
                + "M4,2013-03-05,植树\n", to: "new/activities.csv")
        try session.replace(
            "M3,孙三,", "M4,周四,19900000004,U1,在职,2013-05-20,2013-06-03\nM3,孙三,",
            in: "new/members.csv")
        let request = ["check", "new"] + Self.rules + ["--as-of", "2013-12-31", "--lang", "zh"]
        for file in ["old.json", "old.jsonl"] {
            let result = try session.run(request + ["--baseline", file])
            #expect(result.status == 1)
            #expect(result.errors.contains("新增 1 · 已知 3 · 消失 1"))
            #expect(result.errors.contains("  + C1  区档案局 周四（M4）  活动不足"))
            let lenient = try session.run(request + ["--baseline", file, "--fail-on", "never"])
            #expect(lenient.status == 0)
        }
    }
}
