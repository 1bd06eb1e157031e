import Foundation
import HeguiTestSupport
import Testing

/// Drops of which most could not be judged, or of which somebody demands more.
@Suite("how much was judged")
struct CompletenessTests {
    let session: CommandSession

    init() throws {
        session = try CommandSession()
        for (name, text) in [
            ("units", "单位代码,单位名称\nU1,区档案局\n"),
            (
                "members",
                "编号,姓名,手机,单位,状态,入职日期,报到日期\n"
                    + "M1,江一,19900000001,U1,在职,2013-05-20,2013-06-03\n"
            ),
            ("activities", "编号,日期,内容\nM1,2013-03-05,植树\nM1,2013-05-12,义诊\n"),
        ] {
            try session.write(text, to: "drop/\(name).csv")
        }
    }

    private func check(_ arguments: String..., asOf: String = "2013-12-31") throws
        -> CommandSession.Result
    {
        try session.run(
            ["check", "drop", "--rules", "rules/base", "--as-of", asOf, "--lang", "zh"]
                + arguments)
    }

    @Test("a drop that has all is complete")
    func whole() throws {
        let result = try check()
        #expect(result.status == 0)
        #expect(result.output.contains("没有待处理的事项。"))
    }

    @Test("without the roster most rules judge nothing, and the last line says so")
    func roster() throws {
        try session.remove("drop/members.csv")
        let result = try check("--quiet")
        #expect(result.status == 2)
        let said = try check()
        #expect(said.output.contains("只判断了"))
        #expect(!said.output.contains("\n没有发现违反。"))
        #expect(!said.output.contains("没有待处理的事项"))
        let markdown = try check("--format", "markdown").output
        #expect(markdown.contains("只判断了") && markdown.contains("⚠ **未能全部检查"))
        #expect(try check("--allow-unjudged", "100%").status != 2)
        #expect(try check("--allow-unjudged", "1").status == 2)
        #expect(try check("--allow-unjudged", "many").status == 2)
    }

    @Test("a register with headings and no row leaves rules without anybody to judge")
    func headingsOnly() throws {
        try session.write("编号,姓名,手机,单位,状态,入职日期,报到日期\n", to: "drop/members.csv")
        let result = try check()
        #expect(result.status == 2)
        #expect(result.output.contains("需要“人员”"))
    }

    @Test(
        "an empty file counts where something is lacking",
        arguments: ["", "\u{FEFF}", "\n\r\n", "\u{FEFF}\r\n , , \r\n"])
    func emptyFile(text: String) throws {
        try session.write(text, to: "drop/花名册.csv")
        // Nothing is lacking: somebody left an empty file behind.
        let beside = try check()
        #expect(beside.status == 0)
        #expect(beside.output.contains("[I0009]") && beside.output.contains("1 个文件未读"))
        try session.remove("drop/activities.csv")
        #expect(try check("--allow-unjudged", "100%").status == 2)
    }

    @Test("a demanded dataset has to be there, by its id or title, with a row")
    func demanded() throws {
        #expect(try check("--require", "members,units").status == 0)
        #expect(try check("--require", "人员、单位").status == 0)
        try session.remove("drop/activities.csv")
        let lacking = try check("--require", "members,activities", "--allow-unjudged", "100%")
        #expect(lacking.status == 2)
        #expect(lacking.output.contains("没有必需的“活动”"))
        let unknown = try check("--require", "member")
        #expect(unknown.status == 2)
        #expect(unknown.errors.contains("是不是想写 `members`？"))
    }

    @Test("a policy that is not in force on the day checks nothing")
    func notInForce() throws {
        #expect(try check().status == 0)
        let result = try check(asOf: "2012-12-31")
        #expect(result.status == 2)
        #expect(result.output.contains("[E0008]"))
        #expect(!result.output.contains("没有待处理的事项"))
    }

    @Test("pictures, short cuts and documents are none of ours")
    func junk() throws {
        let files: [(String, [UInt8])] = [
            ("扫描.tif", [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0]),
            ("扫描.bmp", Array("BM".utf8) + [0x36] + [UInt8](repeating: 0, count: 40)),
            ("图.webp", Array("RIFF".utf8) + [16, 0, 0, 0] + Array("WEBPVP8 ".utf8)),
            ("附件3.lnk", [0x4C, 0, 0, 0, 1, 0x14, 2, 0]),
            ("公文.ceb", Array("Founder CEB ".utf8) + [0, 0, 0]),
            ("会议.mp4", [0, 0, 0, 0x18] + Array("ftypmp42".utf8) + [0, 0, 0, 0]),
        ]
        for (name, bytes) in files {
            try Data(bytes).write(to: session.folder.appending(path: "drop/\(name)"))
        }
        let result = try check()
        #expect(result.status == 0)
        #expect(result.output.components(separatedBy: "[I0005]").count == files.count + 1)
        #expect(!result.output.contains("I0103"))
    }

    @Test(
        "what programs leave behind is left aside with the reason and changes nothing",
        arguments: [
            ("~$附件3.xlsx", "锁定文件"), (".~lock.附件3.xlsx#", "锁定文件"), (".~附件3.xlsx", "锁定文件"),
            ("Thumbs.db", "系统文件"), ("desktop.ini", "系统文件"), (".DS_Store", "隐藏文件"),
            ("._附件3.xlsx", "隐藏文件"), ("附件3.xlsx.tmp", "临时文件"), ("附件3.xlsx.crdownload", "临时文件"),
        ])
    func leftBehind(name: String, reason: String) throws {
        let before = try check()
        // Neither a table nor a text, as such files are.
        try Data([0, 1, 0xFE, 0xFF, 0, 0]).write(
            to: session.folder.appending(path: "drop/\(name)"))
        let after = try check()
        #expect(after.status == before.status)
        #expect(!after.output.contains("[I0"))
        #expect(after.output.contains(reason), "\(after.output)")
    }
}
