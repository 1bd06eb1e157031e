import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiTestSupport
import Testing

@testable import HeguiIntake
@testable import HeguiSheets
@testable import HeguiTables

@Suite("Rows that are nobody, and rows that go on")
struct TailRowTests {
    private let pack: Pack
    private let headings: [String?] = ["序号", "姓名", "手机", "领办项目", "报到日期", "服务情况", "类别"]
    private let first: [String?] = ["1", "赵一", "19900000001", "助老", "1.5"]

    init() throws {
        pack = try TestPack.load()
    }

    private func roll(_ rows: [[String?]], merged: [MergedRange] = []) throws -> Tables {
        var drop = TestDrop.registers
        let top: [[String?]] = [["2013年度人员名单"], ["填报单位：区甲局"], headings]
        let foot: [[String?]] = [["说明：共有人员 2 人，领办项目 三 个。"]]
        drop.add("roll.xlsx", sheet: "S", merged: merged, top + rows + foot)
        return try drop.tables()
    }

    private func ignored(_ tables: Tables) -> [Message] {
        let sheet = tables.files.first { $0.file == "roll.xlsx" }?.sheets.first
        return sheet?.ignored.map(\.reason) ?? []
    }

    @Test(
        "what stands right below the headings about the columns is no person",
        arguments: [
            (["1", "2", "3", "4", "5", "6", "7"], .columnNumbers),
            (["甲", "乙", "丙", "丁", "戊", "己"], .columnNumbers),
            (["甲", "乙", "1", "2", "3", "4"], .columnNumbers),
            (["栏次", "1", "2", "3", "4", "5"], .columnNumbers),
            (["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"], .columnNumbers),
            (["①", "②", "③", "④", "⑤", "⑥"], .columnNumbers),
            (["A", "B", "C", "D", "E", "F"], .columnNumbers),
            ([nil, "填全称", "必填", nil, "如2013-1-4"], .hint), ([nil, nil, "男/女", nil, "填全称"], .hint),
        ] as [([String?], IgnoredRow)])
    func belowHeadings(row: [String?], reason: IgnoredRow) throws {
        let tables = try roll([row, first])
        #expect(tables.data("entries", "name", in: pack) == [.text("赵一")])
        #expect(ignored(tables).contains(reason.reason))
        #expect(tables.findingCodes == [])
    }

    @Test(
        "examples are no people, wherever they stand",
        arguments: [
            ["例", "张三", "13800000000"], ["示例", "张三"], [nil, "张三（示例）", "13800000000"],
            [nil, "（示例）张三"], ["例：", "张三"], ["样例", "张三"],
        ] as [[String?]])
    func examples(row: [String?]) throws {
        for rows in [[row, first], [first, row]] {
            let tables = try roll(rows)
            #expect(tables.data("entries", "name", in: pack) == [.text("赵一")])
            #expect(ignored(tables).contains(IgnoredRow.example.reason))
            #expect(tables.findingCodes == [])
        }
    }

    @Test(
        "totals in words and numbers are no people",
        arguments: [
            "本页小计", "合计24人", "合 计（人数）", "共计124人", "共24人", "总计：24", "合计24名", "人数合计", "共计一百二十四人",
            "全部合计", "合计人数", "计：", "计：24", "（合计）",
        ])
    func totals(word: String) throws {
        for row in [[word], [nil, word], ["2", word]] as [[String?]] {
            let tables = try roll([first, row])
            #expect(tables.data("entries", "name", in: pack) == [.text("赵一")], "\(row)")
            #expect(tables.findingCodes == [], "\(row)")
        }
    }

    @Test("what says that nothing follows is nobody", arguments: ["以下空白", "（以下空白）", "以下无"])
    func ends(word: String) throws {
        for row in [[word], [nil, word], ["2", word]] as [[String?]] {
            let tables = try roll([first, row])
            #expect(tables.data("entries", "name", in: pack) == [.text("赵一")], "\(row)")
            #expect(tables.findingCodes == [], "\(row)")
        }
    }

    @Test(
        "people whose names begin like such words are people",
        arguments: ["共青", "例外", "总计划", "合计处", "本页", "第五明", "一丁", "全有"])
    func people(name: String) throws {
        let tables = try roll([first, ["2", name, "19900000002", nil, "1.6"]])
        #expect(tables.data("entries", "name", in: pack) == [.text("赵一"), .text(name)])
    }

    @Test(
        "headings of sections and signatures are no people",
        arguments: ["二、其余单位", "（一）机关", "第二部分", "其中：", "负责人签字：", "分管领导签字：", "报送日期：2013年1月"])
    func sections(text: String) throws {
        let tables = try roll([first, [text], ["2", "钱二", "19900000002", nil, "1.6"]])
        #expect(tables.data("entries", "name", in: pack) == [.text("赵一"), .text("钱二")])
        #expect(tables.findingCodes == [])
    }

    @Test(
        "registers leave such rows aside too",
        arguments: ["共计124人", "二、其余单位", "本页小计", "（二）事业", "\u{1A}", "例", "合计：124"])
    func registers(text: String) throws {
        var drop = TestDrop()
        drop.add(
            "m.csv",
            [
                ["编号", "姓名", "入职日期"], ["M1", "赵一", "2013-01-04"], [text, nil, nil],
                ["M2", "钱二", nil],
            ])
        let tables = try drop.tables()
        #expect(tables.data("members", "member_id", in: pack) == [.text("M1"), .text("M2")])
        #expect(tables.findingCodes == [])
    }

    @Test("a register goes on with a list in the next row, and columns leave it to rows")
    func registerContinuation() throws {
        let pack = try TestPack.load([
            "data/skills.yaml": """
            dataset: skills
            singular: skill
            title: { zh: 专长, en: skills }
            key: [number]
            label: name
            register: [number, skills]
            columns:
              number: { type: text, required: true, aliases: [工号] }
              name: { type: name, personal: name, aliases: [姓名] }
              skills: { type: list, aliases: [专长] }
              note: { type: text, aliases: [附注] }
            """
        ])
        let rows: [[String?]] = [
            ["工号", "姓名", "专长", "附注"], ["W1", "赵一", "理发", "好"], [nil, nil, "水电维修"],
            [nil, nil, "义诊、巡逻"], ["W2", "钱二", "助老"], [nil, nil, "助残", "差"],
        ]
        var drop = TestDrop()
        drop.add("s.xlsx", sheet: "S", rows)
        let tables = drop.tables(of: pack)
        let lists: [Datum] = [.list(["理发", "水电维修", "义诊", "巡逻"]), .list(["助老"])]
        #expect(tables.data("skills", "skills", in: pack) == lists)
        #expect(tables.findingCodes == [DataCode.rowRejected.rawValue])
        let lines = rows.map { row in
            (row + [nil, nil]).prefix(4).map { $0 ?? "" }.joined(separator: ",")
        }
        let folder = try DropFolder(["s.csv": lines.joined(separator: "\n") + "\n"])
        defer { folder.remove() }
        #expect(Intake(pack).read([folder.path]).data("skills", "skills", in: pack) == lists)
        #expect(throws: ColumnRefusal.self) {
            try ColumnIntake(
                pack, needed: pack.datasets.map { Set($0.columns.indices) }, threads: 1
            ).read([folder.path])
        }
    }

    @Test("numbers of columns are no row of a register")
    func registerNumbers() throws {
        var drop = TestDrop()
        drop.add("m.csv", [["编号", "姓名", "入职日期"], ["1", "2", "3"], ["M1", "赵一", "2013-01-04"]])
        #expect(try drop.tables().data("members", "member_id", in: pack) == [.text("M1")])
    }

    @Test(
        "a row without a person that holds more of a list or of events goes on with the one above")
    func continuation() throws {
        let rows: [[String?]] = [
            first + ["3.5植树", "在册"], [nil, nil, nil, "助残"], [nil, nil, nil, "理发", nil, "4.6巡逻"],
            [nil, nil, nil, nil, nil, "5.7宣讲"], ["2", "钱二", "19900000002", "助学", "1.6"],
        ]
        let tables = try roll(rows)
        #expect(tables.findingCodes == [])
        #expect(tables.data("entries", "name", in: pack) == [.text("赵一"), .text("钱二")])
        let projects: [Datum] = [.list(["助老", "助残", "理发"]), .list(["助学"])]
        #expect(tables.data("entries", "projects", in: pack) == projects)
        let days = ["2013-03-05", "2013-04-06", "2013-05-07"].map { Datum.day(range($0)) }
        #expect(tables.data("visits", "date", in: pack) == days)
        let place = try #require(pack.dataset("visits")?.columnIndex("date"))
        let cells = tables.table("visits")?.rows.map { $0.cells[place]?.row }
        #expect(cells == [4, 6, 7])
    }

    @Test("a person merged over several rows counts once")
    func mergedPerson() throws {
        let rows: [[String?]] = [
            first, [nil, nil, nil, "助残"], ["2", "钱二", "19900000002", "助学", "1.6"],
        ]
        let merged = [1, 2, 3, 5].map {
            MergedRange(firstRow: 4, firstColumn: $0, lastRow: 5, lastColumn: $0)
        }
        let tables = try roll(rows, merged: merged)
        #expect(tables.data("entries", "member_id", in: pack) == [.text("M1"), .text("M2")])
        let projects: [Datum] = [.list(["助老", "助残"]), .list(["助学"])]
        #expect(tables.data("entries", "projects", in: pack) == projects)
    }

    @Test(
        "a date, a note or a row with a number of its own does not go on",
        arguments: [
            [nil, nil, nil, "2013年12月31日"], [nil, nil, nil, "年  月  日"], [nil, nil, nil, "备注：无"],
            ["2", nil, nil, "助残"], [nil, nil, nil, "助残", "1.6"],
        ] as [[String?]])
    func noContinuation(row: [String?]) throws {
        let tables = try roll([first, row])
        #expect(tables.data("entries", "projects", in: pack) == [.list(["助老"])])
    }
}
