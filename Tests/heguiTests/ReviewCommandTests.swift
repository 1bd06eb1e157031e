import Testing

@Suite("hegui check and review")
struct ReviewCommandTests {
    let session: CommandSession

    private static let request = ["--rules", "rules/base", "--as-of", "2013-12-31"]

    init() throws {
        session = try CommandSession()
        try session.write(
            "单位代码,单位名称\nU1,区档案局\nU2,区图书馆\n", to: "drop/units.csv")
        try session.write(
            """
            编号,姓名,手机,单位,状态,入职日期,报到日期
            M1,江一,19900000001,U1,在职,2013-05-20,2013-06-21
            M2,李二,19900000002,U1,在职,2013-05-20,2013-06-03
            M3,孙三,19900000003,U2,在职,2013-05-20,2013-06-03

            """, to: "drop/members.csv")
        try session.write(
            """
            编号,日期,内容
            M1,2013-03-05,植树
            M1,2013-05-12,义诊
            M2,2013-03-05,植树
            M3,2013-03-05,植树
            M3,2013-05-12,义诊

            """, to: "drop/activities.csv")
    }

    private func run(_ arguments: String...) throws -> CommandSession.Result {
        try session.run([arguments[0], "drop"] + Self.request + arguments.dropFirst())
    }

    @Test("a check names who breaks what, and ends with 1")
    func check() throws {
        let result = try run("check", "--lang", "zh")
        #expect(result.status == 1)
        #expect(result.errors.isEmpty)
        #expect(result.output.contains("逾期1天"))
        #expect(result.output.contains("李二参加1次"))
        #expect(!result.output.contains("孙三"))
        #expect(!result.output.contains("先进单位"))
    }

    @Test("a review tells the standings too")
    func review() throws {
        let result = try run("review", "--lang", "zh")
        #expect(result.output.contains("先进单位"))
        #expect(result.output.contains("members.csv"))
    }

    @Test("what was selected decides the status")
    func only() throws {
        let clean = try run("check", "--only", "区图书馆")
        #expect(clean.status == 0)
        let rule = try run("check", "--only", "registered-late", "--lang", "zh")
        #expect(rule.status == 1)
        #expect(rule.output.contains("江一") && !rule.output.contains("李二"))
        let unknown = try run("check", "--only", "registered-lat", "--lang", "en")
        #expect(unknown.status == 2)
        #expect(unknown.errors.contains("did you mean `registered-late`?"))
    }

    @Test("a parameter that was set is stated and used")
    func setting() throws {
        let result = try run("check", "--set", "activities=1", "--lang", "zh")
        #expect(result.output.contains("activities = 1"))
        #expect(!result.output.contains("李二"))
    }

    @Test("a parameter takes the name of another reading, and else says which there are")
    func alternative() throws {
        try session.replace(
            "- { value: 4", "- { name: with-paired, value: 4",
            in: "rules/base/pack.yaml")
        let result = try run("check", "--set", "activities=with-paired", "--lang", "zh")
        #expect(result.output.contains("activities = 4"))
        let wrong = try run("check", "--set", "activities=with-pair", "--lang", "en")
        #expect(wrong.status == 2)
        #expect(wrong.errors.contains("did you mean `with-paired`?"))
    }

    @Test("CSV goes into a folder as two files, and nothing to the screen")
    func csv() throws {
        let result = try run("review", "--format", "csv", "--out", "out/2013")
        #expect(result.output.isEmpty)
        let outcomes = try session.read("out/2013/outcomes.csv")
        #expect(
            outcomes.hasPrefix(
                "\u{FEFF}rule,clause,outcome,level,subject_type,subject_id,subject_name,"
                    + "observed,required,gap,due,done,source,message,"
                    + "waiver_approver,waiver_document,waiver_expires,waiver_source\r\n"))
        #expect(outcomes.contains("registered-late,C2,violated,mandatory,member,M1,江一"))
        #expect(outcomes.contains("too-few-activities,C1,met,mandatory,member,M3,孙三,2"))
        let standings = try session.read("out/2013/standings.csv")
        #expect(standings.contains("best-unit,U1,区档案局,eligible,2,2,2/2,1"))
    }

    @Test("several formats go into one folder")
    func formats() throws {
        _ = try run(
            "review", "--format", "csv", "--format", "json", "--format", "text", "--out", "out")
        for (name, start) in [
            ("outcomes.csv", "\u{FEFF}rule,clause,"), ("standings.csv", "\u{FEFF}award,"),
            ("review.json", "{"), ("review.txt", "Compliance review"),
        ] {
            let text = try session.read("out/\(name)")
            #expect(text.hasPrefix(start), "\(name)")
            #expect(name == "standings.csv" || text.contains("M1"), "\(name)")
        }
    }

    @Test("the same run twice gives the same bytes")
    func repeatable() throws {
        _ = try run("review", "--format", "json", "--format", "csv", "--out", "first")
        _ = try run("review", "--format", "json", "--format", "csv", "--out", "second")
        for name in ["outcomes.csv", "standings.csv", "review.json"] {
            #expect(try session.read("first/\(name)") == session.read("second/\(name)"))
        }
    }

    @Test("a phone number of the drop is in no output", arguments: ["check", "review"])
    func privacy(command: String) throws {
        try session.replace(
            "逾期{days_late}天", "{member.mobile}逾期{days_late}天",
            in: "rules/base/rules/member/registered-late.yaml")
        let text = try run(command, "--progress", "--lang", "zh")
        let json = try run(command, "--format", "json")
        for output in [text.output, json.output] {
            #expect(output.contains("199****0001逾期1天") && !output.contains("19900000001"))
        }
        #expect(!text.errors.contains("19900000001"))
    }

    @Test("a file that cannot be read is reported, and the status is 2")
    func unreadable() throws {
        try session.write("PK\u{3}\u{4}no archive", to: "drop/broken.xlsx")
        let result = try run("check", "--lang", "zh")
        #expect(result.status == 2)
        #expect(result.output.contains("broken.xlsx"))
        #expect(result.output.contains("李二参加1次"))
    }

    @Test("a drop without data is no clean one", arguments: ["empty", "nowhere"])
    func nothing(folder: String) throws {
        try session.write("", to: "empty/nothing.csv")
        let result = try session.run(["check", folder] + Self.request)
        #expect(result.status == 2)
    }

    @Test("quiet prints nothing, and progress goes to standard error")
    func quiet() throws {
        let silent = try run("check", "--quiet")
        #expect(silent.status == 1)
        #expect(silent.output.isEmpty && silent.errors.isEmpty)
        let chatty = try run("check", "--progress", "--lang", "en")
        #expect(chatty.errors.contains("reading the drop"))
        #expect(!chatty.output.contains("reading the drop"))
    }

    @Test("colour comes only when it is asked for")
    func colour() throws {
        #expect(try !run("check").output.contains("\u{1B}"))
        #expect(try run("check", "--color", "always").output.contains("\u{1B}[1;31m"))
    }
}
