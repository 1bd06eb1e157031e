import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import Testing

@testable import HeguiIntake
@testable import HeguiSheets
@testable import HeguiTables

@Suite("Mapping rows")
struct MappingTests {
    private let pack: Pack

    init() throws {
        pack = try TestPack.load()
    }

    /// The registers and one roll of 区甲局 with these rows below its headings.
    private func roll(_ headings: [String?], _ rows: [[String?]]) -> TestDrop {
        var drop = TestDrop.registers
        let top: [[String?]] = [
            ["2013年度人员名单"], ["填报单位：区甲局  填报人：某某"], headings,
        ]
        let foot: [[String?]] = [["说明：共有人员 2 人，领办项目 三 个。"]]
        drop.add("roll.xlsx", sheet: "S", top + rows + foot)
        return drop
    }

    private let headings: [String?] = ["序号", "姓名", "手机", "领办项目", "报到日期"]

    @Test("values are typed as their columns are, and know their cells")
    func typing() throws {
        let rows: [[String?]] = [["1", "赵 一", "199-0000-0001", "助老、助残", "1.5"]]
        let tables = try roll(headings, rows).tables()
        #expect(tables.data("entries", "name", in: pack) == [.text("赵一")])
        #expect(tables.data("entries", "mobile", in: pack) == [.text("19900000001")])
        #expect(tables.data("entries", "projects", in: pack) == [.list(["助老", "助残"])])
        #expect(tables.data("entries", "registered_on", in: pack) == [.day(range("2013-01-05"))])
        #expect(tables.data("entries", "note", in: pack) == [.notGiven])
        let row = try #require(tables.table("entries")?.rows.first)
        let column = try #require(pack.dataset("entries")?.columnIndex("registered_on"))
        let cell = CellAddress(file: "roll.xlsx", sheet: "S", row: 4, column: 5)
        #expect(row.cells[column] == cell)
        #expect(tables.findingCodes == [])
    }

    @Test("the footer's numbers and the heading's unit make the row of totals")
    func totals() throws {
        let tables = try roll(headings, [["1", "赵一", "19900000001", nil, "1.5"]]).tables()
        #expect(tables.data("totals", "members", in: pack) == [.integer(2)])
        #expect(tables.data("totals", "claims", in: pack) == [.integer(3)])
        #expect(tables.data("totals", "unit_id", in: pack) == [.text("区甲局")])
    }

    @Test(
        "a footer's number keeps its decimals, sign and thousands, and ends where the number ends",
        arguments: [
            ("本月合计246.99元，缴款人数3", (24699, 100), 3), ("本月合计：1,234.50元。缴款人数12.", (12345, 10), 12),
            ("本月合计-2元，缴款人数1,234人", (-2, 1), 1234), ("本月合计20,2013年；缴款人数二", (20, 1), 2),
            ("本月合计 33. 缴款人数 5", (33, 1), 5), ("本月合计３３．５元，缴款人数５", (67, 2), 5),
        ] as [(String, (Int64, Int64), Int64)])
    func footerNumbers(footer: String, amount: (Int64, Int64), payers: Int64) throws {
        var drop = TestDrop()
        drop.add("ledger.csv", [["收缴登记表"], ["缴款人", "缴款"], ["赵一", "1.5"], [footer]])
        let tables = try drop.tables()
        let expected = try #require(Ratio(amount.0, amount.1))
        #expect(tables.data("ledgers", "amount", in: pack) == [.number(expected)])
        #expect(tables.data("ledgers", "payers", in: pack) == [.integer(payers)])
    }

    @Test("totals of the heading need no footer")
    func totalsWithoutFooter() throws {
        var drop = TestDrop()
        drop.add("rota.csv", [["值班表"], ["月份：三月"], ["值班人"], ["赵一"]])
        let tables = try drop.tables()
        #expect(tables.data("ledgers", "month", in: pack) == [.text("三月")])
        #expect(!tables.findingCodes.contains("D0014"))
    }

    @Test("items of a cell become rows that share the person and the cell")
    func items() throws {
        let headings: [String?] = ["姓名", "手机", "服务情况", "报到日期", "类别"]
        let rows: [[String?]] = [
            ["赵一", "19900000001", "3月5日 义诊；5.12 植树", "1.5", "在册"],
            ["钱二", "19900000002", "3月5日 义诊", "1.5", "其他"],
        ]
        let tables = try roll(headings, rows).tables()
        #expect(tables.data("visits", "content", in: pack) == [.text("义诊"), .text("植树")])
        #expect(tables.references("visits", "member_id", in: pack) == [0, 0])
        #expect(tables.data("visits", "member_id", in: pack) == [.text("M1"), .text("M1")])
        #expect(
            tables.data("visits", "organiser", in: pack) == [
                .text("community"), .text("community"),
            ])
        let column = try #require(pack.dataset("visits")?.columnIndex("date"))
        let cells = tables.table("visits")?.rows.map { $0.cells[column]?.reference(in: .english) }
        #expect(cells == ["C4", "C4"])
    }

    @Test(
        "rows without data are left out and accounted for",
        arguments: [
            (["…"], IgnoredRow.template), (["1", nil, nil, nil, nil], .template),
            (["", "……", "…"], .template), (["备注：以上属实"], .note), (["注：略"], .note),
            (["填表人：某某"], .signature), (["（盖章）"], .signature), (["合计", nil, nil, "3"], .total),
            ([nil, "小计"], .total), (["本表一式两份"], .text), (["  ", " "], .blank),
        ] as [([String?], IgnoredRow)]
    )
    func ignoredRows(row: [String?], reason: IgnoredRow) throws {
        let data: [String?] = ["1", "赵一", "19900000001", nil, "1.5"]
        let tables = try roll(headings, [data, row]).tables()
        let sheet = try #require(tables.files.first { $0.file == "roll.xlsx" }?.sheets.first)
        #expect(sheet.rowsRead == 1)
        #expect(sheet.rowsRejected == 0)
        #expect(sheet.rowCount == 6)
        #expect(sheet.ignored.contains { $0.reason == reason.reason })
        #expect(tables.findingCodes == [])
    }

    @Test(
        "a word for a total makes a row one in any of its first three written cells",
        arguments: ["合计", "小计", "总计", "共计", "总数", "累计", "合 计", "合计：", "总计:12", "（合计）", "(小计)"])
    func totalRows(word: String) throws {
        let data: [String?] = ["1", "赵一", "19900000001", nil, "1.5"]
        let rows: [[String?]] = [
            [word, nil, nil, "3"], ["1", word, nil, "3"], [nil, word], [nil, nil, word],
            ["1", "2", word, "3"], ["1", nil, word, nil, "1.5"], [nil, nil, nil, word, "1.5"],
            [nil, "钱二", nil, nil, word], [nil, "钱二", nil, word],
        ]
        for row in rows {
            let tables = try roll(headings, [data, row]).tables()
            let sheet = try #require(tables.files.first { $0.file == "roll.xlsx" }?.sheets.first)
            #expect(sheet.rowsRead == 1, "\(row)")
            let isTotal = sheet.ignored.contains { $0.reason == IgnoredRow.total.reason }
            #expect(isTotal, "\(row)")
            #expect(tables.data("entries", "name", in: pack) == [.text("赵一")], "\(row)")
        }
    }

    @Test(
        "a word for a total is none behind three others, nor within a name",
        arguments: [
            (["2", "钱二", "19900000002", "合计", "1.5"], "钱二"),
            (["2", "合计处", nil, nil, "1.5"], "合计处"),
            (["2", "总计划员", nil, nil, "1.5"], "总计划员"), (["2", "小计算", nil, nil, "1.5"], "小计算"),
        ] as [([String?], String)])
    func notTotals(row: [String?], name: String) throws {
        let data: [String?] = ["1", "赵一", "19900000001", nil, "1.5"]
        let tables = try roll(headings, [data, row]).tables()
        #expect(tables.data("entries", "name", in: pack) == [.text("赵一"), .text(name)])
    }

    @Test("a register's total row is no row of it, wherever the word stands")
    func registerTotals() throws {
        for row in [
            ["合计", "", "", "5"], ["", "合计", "", "5"], ["1", "合计", "", "5"], ["U9", "2", "合计"],
        ] {
            var drop = TestDrop()
            drop.add(
                "u.csv",
                [
                    ["单位代码", "单位名称", "性质", "人数"], ["U1", "区甲局", "机关", "2"],
                    ["U2", "区乙院", "事业", "3"], row,
                ])
            let tables = try drop.tables()
            #expect(tables.table("units")?.rows.count == 2, "\(row)")
            #expect(tables.findingCodes == [], "\(row)")
        }
    }

    @Test("a row about nobody is rejected with a finding")
    func rejectedRow() throws {
        let rows: [[String?]] = [
            ["1", "赵一", "19900000001", nil, "1.5"], ["2", nil, nil, "助老", "1.6"],
        ]
        let tables = try roll(headings, rows).tables()
        #expect(tables.findingCodes == ["D0012"])
        let sheet = tables.files.first { $0.file == "roll.xlsx" }?.sheets.first
        #expect(sheet?.rowsRejected == 1)
        #expect(sheet?.rowCount == 6)
    }

    @Test("a blank name with a phone is a row whose name is missing")
    func missingName() throws {
        let tables = try roll(headings, [["1", nil, "19900000001", nil, "1.5"]]).tables()
        #expect(tables.findingCodes.contains("D0004"))
        #expect(tables.table("entries")?.rows.count == 1)
    }

    @Test("ditto marks and blocks merged downwards repeat what stands above")
    func ditto() throws {
        let rows: [[String?]] = [
            ["1", "赵一", "19900000001", "助老", "1.5"], ["2", "钱二", "19900000002", "同上", "〃"],
            ["3", "孙三", "19900000003", nil, "1.6"],
        ]
        var drop = roll(headings, rows)
        let block = MergedRange(firstRow: 4, firstColumn: 4, lastRow: 6, lastColumn: 4)
        drop.sheets[2].merged = MergedCells([block])
        let tables = try drop.tables()
        let projects = [Datum](repeating: .list(["助老"]), count: 3)
        #expect(tables.data("entries", "projects", in: pack) == projects)
        let days = ["2013-01-05", "2013-01-05", "2013-01-06"].map { Datum.day(range($0)) }
        #expect(tables.data("entries", "registered_on", in: pack) == days)
    }

    @Test("what cannot be read is a finding with its cell, without personal values")
    func unreadable() throws {
        let rows: [[String?]] = [
            ["1", "赵一、李四", "19900000001", "助老等3项", "2.30"],
            ["2", "钱二", "没有电话机", nil, "4/1/2013"],
        ]
        let tables = try roll(headings, rows).tables()
        #expect(tables.findingCodes.contains("D0001"))
        #expect(tables.findingCodes.contains("D0002"))
        #expect(tables.findingCodes.contains("D0020"))
        for finding in tables.findings {
            let text = finding.message.zh + finding.message.en
            #expect(!text.contains("赵一") && !text.contains("没有电话机"))
        }
        let days: [Datum] = [.unreadable, .unreadable]
        #expect(tables.data("entries", "registered_on", in: pack) == days)
    }

    @Test("registers are typed: words, numbers, periods, ticks")
    func register() throws {
        var drop = TestDrop()
        drop.add(
            "m.csv",
            [
                ["编号", "姓名", "是否领导", "入职日期", "期间"], ["M1", "赵一", "√", "2013-1-4", "2013年上半年"],
                ["M2", "钱二", "否", "41278", "2013Q2"], ["M3", "孙三", "也许", "", "—"],
            ]
        )
        let tables = try drop.tables()
        #expect(
            tables.data("members", "leader", in: pack) == [.bool(true), .bool(false), .unreadable])
        let hired: [Datum] = [.day(range("2013-01-04")), .day(range("2013-01-04")), .absent]
        #expect(tables.data("members", "hired_on", in: pack) == hired)
        let half = try #require(CalendarPeriod("2013H1"))
        let quarter = try #require(CalendarPeriod("2013Q2"))
        #expect(
            tables.data("members", "half", in: pack) == [.period(half), .period(quarter), .absent])
        #expect(tables.data("members", "mobile", in: pack) == [.notGiven, .notGiven, .notGiven])
        #expect(tables.findingCodes == ["D0001"])
    }

    @Test("bare day numbers of a 1904 workbook count from there")
    func dated1904() throws {
        var drop = TestDrop()
        drop.add("m.xlsx", sheet: "S", [["编号", "姓名", "入职日期"], ["M1", "赵一", "39816"]])
        drop.sheets[0].rows[1].cells[2].kind = .number
        drop.sheets[0].isDated1904 = true
        let hired: [Datum] = [.day(range("2013-01-04"))]
        #expect(try drop.tables().data("members", "hired_on", in: pack) == hired)
    }

    @Test("an unknown word is quoted, a repeated key rejects the later row")
    func wordsAndKeys() throws {
        var drop = TestDrop()
        drop.add(
            "u.csv",
            [
                ["单位代码", "单位名称", "性质"], ["U1", "区甲局", "机关"], ["U1", "区乙院", "事业"],
                ["U2", "区丙站", "企业"],
            ]
        )
        let tables = try drop.tables()
        #expect(tables.findingCodes == ["D0005", "D0003"])
        #expect(tables.findings[0].related == [CellAddress(file: "u.csv", row: 2, column: 1)])
        #expect(tables.findings[1].message.zh.contains("企业"))
        #expect(tables.table("units")?.rows.count == 2)
        let sheet = try #require(tables.files[0].sheets.first)
        #expect((sheet.rowsRead, sheet.rowsRejected, sheet.rowCount) == (2, 1, 4))
    }

    @Test("a total that does not add up is a finding; parts and wholes may be stated")
    func totalsCheck() throws {
        func codes(_ totals: [[String?]]) throws -> [String] {
            var drop = TestDrop()
            let head: [[String?]] = [
                ["单位名称", "性质", "人数"], ["区甲局", "机关", "2"], ["小计", nil, "2"],
                ["区乙院", "事业", "3"],
            ]
            drop.add("u.csv", head + totals)
            return try drop.tables().findingCodes
        }
        #expect(try codes([["小计", nil, "3"], ["合计", nil, "5"]]) == [])
        #expect(try codes([["合计", nil, "5"]]) == [])
        #expect(try codes([["合计", nil, "6"]]) == ["D0013"])
    }

    @Test("what a form lacks above and below its table is said once")
    func missingParts() throws {
        var drop = TestDrop.registers
        drop.add("roll.csv", [["姓名", "报到日期", "自编列"], ["赵一", "2013-1-5", "x"]])
        let tables = try drop.tables()
        let codes = tables.findings.filter { $0.cell.file == "roll.csv" }.map(\.code)
        #expect(codes.sorted() == ["D0006", "D0014", "D0015", "D0015", "D0017"])
    }
}
