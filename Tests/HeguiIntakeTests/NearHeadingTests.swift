import HeguiDiagnostics
import HeguiPack
import Testing

@testable import HeguiIntake
@testable import HeguiSheets
@testable import HeguiTables

@Suite("Headings a word more or less")
struct NearHeadingTests {
    private let pack: Pack

    init() throws {
        pack = try TestPack.load()
    }

    private func drop(_ rows: [[String?]], file: String = "f.xlsx") -> TestDrop {
        var drop = TestDrop.registers
        drop.add(file, sheet: "S", rows)
        return drop
    }

    private static let title: [String?] = ["2013年度人员名单"]
    private static let owner: [String?] = ["填报单位：区甲局"]

    @Test(
        "a heading that is nearly one of the form is read, with a finding at its cell",
        arguments: [
            (["姓名", "手机", "报到日期（实际）", "领办项目"], []), (["党员姓名", "手机", "报到日期", "领办项目"], [1]),
            (["姓名", "手机", "到社区报到日期", "领办项目"], [3]), (["人员姓名", "手机", "报到的日期", "领办项目"], [1, 3]),
            (["姓名", "手机", "报到日", "领办项目"], [3]),
        ] as [([String?], [Int])])
    func nearHeadings(headings: [String?], near: [Int]) throws {
        let rows = [
            Self.title, Self.owner, headings, ["赵一", "19900000001", "1.5", "助老"],
            ["钱二", "19900000002", "1.6", "助残"], ["说明：共有人员2人，领办项目2个"],
        ]
        let tables = try drop(rows).tables()
        #expect(tables.data("entries", "member_id", in: pack) == [.text("M1"), .text("M2")])
        let days = ["2013-01-05", "2013-01-06"].map { Datum.day(range($0)) }
        #expect(tables.data("entries", "registered_on", in: pack) == days)
        let found = tables.findings.filter { $0.code == DataCode.headingNear.rawValue }
        #expect(found.map(\.cell.column) == near)
        #expect(found.allSatisfy { $0.cell.row == 3 })
        #expect(tables.annexes.map(\.state) == [.read])
        #expect(tables.openRows == [])
    }

    @Test(
        "what contradicts a heading, or is of somebody else, keeps the sheet from being read",
        arguments: [
            ["姓名", "手机", "报到社区", "领办项目"], ["配偶姓名", "手机", "报到日期", "领办项目"],
        ] as [[String?]])
    func contradicted(headings: [String?]) throws {
        let isCommunity = headings[2] == "报到社区"
        let rows = [
            Self.title, Self.owner, headings,
            ["赵一", "19900000001", isCommunity ? "甲社区" : "1.5", "助老"],
            ["钱二", "19900000002", isCommunity ? "乙社区" : "1.6", "助残"],
        ]
        let tables = try drop(rows).tables()
        #expect(tables.findingCodes.contains(DataCode.sheetUnrecognised.rawValue))
        #expect(tables.table("entries")?.rows.isEmpty == true)
    }

    @Test(
        "headings that a register does not need are read a word more or less",
        arguments: [
            ["编号", "姓名", "手机号码", "入职日期"], ["编号", "姓名", "手机", "入职的日期"],
            ["编号", "姓名", "手机（本人）", "入职时日"],
        ])
    func registers(headings: [String]) throws {
        var drop = TestDrop()
        drop.add("members.csv", [headings, ["M1", "赵一", "19900000001", "2013-01-04"]])
        let tables = try drop.tables()
        #expect(tables.data("members", "mobile", in: pack) == [.text("19900000001")])
        #expect(tables.data("members", "hired_on", in: pack) == [.day(range("2013-01-04"))])
    }

    @Test(
        "what contradicts a heading of a register, or is of somebody else, stays unread",
        arguments: [("入职的日期", "甲局"), ("配偶入职日期", "2013-01-04"), ("拟入职日期", "2013-01-04")])
    func strangeRegisters(heading: String, cell: String) throws {
        var drop = TestDrop()
        drop.add("members.csv", [["编号", "姓名", heading], ["M1", "赵一", cell]])
        #expect(try drop.tables().data("members", "hired_on", in: pack) == [.notGiven])
    }

    @Test("a row of data is no second row of headings")
    func dataBelowHeadings() throws {
        let rows = [
            Self.title, Self.owner, ["姓名", "手机", "到达的时候", "领办项目"],
            ["赵一", "19900000001", "报到", "助老"], ["钱二", "19900000002", "1.6", "助残"],
        ]
        let tables = try drop(rows).tables()
        #expect(tables.findingCodes.contains(DataCode.sheetUnrecognised.rawValue))
        #expect(tables.annexes.map(\.state) == [.unread])
    }

    @Test("the day and the content of an event may stand in two columns")
    func eventsInTwoColumns() throws {
        var drop = TestDrop.registers
        drop.add(
            "log.xlsx", sheet: "S",
            [
                ["服务记录表"], ["2013年服务"], ["姓名", "手机", "服务时间", "服务内容"],
                ["赵一", "19900000001", "3月5日", "植树"],
                ["钱二", "19900000002", "3.6、4.7", "理发、义诊"],
                ["孙三", "19900000003", nil, "5.8巡逻；6.9宣讲"],
            ])
        let tables = try drop.tables()
        let days = ["2013-03-05", "2013-03-06", "2013-04-07", "2013-05-08", "2013-06-09"]
        #expect(tables.data("visits", "date", in: pack) == days.map { .day(range($0)) })
        let contents = ["植树", "理发", "义诊", "巡逻", "宣讲"].map { Datum.text($0) }
        #expect(tables.data("visits", "content", in: pack) == contents)
        let near = tables.findings.filter { $0.code == DataCode.headingNear.rawValue }
        #expect(near.map(\.cell.column) == [3, 4])
    }

    @Test("a table with a near heading below another is no part of that one")
    func secondTable() throws {
        let rows: [[String?]] = [
            Self.title, Self.owner, ["姓名", "手机", "报到日期", "领办项目"],
            ["赵一", "19900000001", "1.5", "助老"], ["说明：共有人员1人，领办项目1个"],
            ["2013年度人员名单"], ["填报单位：区乙院"], ["姓名", "手机", "报到的日期", "领办项目"],
            ["孙三", "19900000003", "1.6", "助残"], ["说明：共有人员1人，领办项目1个"],
        ]
        let tables = try drop(rows).tables()
        #expect(tables.data("entries", "unit_id", in: pack) == [.text("区甲局"), .text("区乙院")])
        #expect(tables.annexes.map { $0.owner?.row } == [0, 1])
    }

    @Test("a table whose headings are not understood ends the one above it and stays open")
    func cutTable() throws {
        let rows: [[String?]] = [
            Self.title, Self.owner, ["姓名", "手机", "报到日期", "领办项目"],
            ["赵一", "19900000001", "1.5", "助老"], ["说明：共有人员1人，领办项目1个"],
            ["2013年度人员名单"], ["填报单位：区乙院"], ["姓名", "手机", "身份证号", "领办项目"],
            ["孙三", "19900000003", "x", "助残"],
        ]
        let tables = try drop(rows).tables()
        #expect(tables.data("entries", "unit_id", in: pack) == [.text("区甲局")])
        #expect(tables.annexes.map(\.state) == [.read, .unread])
        let place = OpenRows.Place(dataset: "units", row: 1)
        #expect(tables.openRows.allSatisfy { $0.references == [place] })
        #expect(Set(tables.openRows.map(\.dataset)) == ["entries", "visits", "totals"])
    }

    @Test(
        "a sheet that is not read leaves the rows of its owner open, whoever says whose it is",
        arguments: [
            ("f.xlsx", ["2013年度人员名单", "填报单位：区乙院"]), ("f.xlsx", ["2013年度人员名单（区乙院）", ""]),
            ("名单-区乙院.xlsx", ["2013年度人员名单", ""]), ("区乙院/f.xlsx", ["2013年度人员名单", ""]),
        ])
    func openOwner(file: String, top: [String]) throws {
        let rows: [[String?]] = [
            [top[0]], [top[1]], ["甲列", "乙列"], ["1", "2"], ["3", "4"],
        ]
        let tables = try drop(rows, file: file).tables()
        let place = OpenRows.Place(dataset: "units", row: 1)
        #expect(tables.annexes.map(\.owner) == [place])
        #expect(tables.annexes.map(\.state) == [.unread])
        #expect(!tables.openRows.isEmpty)
        #expect(tables.openRows.allSatisfy { $0.references == [place] && $0.atMost == nil })
    }

    @Test("a table of something else leaves nothing open")
    func others() throws {
        let tables = try drop([["工资表"], ["姓名", "工资"], ["赵一", "1"], ["钱二", "2"]]).tables()
        #expect(tables.findingCodes == [DataCode.sheetUnrecognised.rawValue])
        #expect(tables.annexes == [])
        #expect(tables.openRows == [])
    }

    @Test(
        "a file that cannot be opened is the annex that its name or folder says",
        arguments: [
            ("人员名单-区乙院.xls", "roll", 1), ("人员名单/区甲局.et", "roll", 0),
            ("人员名单/合订.pdf", "roll", nil), ("人员名单-区甲局.jpg", "roll", 0),
            ("人员名单/区甲局.jpg", "roll", 0),
            ("人员登记卡-赵一.docx", "card", 0),
        ] as [(String, String, Int?)])
    func unreadFiles(file: String, annex: String, owner: Int?) throws {
        let drop = TestDrop.registers
        let code = file.hasSuffix("xls") || file.hasSuffix("et") ? "I0006" : "I0005"
        let tables = try drop.tables(unread: file, code: code)
        #expect(tables.annexes.map(\.annex) == [annex])
        #expect(tables.annexes.map { $0.owner?.row } == [owner])
        #expect(!tables.openRows.isEmpty)
        #expect(
            tables.openRows.allSatisfy { $0.references.map(\.row) == [owner].compactMap(\.self) })
    }

    @Test(
        "other files that cannot be opened are no annex",
        arguments: ["通知.pdf", "人员名单.lnk", "人员名单/照片1.jpg", "花名册.xls", "人员名单/录像.mp4"])
    func otherFiles(file: String) throws {
        let tables = try TestDrop.registers.tables(unread: file, code: "I0005")
        #expect(tables.annexes == [])
        #expect(tables.openRows == [])
    }

    @Test("the scan of an annex that was read leaves nothing open")
    func scans() throws {
        var drop = TestDrop.registers
        drop.add(
            "人员名单-区甲局.xlsx", sheet: "S",
            [
                Self.title, Self.owner, ["姓名", "手机", "报到日期", "领办项目"],
                ["赵一", "19900000001", "1.5", "助老"], ["说明：共有人员1人，领办项目1个"],
            ])
        for file in ["人员名单-区甲局.pdf", "人员名单-区甲局.xls", "人员名单-区甲局（盖章）.pdf"] {
            let tables = try drop.tables(unread: file, code: "I0006")
            #expect(tables.annexes.map(\.state) == [.read], "\(file)")
            #expect(tables.openRows == [], "\(file)")
        }
        let other = try drop.tables(unread: "人员名单-区乙院.pdf", code: "I0005")
        #expect(!other.openRows.isEmpty)
    }

    @Test(
        "a row that is not understood leaves the rows of its owner open, no more than it may hold")
    func rejectedRows() throws {
        let rows: [[String?]] = [
            Self.title, Self.owner, ["序号", "姓名", "手机", "报到日期", "领办项目"],
            ["1", "赵一", "19900000001", "1.5", "助老"], ["2", nil, nil, "1.6", "助残"],
            ["说明：共有人员2人，领办项目2个"],
        ]
        let tables = try drop(rows).tables()
        #expect(tables.annexes.map(\.state) == [.partly])
        let entries = tables.openRows.filter { $0.dataset == "entries" }
        #expect(entries.map(\.atMost) == [1])
        #expect(entries.first?.references == [OpenRows.Place(dataset: "units", row: 0)])
    }

    @Test("the sheet that WPS keeps for itself is left aside")
    func reservedSheet() throws {
        var drop = TestDrop.registers
        drop.add("f.xlsx", sheet: "WpsReserved_CellImgList", state: .veryHidden, [["甲", "乙"]])
        let tables = try drop.tables()
        #expect(tables.findingCodes == [])
        let sheet = tables.files.first { $0.file == "f.xlsx" }?.sheets.first
        #expect(sheet?.ignored.map(\.reason) == [IgnoredRow.reserved.reason])
    }
}
