import Foundation
import Testing

/// The exit status by the lightest finding that counts, where there is one finding or none.
@Suite("--fail-on")
struct FailThresholdTests {
    /// What is wrong with a drop that has else nothing wrong.
    enum Flaw: String, CaseIterable {
        case nothing
        case mandatoryRule, verifyRule, hintRule
        case mandatoryCell, verifyCell, hintColumn
        case advised, undetermined, pending, explained, waived, notApplicable

        /// The weightiest threshold at which it makes the command fail; nil where none does.
        var level: String? {
            switch self {
            case .mandatoryRule, .mandatoryCell: "mandatory"
            case .verifyRule, .verifyCell: "verify"
            case .hintRule, .hintColumn: "hint"
            default: nil
            }
        }
    }

    private static let levels = ["mandatory", "verify", "hint"]
    private static let rule = "rules/base/rules/member/registered-late.yaml"

    let session: CommandSession

    init() throws {
        session = try CommandSession()
        try session.write("单位代码,单位名称\nU1,区档案局\n", to: "clean/units.csv")
        try session.write(
            "编号,姓名,手机,单位,状态,入职日期,报到日期\n"
                + "M1,江一,19900000001,U1,在职,2013-05-20,2013-06-03\n", to: "clean/members.csv")
        try session.write(
            "编号,日期,内容\nM1,2013-03-05,植树\nM1,2013-05-12,义诊\n", to: "clean/activities.csv")
        for name in ["units", "members", "activities"] {
            try session.write(try session.read("clean/\(name).csv"), to: "drop/\(name).csv")
        }
    }

    private func register(as level: String) throws {
        try session.replace("2013-06-03", "2013-06-21", in: "drop/members.csv")
        try session.replace("level: mandatory", "level: \(level)", in: Self.rule)
    }

    private func prepare(_ flaw: Flaw) throws {
        switch flaw {
        case .nothing: break
        case .mandatoryRule: try register(as: "mandatory")
        case .verifyRule: try register(as: "verify")
        case .hintRule: try register(as: "hint")
        case .mandatoryCell:
            try session.replace(
                "name: { type: name,", "name: { type: name, required: true, level: mandatory,",
                in: "rules/base/data/members.yaml")
            let row = "M2,,19900000002,U1,离职,2013-05-20,2013-06-03\n"
            try session.write(try session.read("drop/members.csv") + row, to: "drop/members.csv")
        case .verifyCell:
            try session.write(
                try session.read("drop/units.csv") + "U1,区图书馆\n", to: "drop/units.csv")
        case .hintColumn:
            try session.replace(
                "单位代码,单位名称\nU1,区档案局", "单位代码,单位名称,电话\nU1,区档案局,8", in: "drop/units.csv")
        default: try prepareOther(flaw)
        }
    }

    /// What makes no threshold fail.
    private func prepareOther(_ flaw: Flaw) throws {
        switch flaw {
        case .advised:
            try register(as: "hint")
            try session.replace("level: hint", "modality: soft\nlevel: hint", in: Self.rule)
        case .undetermined:
            try session.remove("drop/activities.csv")
        case .pending:
            try session.replace(
                "在职,2013-05-20,2013-06-03", "离职,2013-12-20,", in: "drop/members.csv")
        case .explained:
            try register(as: "verify")
            try session.write(
                "explanations:\n  - { rule: registered-late, subject: M1, text: 已核, "
                    + "author: 某人, day: 2013-12-01 }\n", to: "drop/explanations.yaml")
        case .waived:
            try register(as: "mandatory")
            try session.write(
                "waivers:\n  - { rule: registered-late, subject: M1, reason: 因公, approver: 区委, "
                    + "day: 2013-06-01, expires: 2014-06-01 }\n", to: "waivers.yaml")
        case .notApplicable:
            try register(as: "mandatory")
            try session.replace(
                "subject: member\n", "subject: member\nwhen: 'member.status == \"left\"'\n",
                in: Self.rule)
        default: Issue.record("\(flaw) is not prepared")
        }
    }

    private func request(_ command: String, _ drop: String = "drop") -> [String] {
        let waivers = FileManager.default.fileExists(
            atPath: session.folder.appending(path: "waivers.yaml").path)
        return [command, drop, "--rules", "rules/base", "--as-of", "2013-12-31"]
            + (waivers ? ["--waivers", "waivers.yaml"] : [])
    }

    @Test("a finding fails the command at its own threshold and below", arguments: Flaw.allCases)
    func thresholds(flaw: Flaw) throws {
        try prepare(flaw)
        let lightest = flaw.level.flatMap(Self.levels.firstIndex)
        for command in ["check", "review"] {
            for (index, level) in Self.levels.enumerated() {
                let fails = lightest.map { index >= $0 } ?? false
                let result = try session.run(request(command) + ["--fail-on", level])
                #expect(result.status == (fails ? 1 : 0), "\(command) \(level) \(result.output)")
            }
            #expect(try session.run(request(command) + ["--fail-on", "never"]).status == 0)
        }
        let fails = lightest.map { $0 <= 1 } ?? false
        #expect(try session.run(request("check")).status == (fails ? 1 : 0), "by default")
    }

    @Test(
        "beside a baseline without findings each finding is new",
        arguments: [Flaw.nothing, .mandatoryRule, .verifyRule, .hintRule, .verifyCell, .hintColumn])
    func baseline(flaw: Flaw) throws {
        try prepare(flaw)
        #expect(
            try session.run(request("review", "clean") + ["--format", "json:clean.json"]).status
                == 0)
        let lightest = flaw.level.flatMap(Self.levels.firstIndex)
        for (index, level) in Self.levels.enumerated() {
            let fails = lightest.map { index >= $0 } ?? false
            let result = try session.run(
                request("check") + ["--baseline", "clean.json", "--fail-on", level])
            #expect(result.status == (fails ? 1 : 0), "\(level)")
        }
        let never = request("check") + ["--baseline", "clean.json", "--fail-on", "never"]
        #expect(try session.run(never).status == 0)
    }

    @Test(
        "two saved reviews are told apart by the levels of what is new",
        arguments: [Flaw.nothing, .mandatoryRule, .verifyRule, .hintRule])
    func difference(flaw: Flaw) throws {
        try prepare(flaw)
        for drop in ["clean", "drop"] {
            let save = ["--format", "json:\(drop).json", "--fail-on", "never"]
            #expect(try session.run(request("review", drop) + save).status == 0)
        }
        let lightest = flaw.level.flatMap(Self.levels.firstIndex)
        for (index, level) in Self.levels.enumerated() {
            let fails = lightest.map { index >= $0 } ?? false
            let result = try session.run("diff", "clean.json", "drop.json", "--fail-on", level)
            #expect(result.status == (fails ? 1 : 0), "\(level)")
        }
    }

    @Test("a threshold of an unknown name is refused")
    func unknown() throws {
        #expect(try session.run(request("check") + ["--fail-on", "warning"]).status == 2)
    }
}
