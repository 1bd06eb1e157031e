import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import Testing

@testable import HeguiIntake
@testable import HeguiSheets
@testable import HeguiTables

@Suite("Whose a sheet is, of which year, and days that cannot be")
struct SheetOwnerTests {
    private let pack: Pack

    init() throws {
        pack = try TestPack.load()
    }

    private func roll(
        _ top: [[String?]], day: String = "1.5", file: String = "f.xlsx", asOf: Day? = nil
    ) throws -> Tables {
        var drop = TestDrop.registers
        let rows: [[String?]] = [["姓名", "手机", "报到日期"], ["赵一", "19900000001", day]]
        let foot: [[String?]] = [["说明：共有人员1人，领办项目0个"]]
        drop.add(file, sheet: "S", top + rows + foot)
        return try drop.tables(asOf: asOf)
    }

    @Test(
        "the owner is found behind a seal, under another label and with a party's name",
        arguments: [
            "填报单位（盖章）：区甲局", "填报单位(公章)：区甲局", "填报单位（加盖公章）：  区甲局", "填报单位：区甲局（盖章）",
            "填报单位：中共区甲局机关党支部（盖章）", "填报单位：区甲局（公章）  填报人：某某",
        ])
    func seals(label: String) throws {
        let tables = try roll([["2013年度人员名单"], [label]])
        #expect(tables.references("entries", "unit_id", in: pack) == [0])
        #expect(tables.findingCodes == [])
    }

    @Test(
        "another label and an owner named elsewhere are read with a finding",
        arguments: [
            ([["2013年度人员名单"], ["单位名称：区甲局"]], "f.xlsx"), ([["2013年度人员名单"], ["单位：区甲局"]], "f.xlsx"),
            ([["区甲局2013年度人员名单"]], "f.xlsx"), ([["2013年度人员名单"]], "名单-区甲局.xlsx"),
            ([["2013年度人员名单"], ["填报单位："]], "区甲局/f.xlsx"),
        ] as [([[String?]], String)])
    func nearOwners(top: [[String?]], file: String) throws {
        let tables = try roll(top, file: file)
        #expect(tables.references("entries", "unit_id", in: pack) == [0])
        #expect(tables.findingCodes == [DataCode.headingNear.rawValue])
        #expect(tables.annexes.map { $0.owner?.row } == [0])
    }

    @Test("without any of these the owner is missing, and no pattern is shown to people")
    func noOwner() throws {
        let tables = try roll([["人员名单"]])
        #expect(tables.findingCodes.sorted() == ["D0001", "D0015", "D0015"])
        #expect(tables.findings.allSatisfy { !$0.message.zh.contains("{") })
    }

    @Test(
        "the year of a title is read in whatever writing",
        arguments: [
            "2013年度人员名单", "二○一三年度人员名单", "二〇一三年度人员名单", "贰零壹叁年度人员名单", "13年度人员名单",
            "二零一三年度人员名单", "２０１３年度人员名单", "2013年人员名单", "人员名单（2013年）", "人员名单（二〇一三年度）",
            "人员名单（13年）",
        ])
    func years(title: String) throws {
        let tables = try roll([[title], ["填报单位：区甲局"]])
        let days: [Datum] = [.day(range("2013-01-05"))]
        #expect(tables.data("entries", "registered_on", in: pack) == days)
        #expect(tables.findings.allSatisfy { $0.code == DataCode.headingNear.rawValue })
    }

    @Test(
        "what stands in the cell above is no part of the year",
        arguments: [
            [["附件2"], ["2013年度人员名单"]], [["表3", "2013年度人员名单"]], [["附件2"], ["2013", "年度人员名单"]],
            [["附件2\n2013年度人员名单"]],
        ] as [[[String?]]])
    func numberAbove(top: [[String?]]) throws {
        let tables = try roll(top + [["填报单位：区甲局"]])
        #expect(tables.data("entries", "registered_on", in: pack) == [.day(range("2013-01-05"))])
        #expect(tables.findings == [])
    }

    @Test(
        "a year is a text of two or four digits",
        arguments: [
            ("2013", 2013), ("二○一三", 2013), ("两千零一十三", 2013), ("99", 1999), ("13", 2013),
            ("一三", 2013),
            ("123", nil), ("2500", nil), ("", nil), ("年", nil),
        ] as [(String, Int?)])
    func yearTexts(text: String, year: Int?) {
        #expect(YearText.year(text) == year)
    }

    @Test("the year of a date is not the year of a title")
    func yearOfDate() {
        #expect(YearText.named(in: "填报于2014年1月5日") == nil)
        #expect(YearText.named(in: "2013年度（2014年1月填）") == 2013)
        #expect(YearText.standing(in: "甲社区2013") == 2013)
        #expect(YearText.standing(in: "甲社区20130105") == nil)
    }

    @Test(
        "a community is known among the names of the places around it",
        arguments: [
            "晚枫社区", "云栈街道晚枫社区", "杭州市西湖区云栈街道晚枫社区", "晚枫社区（云栈街道）", "晚枫", "晚枫居委会",
            "晚枫社区居委会", "云栈街道晚枫", "晚枫社区党委",
        ])
    func places(text: String) throws {
        let dataset = try #require(pack.dataset("units"))
        let rows = ["云栈社区", "晚枫社区", "云栈街道办事处", "区司法局"].map { name in
            DraftRow(
                data: [.text(name), .text(name), .absent, .absent], cells: [nil, nil, nil, nil],
                address: CellAddress(file: "u.csv", row: 1), decidesRow: true)
        }
        #expect(TargetIndex(dataset, rows: rows).find(text) == .one(1))
    }

    @Test(
        "other names are not taken for one that is known",
        arguments: ["云栈街道", "晚枫东社区", "东晚枫社区", "上城区司法局", "枫", "街道"])
    func otherPlaces(text: String) throws {
        let dataset = try #require(pack.dataset("units"))
        let rows = ["云栈社区", "晚枫社区", "区司法局"].map { name in
            DraftRow(
                data: [.text(name), .text(name), .absent, .absent], cells: [nil, nil, nil, nil],
                address: CellAddress(file: "u.csv", row: 1), decidesRow: true)
        }
        #expect(TargetIndex(dataset, rows: rows).find(text) == .none)
    }

    @Test(
        "a day that nobody can have meant is unknown, with a finding at its cell",
        arguments: ["1905-07-05", "1900-01-01", "1909-12-31", "3030-01-08", "1899年1月1日"])
    func impossible(day: String) throws {
        var drop = TestDrop.registers
        drop.add("m2.csv", [["编号", "姓名", "入职日期"], ["M9", "周九", day]])
        let tables = try drop.tables()
        let last = tables.data("members", "hired_on", in: pack).last
        #expect(last == .unreadable)
        let found = tables.findings.filter { $0.cell.file == "m2.csv" }
        #expect(found.map(\.cell.column) == [3])
    }

    @Test("a number typed into a cell of dates is named")
    func serials() throws {
        let day = try #require(Day("1905-07-05"))
        var cell = RawCell(column: 3, text: "1905-07-05", kind: .date)
        cell.date = DayRange(day)
        let problem = try #require(DayBounds.impossible(DayRange(day), in: cell))
        #expect(problem.zh.contains("2013"))
        let forEver = try #require(Day("9999-12-31"))
        #expect(DayBounds.impossible(DayRange(forEver), in: nil) == nil)
    }

    @Test(
        "a form says which days its columns may hold",
        arguments: [
            ("3月5日植树", "2013-03-05"), ("2011.3.5植树", nil), ("2014.3.5植树", nil),
            ("2013.12.5植树", "2013-12-05"),
        ] as [(String, String?)])
    func plausible(text: String, day: String?) throws {
        var drop = TestDrop.registers
        drop.add(
            "log.xlsx", sheet: "S",
            [["服务记录表"], ["2013年服务"], ["姓名", "手机", "服务情况登记"], ["赵一", "19900000001", text]])
        let tables = try drop.tables(asOf: Day("2013-06-30"))
        let expected: Datum = day.map { .day(range($0)) } ?? .unreadable
        #expect(tables.data("visits", "date", in: pack) == [expected])
        #expect(tables.findingCodes == (day == nil ? [DataCode.eventDateDoubtful.rawValue] : []))
    }
}
