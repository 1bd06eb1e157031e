import Foundation
import HeguiTestSupport
import Testing

/// Numbers in every place where a drop may have one, and none of them in what the command says.
@Suite("Numbers of a drop")
struct LeakTests {
    private static let numbers = (1...6).map { "1990000000\($0)" }
    private static let request = [
        "drop", "--rules", "rules/base", "--as-of", "2013-12-31", "--lang", "zh",
    ]

    let session: CommandSession

    init() throws {
        session = try CommandSession()
        try session.write(
            "单位代码,单位名称\nU1/19900000005,区档案局19900000002\n", to: "drop/单位19900000003.csv")
        try session.write(
            """
            编号,姓名,手机,单位,状态,入职日期,报到日期
            M1,江一19900000004,19900000001,U1/19900000005,在职,2013-05-20,2013-06-21
            M2,江二,19900000001,U1/19900000005,在职19900000006,2013-12-20,

            """, to: "drop/19900000003/members.csv")
        try session.write("PK\u{3}\u{4}no archive", to: "drop/19900000003.xlsx")
        try session.replace(
            "逾期{days_late}天", "{member.mobile}逾期{days_late}天",
            in: "rules/base/rules/member/registered-late.yaml")
    }

    private func expectNone(_ arguments: [String]) throws {
        let result = try session.run(arguments)
        for number in Self.numbers {
            #expect(
                !result.output.contains(number) && !result.errors.contains(number),
                "\(number) is in what \(arguments[0]) says")
        }
        // Markdown writes signs with a backslash before them.
        let said = (result.output + result.errors).replacing("\\", with: "")
        #expect(said.contains("199****000"))
    }

    @Test("no format of a review prints a number, nor does what is said beside it")
    func reviews() throws {
        let help = try session.run("review", "--help").output
        let list = try #require(
            help.firstMatch(of: #/--format .*?values: ([a-z, \n]+)/#.dotMatchesNewlines()))
        let formats = list.1.split { !$0.isLetter }.map(String.init)
        #expect(formats.count >= 11)
        for format in formats where format != "xlsx" {
            try expectNone(["review"] + Self.request + ["--format", format, "--color", "always"])
        }
        try expectNone(["check"] + Self.request)
        for table in ["standings.csv", "provenance.csv"] {
            _ = try session.run(["review"] + Self.request + ["--format", "csv", "--out", "out"])
            let text = try session.read("out/\(table)")
            for number in Self.numbers { #expect(!text.contains(number)) }
        }
    }

    @Test("reminders, bulletins and explanations print no number")
    func others() throws {
        for format in ["text", "ics", "csv"] {
            try expectNone(["remind"] + Self.request + ["--format", format])
        }
        for format in ["markdown", "html"] {
            let result = try session.run(["bulletin"] + Self.request + ["--format", format])
            for number in Self.numbers { #expect(!result.output.contains(number)) }
        }
        let plan = try session.run(["plan"] + Self.request)
        let near = try session.run(["check"] + Self.request + ["--only", "U1/1990000000"])
        #expect(near.errors.contains("U1/199****0005"))
        for number in Self.numbers {
            #expect(!plan.output.contains(number) && !near.errors.contains(number))
        }
        let drop = ["--drop", "drop"] + Self.request.dropFirst()
        try expectNone(["explain", "registered-late"] + drop + ["--subject", "M1"])
    }

    @Test("two saved reviews with names of files that hold numbers are compared with their drops")
    func comparison() throws {
        let save = ["review"] + Self.request + ["--format", "json", "--out"]
        _ = try session.run(save + ["old.json"])
        try session.replace("2013-06-21", "2013-05-21", in: "drop/19900000003/members.csv")
        _ = try session.run(save + ["new.json"])
        for format in ["text", "markdown", "json"] {
            try expectNone(["diff", "old.json", "new.json", "--format", format])
        }
        let verified = try session.run([
            "verify", "new.json", "--drop", "drop", "--rules", "rules/base", "--lang", "zh",
        ])
        #expect(verified.status == 0)
        for number in Self.numbers { #expect(!verified.output.contains(number)) }
    }

    @Test(
        "numbers in any writing, as keys too and in columns that hold none, are in no report",
        arguments: 1...3)
    func anyWriting(seed: UInt64) throws {
        var written = WrittenNumbers(seed: seed)
        let numbers = (0..<9).map { _ in written.next() }
        let texts = numbers.map { "\"\($0.text)\"" }
        try session.write(
            """
            编号,姓名,手机,单位,状态,入职日期,报到日期
            \(texts[0]),江一,\(texts[1]),\(texts[2]),在职,2013-05-20,2013-06-21
            \(texts[3]),江二\(numbers[4].text),,U1/19900000005,\(texts[5]),\(texts[6]),\(texts[7])

            """, to: "drop/19900000003/members.csv")
        try session.write("a,b\n1,2\n", to: "drop/\(numbers[8].text.replacing("/", with: "")).csv")
        let formats = [
            "text", "csv", "json", "jsonl", "sarif", "junit", "tap", "github", "markdown", "html",
        ]
        let commands =
            formats.map { ["review"] + Self.request + ["--format", $0] }
            + [["remind"] + Self.request, ["check"] + Self.request, ["missing"] + Self.request]
        for command in commands {
            let result = try session.run(command)
            let said = PlainDigits.of(result.output) + "a" + PlainDigits.of(result.errors)
            for number in numbers {
                #expect(!said.contains(number.digits), "\(command): \(number.text), seed \(seed)")
            }
        }
    }

    @Test("what the command says of its own arguments is masked, and safe to print")
    func arguments() throws {
        let result = try session.run(
            "review", "drop", "--rules", "13800001111", "--as-of", "2013-12-31", "--baseline",
            "\u{1B}[2J##[error]13800002222")
        #expect(result.status == 2)
        let said = result.output + result.errors
        #expect(!said.contains("13800001111") && !said.contains("13800002222"))
        #expect(!said.contains("\u{1B}") && !said.contains("##["))
    }
}
