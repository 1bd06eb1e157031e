import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiTestSupport
import Testing

@testable import HeguiEngine

/// Who may waive and who may explain, by both evaluators.
@Suite("who may waive and explain")
struct StatementPolicyTests {
    private static let rules = [
        "rules/member/unregistered.yaml": rule("unregistered", "member", "member.name"),
        "rules/member/figures.yaml": rule("figures", "member", "member.name")
            + "waivable: false\n",
        "rules/unit/nobody.yaml": rule("nobody", "unit", "unit.name")
            + "waivable: { by: [市委组织部] }\n",
        "rules/visit/unseen.yaml": rule("unseen", "visit", "visit.place"),
        "rules/member/doubt.yaml": rule("doubt", "member", "member.name", level: "verify"),
        "clauses.yaml": """
        clauses:
          - { id: C1, quote: a, addressee: member, modality: 应, kind: check, rules: [unregistered, figures, nobody, unseen, doubt] }
        """,
    ]

    /// A rule that everybody breaks.
    private static func rule(
        _ id: String, _ subject: String, _ name: String, level: String = "mandatory"
    ) -> String {
        """
        id: \(id)
        title: 规则
        clause: C1
        subject: \(subject)
        require: '\(name) == "nobody"'
        level: \(level)
        message: "{\(name)}"

        """
    }

    private static let drop = [
        "units.csv": "unit_id,name,kind,parent_id\nU1,区甲局,机关,U3\nU2,区乙局,机关,U3\nU3,区委组织部,机关,\n",
        "members.csv":
            "member_id,name,unit_id,active\nM1,张三,U1,是\nM2,李四,U2,是\nM3,阿依·古丽,U3,是\n",
        "visits.csv": "member_id,date,kind,hours,place\nM1,2013-05-06,入户,1,社区\n",
    ]

    private func review(
        _ statements: [String: String], policy: String = Self.policy
    ) throws -> [Review] {
        var sources = PolicySources.files.filter { !$0.key.hasPrefix("awards/") }
        sources.merge(Self.rules) { $1 }
        sources["pack.yaml", default: ""] += "\n" + policy
        let drop = try DropFolder(Self.drop.merging(statements) { $1 })
        defer { drop.remove() }
        let both = try BothWays(
            try PolicySources.load(sources), drop: drop.path,
            asOf: try #require(Day("2013-12-31")))
        try both.expectAgreement("\(statements)")
        #expect(both.plain.diagnostics == both.columns.diagnostics)
        return [both.plain, both.columns]
    }

    private static let policy = """
        waivers: { by: [区委组织部] }
        explanations: { stock_phrases: [核实无误, 情况属实, 已核实, 特此说明] }
        """

    private static func waiver(
        _ rule: String, _ subject: String, by approver: String, until: String = "2014-12-31"
    ) -> String {
        "waivers:\n  - { rule: \(rule), subject: \"\(subject)\", reason: 因公, approver: \"\(approver)\", "
            + "day: 2013-06-01, expires: \(until) }\n"
    }

    @Test(
        "a waiver counts where its approver may approve it",
        arguments: [
            ("unregistered", "M1", "区委组织部", nil),
            ("unregistered", "M1", " 区委 组织部 ", nil),
            ("unregistered", "M1", "区委组织部（王五）", nil),
            ("unregistered", "M1", "王五 区委组织部", nil),
            ("unregistered", "M1", "自己", "E0013"),
            ("unregistered", "M1", "区委", "E0013"),
            ("unregistered", "M1", "区委组织部办公室", "E0013"),
            ("unregistered", "M1", "市委组织部", "E0013"),
            // Whom it concerns, by key or name, and the unit.
            ("unregistered", "M1", "区甲局、区委组织部", "E0014"),
            ("unregistered", "M1", "区委组织部/张三", "E0014"),
            ("unregistered", "M1", "区委组织部 Ｍ１", "E0014"),
            ("unregistered", "M1", "区委组织部 u1", "E0014"),
            ("unregistered", "M1", "区委组织部 区乙局", nil),
            // The approving unit cannot waive for itself and its people.
            ("unregistered", "M3", "区委组织部", "E0014"),
            ("nobody", "U3", "市委组织部", nil), ("nobody", "U3", "区委组织部", "E0013"),
            ("nobody", "区甲局", "市委组织部（区甲局）", "E0014"),
            ("figures", "M1", "区委组织部", "E0012"), ("figures", "M1", "市委组织部", "E0012"),
        ] as [(String, String, String, String?)])
    func approvers(rule: String, subject: String, approver: String, code: String?) throws {
        let text = Self.waiver(rule, subject, by: approver)
        for review in try review(["w.yaml": text]) {
            #expect(review.diagnostics.map(\.code) == [code].compactMap(\.self))
            let waived = review.outcomes.filter { $0.verdict == .waived }
            #expect(waived.map(\.rule) == (code == nil ? [rule] : []))
        }
    }

    @Test(
        "without a list anybody may approve whom it does not concern",
        arguments: [
            ("M1", "某人", true), ("M1", "区委组织部", true), ("M1", "区甲局", false),
            ("M1", "张三", false), ("M3", "阿依·古丽", false),
        ])
    func anybody(subject: String, approver: String, isTaken: Bool) throws {
        let text = Self.waiver("unregistered", subject, by: approver)
        for review in try review(["w.yaml": text], policy: "") {
            #expect(review.diagnostics.map(\.code) == (isTaken ? [] : ["E0014"]))
        }
    }

    @Test(
        "a waiver that ends within thirty days is told of",
        arguments: [
            ("2013-12-31", ["E0015"]), ("2014-01-30", ["E0015"]), ("2014-01-31", []),
            ("2013-12-30", ["E0005"]),
        ])
    func endsSoon(until: String, codes: [String]) throws {
        let text = Self.waiver("unregistered", "M1", by: "区委组织部", until: until)
        for review in try review(["w.yaml": text]) {
            #expect(review.diagnostics.map(\.code) == codes)
        }
    }

    private static func explanation(_ text: String, by author: String = "王五") -> String {
        "explanations:\n  - { rule: doubt, subject: M1, text: \"\(text)\", author: \"\(author)\", "
            + "day: 2013-12-01 }\n"
    }

    @Test(
        "stock phrases explain nothing, whatever stands between them",
        arguments: [
            ("核实无误", true), ("已核实，情况属实。", true), ("情 况 属 实！特此说明", true), ("！！", true),
            ("已核实，张三6月在外地培训", false), ("情况属实的证明见附件", false), ("核实", false),
        ])
    func stock(text: String, isStock: Bool) throws {
        for review in try review(["w.yaml": Self.explanation(text)]) {
            #expect(review.diagnostics.map(\.code) == (isStock ? ["E0017"] : []))
            #expect(review.rules.map(\.explained).reduce(0, +) == (isStock ? 0 : 1))
        }
    }

    @Test(
        "an explanation comes from those whom it concerns",
        arguments: [
            ("说明.yaml", "王五", true), ("区甲局/说明.yaml", "王五", true),
            ("说明-区甲局（最终版）.yaml", "王五", true), ("U1/说明.yaml", "王五", true),
            ("区甲局与区乙局.yaml", "王五", true), ("区委组织部汇总/说明.yaml", "王五", true),
            ("区乙局/说明.yaml", "王五", false), ("区乙局说明.yaml", "王五", false),
            ("U2.yaml", "王五", false), ("说明.yaml", "区乙局", false),
            ("说明.yaml", "区乙局 李四", false), ("说明.yaml", "区甲局", true),
            ("说明.yaml", "张三", true), ("区甲局.yaml", "区乙局", false),
        ])
    func owners(file: String, author: String, isTaken: Bool) throws {
        let text = Self.explanation("张三6月在外地培训", by: author)
        for review in try review([file: text]) {
            let codes = review.diagnostics.map(\.code)
            #expect(codes == (isTaken ? [] : ["E0016"]), "\(file) \(author)")
        }
    }
}
