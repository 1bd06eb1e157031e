import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import Testing

@testable import HeguiIntake

@Suite("Adding to a file of waivers")
struct WaiverFileTests {
    private let pack: Pack

    init() throws {
        pack = try TestPack.load()
    }

    private static func waiver(_ subject: String = "区乙局", reason: String = "新建") -> Waiver {
        Waiver(
            rule: "late", subject: subject, reason: reason, approver: "区委", day: day("2013-12-20"),
            expires: day("2014-06-30"), location: .file("w.yaml"))
    }

    private func added(_ waiver: Waiver, to text: String) throws -> String {
        let file = try WaiverFile(SourceText(name: "w.yaml", text: text), pack: pack)
        return String(decoding: try file.adding(waiver), as: UTF8.self)
    }

    private func refusal(_ text: String) -> [String] {
        do throws(WaiverFile.Refusal) {
            let file = try WaiverFile(SourceText(name: "w.yaml", text: text), pack: pack)
            _ = try file.adding(Self.waiver())
            return []
        } catch {
            return error.diagnostics.map(\.code)
        }
    }

    private static let old =
        "{ rule: late, subject: 区甲局, reason: 因故, approver: 某, day: 2013-12-20, expires: 2014-06-30 }"
    private static let new =
        "{ rule: late, subject: 区乙局, reason: 新建, approver: 区委, day: 2013-12-20, expires: 2014-06-30 }"
    private static let block = """
          - rule: late   # 规则
            subject: 区甲局
            reason: |
              因故
              未到
            approver: 某
            day: 2013-12-20
            expires: 2014-06-30  # 到期

        """

    @Test(
        "the entry goes after the last one, in its manner, and nothing else changes",
        arguments: [
            ("", "", "waivers:\n  - \(new)\n"),
            ("# 豁免", "", "\nwaivers:\n  - \(new)\n"),
            ("waivers:\n", "", "  - \(new)\n"),
            ("waivers:  # 空\n", "explanations: []\n", "  - \(new)\n"),
            ("waivers:\n  - \(old)\n", "", "  - \(new)\n"),
            ("waivers:\n- \(old)  # 甲\n", "# 完\n", "- \(new)\n"),
            ("waivers:\n  - \(old)", "", "\n  - \(new)\n"),
            ("waivers:\r\n  - \(old)\r\n", "# 完\r\n", "  - \(new)\r\n"),
            ("waivers: [", "]\n", new),
            ("waivers: [ \(old)", " ]\n", ", \(new)"),
            ("explanations: []\n", "", "waivers:\n  - \(new)\n"),
            (
                "waivers:\n\(block)", "\n# 说明\nexplanations: []\n",
                """
                  - rule: late
                    subject: 区乙局
                    reason: 新建
                    approver: 区委
                    day: 2013-12-20
                    expires: 2014-06-30

                """
            ),
        ])
    func insertion(before: String, after: String, entry: String) throws {
        #expect(try added(Self.waiver(), to: before + after) == before + entry + after)
    }

    @Test(
        "whatever is written in a field is read back",
        arguments: [
            "no", "2013", "a: b", "# 注", "- x", "\"甲\"", "甲 # 乙", "两\n行", "{ }", "a, b", "'", "\\",
            "\u{202E}x", "\u{A0}", "甲，乙；丙", "～", "100%", "@x", "null", "é", "😀", "=1+1", "\t", "是：",
        ])
    func scalars(text: String) throws {
        let once = try added(Self.waiver(reason: "甲" + text), to: "")
        let twice = try added(Self.waiver("区丙局", reason: text + "乙"), to: once)
        #expect(twice.hasPrefix(once))
    }

    @Test(
        "a text that nothing can be inserted into is refused and unchanged",
        arguments: [
            ("{ explanations: [] }", ["I0307"]), ("{ waivers: [ \(old), ] }", []),
            ("waivers:\n  - \(old)\n...\n", []), ("waivers: none\n", ["I0304"]),
            ("name: x\n", ["I0306"]), ("- a\n", ["I0306"]), ("waivers: [\n", ["Y0001"]),
            ("waivers:\n  - { rule: late }\n", ["I0301", "I0301", "I0301", "I0301", "I0301"]),
        ])
    func refusals(text: String, codes: [String]) {
        #expect(refusal(text) == codes)
    }

    @Test("a waiver that ends before it begins is malformed")
    func order() {
        let text = Self.old.replacing("2014-06-30", with: "2013-06-30")
        #expect(refusal("waivers:\n  - \(text)\n") == ["I0305"])
    }

    @Test("a field that reads as nothing is refused", arguments: ["无", " ", "—"])
    func nothing(text: String) {
        #expect(throws: WaiverFile.Refusal.self) { try added(Self.waiver(text), to: "") }
    }
}
