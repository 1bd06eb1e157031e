import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiSheets
import Testing

@testable import HeguiIntake
@testable import HeguiTables

@Suite("Versions of an annex")
struct VersionTests {
    private let pack: Pack

    init() throws {
        pack = try TestPack.load()
    }

    private static let roll: [[String?]] = [
        ["赵一", "19900000001", nil, "2013-01-05", "助老、助残", "1月5日 义诊；2月6日 理发", "在册"],
        ["钱二", "19900000002", nil, "2013-01-06", "助残", nil, "在册"],
        ["孙三", "19900000003", nil, "2013-01-07", nil, "3月7日 巡逻", "在册"],
    ]

    /// A file of one sheet with a list of a unit.
    private struct Roll {
        var file = "roll.xlsx"
        var sheet = "S"
        var state = Sheet.State.visible
        var unit = "区甲局"
        var rows = VersionTests.roll
        var members = "3"
    }

    private func drop(_ rolls: [Roll]) -> TestDrop {
        var drop = TestDrop()
        drop.add("units.csv", [["单位名称", "性质"], ["区甲局", "机关"], ["区乙院", "事业"]])
        drop.add(
            "members.csv",
            [
                ["编号", "姓名", "出生年月", "手机", "单位"], ["M1", "赵一", "1980-01", "19900000001", "区甲局"],
                ["M2", "钱二", "1981-02", "19900000002", "区甲局"],
                ["M3", "孙三", "1982-03", "19900000003", "区甲局"],
                ["M4", "李四", "1983-04", "19900000004", "区甲局"],
                ["M5", "周五", "1984-05", "19900000005", "区甲局"],
            ])
        for roll in rolls {
            let top: [[String?]] = [
                ["2013年度人员名单"], ["填报单位：" + roll.unit],
                ["姓名", "手机", "出生年月", "报到日期", "领办项目", "服务情况", "类别"],
            ]
            let foot: [[String?]] = [["说明：共有人员\(roll.members)人，领办项目3个"]]
            drop.add(
                roll.file, sheet: roll.sheet, state: roll.state, top + roll.rows + foot)
        }
        return drop
    }

    private func tables(_ rolls: [Roll], preferred: Set<String> = []) throws -> Tables {
        let drop = drop(rolls)
        let files = Set(drop.sheets.map(\.file)).sorted().map {
            DropFile(name: $0, outcome: .read(.csv(.utf8, delimiter: .comma)))
        }
        return Intake(pack, preferred: preferred).read(Drop(sheets: drop.sheets, files: files))
    }

    private func count(_ dataset: String, _ tables: Tables) -> Int? {
        tables.table(dataset)?.rows.count
    }

    @Test(
        "a copy that was saved again counts once, whatever sheet or file it is in",
        arguments: [("roll (2).xlsx", "S"), ("a.xlsx", "T"), ("roll.xlsx", "备份")])
    func copies(file: String, sheet: String) throws {
        let alone = try tables([Roll()])
        let copy = Roll(file: file, sheet: sheet, state: .hidden)
        let both = try tables([Roll(), copy])
        for dataset in ["entries", "visits", "totals"] {
            #expect(count(dataset, both) == count(dataset, alone), "\(dataset)")
        }
        #expect(both.findingCodes == ["D0041"] && both.findings[0].level == .hint)
        #expect(both.openRows == [])
    }

    @Test("what two versions say differently is not known, and told with both cells")
    func differing() throws {
        var draft = Roll(file: "draft.xlsx")
        draft.rows[1][3] = "2013-02-05"
        let tables = try tables([draft, Roll()])
        #expect(count("entries", tables) == 3)
        let days = tables.data("entries", "registered_on", in: pack)
        #expect(days[1] == .unreadable && days[0] == Day("2013-01-05").map { .day(DayRange($0)) })
        #expect(tables.references("entries", "member_id", in: pack) == [0, 1, 2])
        #expect(tables.findingCodes.sorted() == ["D0041", "D0042"])
        let row = try #require(tables.findings.first { $0.code == "D0042" })
        #expect(row.cell == CellAddress(file: "roll.xlsx", sheet: "S", row: 5, column: 4))
        #expect(row.related == [CellAddress(file: "draft.xlsx", sheet: "S", row: 5, column: 4)])
        #expect(tables.openRows == [])
    }

    @Test("a value that only one version has is not known either")
    func blank() throws {
        var draft = Roll(file: "draft.xlsx")
        for row in draft.rows.indices { draft.rows[row][3] = nil }
        let tables = try tables([draft, Roll()])
        #expect(
            tables.data("entries", "registered_on", in: pack)
                == [.unreadable, .unreadable, .unreadable])
    }

    @Test("people whom only one version has may be, and so may the rows that go with them")
    func single() throws {
        var draft = Roll(file: "draft.xlsx")
        draft.rows[2] = ["李四", "19900000004", nil, "2013-01-08", nil, "4月1日 义诊；4月2日 义诊", "在册"]
        let tables = try tables([draft, Roll()])
        #expect(tables.references("entries", "member_id", in: pack) == [0, 1])
        #expect(count("visits", tables) == 2)
        func open(_ dataset: String, _ member: Int, _ most: Int, file: String) -> OpenRows {
            let unit = OpenRows.Place(dataset: "units", row: 0)
            return OpenRows(
                dataset: dataset,
                references: [OpenRows.Place(dataset: "members", row: member)]
                    + (dataset == "entries" ? [unit] : []),
                atMost: most,
                reason: .versions(row: CellAddress(file: file, sheet: "S", row: 6)))
        }
        #expect(
            Set(tables.openRows) == [
                open("entries", 3, 1, file: "draft.xlsx"), open("visits", 3, 2, file: "draft.xlsx"),
                open("entries", 2, 1, file: "roll.xlsx"), open("visits", 2, 1, file: "roll.xlsx"),
            ])
        #expect(tables.findingCodes.sorted() == ["D0041", "D0042", "D0042"])
    }

    @Test("entries of a list that both have count once, others may be")
    func items() throws {
        var draft = Roll(file: "draft.xlsx")
        draft.rows[0][5] = "1月5日 义诊；2月7日 理发；2月8日 巡逻"
        let tables = try tables([draft, Roll()])
        #expect(count("visits", tables) == 2)
        #expect(tables.openRows.map(\.dataset) == ["visits", "visits"])
        #expect(tables.openRows.allSatisfy { $0.references.map(\.row) == [0] })
    }

    @Test("the file that is preferred counts alone")
    func preferred() throws {
        var draft = Roll(file: "draft.xlsx")
        draft.rows[1][3] = "2013-02-05"
        draft.rows[2] = ["李四", "19900000004", nil, "2013-01-08", nil, nil, "在册"]
        let alone = try tables([Roll()])
        let tables = try tables([draft, Roll()], preferred: ["roll.xlsx"])
        for (left, right) in zip(tables.tables, alone.tables) {
            #expect(left.rows.map(\.data) == right.rows.map(\.data))
        }
        #expect(tables.openRows == [] && tables.findingCodes == [])
    }

    @Test("three versions are one")
    func three() throws {
        var second = Roll(file: "b.xlsx")
        second.rows[0][3] = "2013-01-09"
        var third = Roll(file: "c.xlsx")
        third.rows[1][3] = "2013-01-10"
        let tables = try tables([Roll(file: "a.xlsx"), second, third])
        let days = tables.data("entries", "registered_on", in: pack)
        #expect(days[0] == .unreadable && days[1] == .unreadable && days[2] != .unreadable)
        #expect(tables.findingCodes.filter { $0 == "D0041" }.count == 2)
    }

    @Test("totals that differ are not known")
    func totals() throws {
        var draft = Roll(file: "draft.xlsx")
        draft.members = "4"
        let tables = try tables([draft, Roll()])
        #expect(tables.data("totals", "members", in: pack) == [.unreadable])
        #expect(tables.data("totals", "claims", in: pack) == [.integer(3)])
    }

    @Test("lists of other people of one unit, and of another unit, are added up without a word")
    func parts() throws {
        var other = Roll(file: "second.xlsx")
        other.rows = [
            ["李四", "19900000004", nil, "2013-01-08", nil, nil, "在册"],
            ["周五", "19900000005", nil, "2013-01-09", nil, nil, "在册"],
        ]
        let parts = try tables([Roll(), other])
        #expect(count("entries", parts) == 5)
        #expect(parts.findingCodes == [] && parts.openRows == [])
        let unit = try tables([Roll(), Roll(file: "other.xlsx", unit: "区乙院")])
        #expect(count("entries", unit) == 6)
        #expect(!unit.findingCodes.contains("D0041"))
    }

    @Test("lists of one unit with the same people on other days are parts, not versions")
    func otherDays() throws {
        var second = Roll(file: "second.xlsx")
        for row in second.rows.indices {
            second.rows[row][3] = "2013-05-0\(row + 1)"
            second.rows[row][5] = "6月\(row + 1)日 巡逻"
        }
        let tables = try tables([Roll(), second])
        #expect(count("entries", tables) == 6)
        #expect(!tables.findingCodes.contains("D0041"))
    }
}
