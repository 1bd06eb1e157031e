import Foundation
import Testing

@Suite("hegui remind")
struct RemindCommandTests {
    let session: CommandSession

    init() throws {
        session = try CommandSession()
        try session.write("单位代码,单位名称\nU1,区档案局\n", to: "drop/units.csv")
        try session.write(
            """
            编号,姓名,手机,单位,状态,入职日期,报到日期
            M1,江一,19900000001,U1,在职,2013-05-20,
            M2,李二,19900000002,U1,在职,2013-06-10,

            """, to: "drop/members.csv")
        try session.write("编号,日期,内容\nM1,2013-03-05,植树\n", to: "drop/activities.csv")
    }

    private func remind(_ arguments: String...) throws -> CommandSession.Result {
        try session.run(
            ["remind", "drop", "--rules", "rules/base", "--as-of", "2013-06-15"] + arguments)
    }

    @Test("what is due comes by days left, with what is missing")
    func text() throws {
        let result = try remind("--lang", "zh")
        #expect(result.status == 0)
        let first = try #require(result.output.range(of: "2013-06-20（还有 5 天）"))
        let second = try #require(result.output.range(of: "2013-07-10（还有 25 天）"))
        #expect(first.lowerBound < second.lowerBound)
        #expect(result.output.contains("还差 1（已有 1，要求 2）"))
    }

    @Test(
        "the window ends where the length says",
        arguments: [("5d", 1), ("4d", 0), ("25", 2), ("1m", 2), ("30 days", 2), ("3周", 1)])
    func window(length: String, count: Int) throws {
        let result = try remind("--within", length, "--format", "ics")
        #expect(result.output.components(separatedBy: "BEGIN:VEVENT").count - 1 == count)
    }

    @Test(
        "a table on the screen has what it follows from on standard error, a file has it beside it")
    func provenance() throws {
        let shown = try remind("--format", "csv", "--lang", "en")
        #expect(shown.output.hasPrefix("\u{FEFF}due,") && !shown.output.contains("SHA-256"))
        #expect(shown.errors.hasPrefix("as of 2013-06-15; rule pack base "))
        #expect(shown.errors.contains("files: 3, SHA-256 "))
        let written = try remind("--format", "csv", "--out", "due.csv", "--lang", "en")
        #expect(written.errors.isEmpty)
        #expect(try session.read("due.csv") == shown.output)
        let origin = try session.read("due-provenance.csv")
        #expect(origin.contains("as_of,2013-06-15") && origin.contains("  members.csv"))
    }

    @Test("a length that is none is refused", arguments: ["soon", "-3d", "10 working days", "3x"])
    func badLength(length: String) throws {
        let result = try remind("--within=" + length)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("30d"))
    }

    @Test("a calendar goes into a file, the same bytes each time, without phone numbers")
    func calendar() throws {
        try session.replace(
            "{member.name}参加", "{member.name}（{member.mobile}）参加",
            in: "rules/base/rules/member/too-few-activities.yaml")
        for name in ["a.ics", "b.ics"] {
            #expect(try remind("--format", "ics", "--out", name, "--lang", "zh").output.isEmpty)
        }
        let text = try session.read("a.ics")
        #expect(try session.read("b.ics") == text)
        #expect(text.hasPrefix("BEGIN:VCALENDAR\r\n") && text.hasSuffix("END:VCALENDAR\r\n"))
        let unfolded = text.replacing("\r\n ", with: "")
        #expect(unfolded.contains("江一（199****0001）参加1次"))
        #expect(!unfolded.contains("19900000001"))
    }
}
