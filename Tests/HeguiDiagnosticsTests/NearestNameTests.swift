import HeguiDiagnostics
import Testing

@Suite("nearest names")
struct NearestNameTests {
    @Test(
        "a slip of the pen finds the name that was meant",
        arguments: [
            ("amout", ["amount", "account"], "amount"),
            ("memebr", ["member", "number"], "member"),
            ("Member", ["member"], "member"),
            ("registered-on", ["registered_on", "registered_at"], "registered_on"),
            ("regsitered_no", ["registered_on"], "registered_on"),
            ("报到日起", ["报到日期", "姓名", "单位"], "报到日期"),
            ("单位名", ["单位名称", "姓名"], "单位名称"),
            ("姓明", ["性别", "姓名"], "姓名"),
            ("whne", ["when", "where", "while"], "when"),
        ])
    func found(name: String, candidates: [String], expected: String) {
        #expect(NearestName.suggestion(for: name, among: candidates) == expected)
        #expect(NearestName.suggestion(for: name, among: candidates.reversed()) == expected)
    }

    @Test(
        "nothing is suggested where nothing is near",
        arguments: [
            ("level", ["clause", "subject"]), ("id", ["as", "if"]), ("报到", ["姓名", "单位"]),
            ("a", ["b"]), ("x", []), ("", ["a"]), ("党员", ["党员"]),
            (String(repeating: "a", count: 500), [String(repeating: "a", count: 499)]),
        ])
    func notFound(name: String, candidates: [String]) {
        #expect(NearestName.suggestion(for: name, among: candidates) == nil)
    }

    @Test("ties go to the longer common beginning, then to the lesser name")
    func ties() {
        #expect(NearestName.suggestion(for: "abcd", among: ["xbcd", "abcx"]) == "abcx")
        #expect(NearestName.suggestion(for: "abcd", among: ["abcy", "abcx"]) == "abcx")
    }
}
