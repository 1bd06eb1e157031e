import HeguiDiagnostics
import HeguiIntake
import HeguiPack
import Testing

@testable import HeguiSheets
@testable import HeguiTables

@Suite("Recognising sheets")
struct RecognitionTests {
    private func readAs(_ rows: [[String?]], merged: [MergedRange] = []) throws -> String? {
        var drop = TestDrop()
        drop.add("f.xlsx", sheet: "S", merged: merged, rows)
        return try drop.tables().files.first?.sheets.first?.readAs
    }

    @Test("headings count without blanks, line breaks, hints and marks")
    func headings() throws {
        let title: [String?] = ["2013年度人员名单"]
        #expect(try readAs([title, ["姓    名", "报到\n日期"], ["赵一", "3.1"]]) == "roll")
        #expect(try readAs([title, ["*姓名", "报到日期（年月日）"], ["赵一", "3.1"]]) == "roll")
        #expect(try readAs([title, ["姓名：", "报到日期\n如2013-1-4"], ["赵一", "3.1"]]) == "roll")
        #expect(try readAs([title, ["姓名拼音", "报到日期"], ["a", "3.1"]]) == nil)
    }

    @Test("the headings may stand in any row and any column")
    func position() throws {
        var rows: [[String?]] = [["2013年度人员名单"], ["填报单位：区甲局"], ["（盖章）"]]
        rows += [[nil, nil, "报到日期", "姓名"], [nil, nil, "3.1", "赵一"]]
        #expect(try readAs(rows) == "roll")
    }

    @Test("two rows of headings are read as one, merged or not")
    func twoRows() throws {
        let rows: [[String?]] = [
            ["2013年度人员名单"], ["姓名", "报到", "联系方式", nil], [nil, "日期", "办电", "手机"],
            ["赵一", "3.1", nil, "19900000001"],
        ]
        var drop = TestDrop.registers
        let name = MergedRange(firstRow: 2, firstColumn: 1, lastRow: 3, lastColumn: 1)
        drop.add("f.xlsx", sheet: "S", merged: [name], rows)
        let tables = try drop.tables()
        let pack = try TestPack.load()
        #expect(tables.data("entries", "mobile", in: pack) == [.text("19900000001")])
        #expect(tables.data("entries", "member_id", in: pack) == [.text("M1")])
        drop.sheets[drop.sheets.count - 1].merged = MergedCells()
        #expect(try drop.tables().data("entries", "mobile", in: pack) == [.text("19900000001")])
    }

    @Test("a plain sheet is read into the dataset whose columns it has")
    func registers() throws {
        #expect(try readAs([["姓名", "编号"], ["赵一", "M1"]]) == "members")
        #expect(try readAs([["name", "kind"], ["区甲局", "机关"]]) == "units")
    }

    @Test("a form without its title gives way to a register, but not to nothing")
    func titles() throws {
        #expect(try readAs([["姓名", "报到日期"], ["赵一", "2013-1-1"]]) == "roll")
        #expect(try readAs([["编号", "姓名", "报到日期"], ["M1", "赵一", "2013-1-1"]]) == "members")
    }

    @Test("a sheet that nothing recognises is reported with the nearest form and what it lacks")
    func unrecognised() throws {
        var drop = TestDrop()
        drop.add("f.xlsx", sheet: "S", [["姓名", "地址"], ["赵一", "某处"]])
        drop.add("g.xlsx", sheet: "S", [["甲列", "乙列"], ["1", "2"]])
        let tables = try drop.tables()
        #expect(tables.findingCodes == ["D0010", "D0010"])
        #expect(tables.findings[0].message.zh.contains("报到日期"))
        #expect(!tables.findings[0].message.zh.contains("赵一"))
        #expect(tables.findings[1].message.zh.contains("甲列"))
        #expect(tables.files.map { $0.sheets[0].rowsRead } == [0, 0])
        #expect(tables.files.map { $0.sheets[0].rowCount } == [2, 2])
    }

    @Test("a heading that is there twice stops the reading of its table")
    func repeatedHeading() throws {
        var drop = TestDrop()
        drop.add("m.csv", [["编号", "姓名", "姓名"], ["M1", "赵一", "钱二"]])
        let tables = try drop.tables()
        #expect(tables.findingCodes == ["D0021"])
        #expect(tables.table("members")?.rows.isEmpty == true)
    }

    @Test("two tables of one sheet are read each with its own heading")
    func twoTables() throws {
        var drop = TestDrop.registers
        drop.add(
            "f.xlsx", sheet: "S",
            [
                ["2013年度人员名单"], ["填报单位：区甲局"], ["姓名", "手机", "报到日期"],
                ["赵一", "19900000001", "1.5"], ["说明：共有人员1人，领办项目0个"],
                ["2012年度人员名单"], ["填报单位：区乙院"], ["姓名", "手机", "报到日期"],
                ["孙三", "19900000003", "1.6"], ["说明：共有人员1人，领办项目0个"],
            ]
        )
        let tables = try drop.tables()
        let pack = try TestPack.load()
        #expect(tables.data("entries", "unit_id", in: pack) == [.text("区甲局"), .text("区乙院")])
        let days: [Datum] = [.day(range("2013-01-05")), .day(range("2012-01-06"))]
        #expect(tables.data("entries", "registered_on", in: pack) == days)
        #expect(tables.data("totals", "unit_id", in: pack).count == 2)
        #expect(tables.findingCodes == [])
    }

    @Test("headings repeated for a new page are no table of their own")
    func repeatedHeadings() throws {
        var drop = TestDrop.registers
        drop.add(
            "f.xlsx", sheet: "S",
            [
                ["2013年度人员名单"], ["填报单位：区甲局"], ["姓名", "手机", "报到日期"],
                ["赵一", "19900000001", "1.5"], ["姓名", "手机", "报到日期"],
                ["钱二", "19900000002", "1.6"], ["说明：共有人员2人，领办项目0个"],
            ]
        )
        let tables = try drop.tables()
        #expect(tables.table("entries")?.rows.count == 2)
        let sheet = tables.files.first { $0.file == "f.xlsx" }?.sheets.first
        #expect(sheet?.rowsRead == 2)
        #expect(sheet?.rowCount == 7)
    }

    @Test("two forms that fit equally well are reported, not guessed at")
    func ties() throws {
        var drop = TestDrop()
        let both: [String?] = ["规则", "对象", "说明", "填写人", "日期", "理由", "批准人", "批准日期", "有效期至"]
        drop.add(
            "f.csv", [both, ["r", "s", "t", "a", "2013-1-1", "x", "y", "2013-1-1", "2013-2-1"]])
        let tables = try drop.tables(named: NamedWaivers(ofDrop: ["f.csv"]))
        #expect(tables.waivers.count + tables.explanations.count == 1)
        drop.sheets = []
        drop.add("g.csv", [["编号", "姓名", "单位名称", "性质"], ["M1", "赵一", "区甲局", "机关"]])
        #expect(try drop.tables().findingCodes == ["D0011"])
    }
}
