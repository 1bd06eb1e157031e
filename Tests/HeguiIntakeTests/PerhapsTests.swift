import HeguiDiagnostics
import HeguiPack
import HeguiSheets
import Testing

@testable import HeguiIntake
@testable import HeguiTables

@Suite("People whom rows may be about")
struct PerhapsTests {
    private let pack: Pack

    init() throws {
        pack = try TestPack.load()
    }

    private static let people: [[String?]] = [
        ["编号", "姓名", "出生年月", "手机", "单位"],
        ["M1", "凌珩", "1976-12", "19900000001", "区甲局"],
        ["M2", "陈伟国", "1981-02", "19900000002", "区甲局"],
        ["M3", "欧阳若兰", "1982-03", "19900000003", "区甲局"],
        ["M4", "凌衡", "1990-05", "19900000004", "区乙院"],
        ["M5", "赵无极", "1985-06", "19900000005", "区乙院"],
        ["M6", "王珩", "1976-12", "19900000006", "区乙院"],
    ]

    /// A roll with the columns 姓名, 手机, 出生年月, 报到日期, 服务情况, 类别.
    private func drop(
        _ roll: [[String?]], unit: String = "区甲局", people: [[String?]] = people
    ) -> TestDrop {
        var drop = TestDrop()
        drop.add("units.csv", [["单位名称", "性质"], ["区甲局", "机关"], ["区乙院", "事业"]])
        drop.add("members.csv", people)
        let top: [[String?]] = [
            ["2013年度人员名单"], ["填报单位：" + unit],
            ["姓名", "手机", "出生年月", "报到日期", "服务情况", "类别"],
        ]
        drop.add("roll.xlsx", sheet: "S", top + roll + [["说明：共有人员1人，领办项目1个"]])
        return drop
    }

    private func tables(_ roll: [[String?]], unit: String = "区甲局") throws -> Tables {
        try drop(roll, unit: unit).tables()
    }

    @Test(
        "what is written beside a name, and what nobody sees in it, links as the name does",
        arguments: [
            "凌珩*", "1.凌珩", "凌珩、", "凌珩 局长", "凌珩\u{202C}", "凌\u{AD}珩", "凌\u{180E}珩", "凌珩\u{FFFC}",
            "凌珩\u{E0100}", "预备党员凌珩", "（1）凌珩", "①凌珩", "凌珩同志", "凌珩书记", "△凌珩", "凌珩＃",
        ])
    func folded(name: String) throws {
        let tables = try tables([[name, "19900000001", nil, "1.5"]])
        #expect(tables.references("entries", "member_id", in: pack) == [0])
        #expect(tables.findingCodes == [] && tables.openRows == [])
    }

    @Test(
        "a name that is nearly somebody's is that person's perhaps where enough else agrees",
        arguments: [
            (["凌行", "19900000001", "1976-12"], 0, "姓名差一字"),
            (["凌行", "19900000001", nil], 0, "姓名差一字"), (["凌行", nil, "1976-12"], 0, "姓名差一字"),
            (["凌行", nil, nil], 0, "姓名差一字"), (["凌行", "19900000009", "1976-12"], 0, "姓名差一字"),
            (["凌行之", "19900000001", nil], 0, "姓名不同"), (["凌珩之", "19900000001", nil], 0, "姓名差一字"),
            (["珩凌", "19900000001", nil], 0, "两字颠倒"), (["凌 行", "19900000001", nil], 0, "姓名差一字"),
            (["陳偉國", "19900000002", nil], 1, "写法不同"), (["陈国伟", nil, "1981-02"], 1, "两字颠倒"),
            (["陈国", nil, "1981-02"], 1, "姓名差一字"), (["陈*国", "19900000002", nil], 1, "遮去"),
            (["陈**", "19900000002", nil], 1, "遮去"), (["欧阳若蘭", nil, nil], 2, "写法不同"),
            (["欧阳若", nil, "1982-03"], 2, "姓名差一字"), (["欧阳兰若", nil, nil], 2, "两字颠倒"),
            (["若兰", "19900000003", "1982-03"], 2, "姓名不同"),
            (["周九", "19900000001", "1976-12"], 0, "姓名不同"), (["周九", "19900000001", nil], 0, "姓名不同"),
            (["周九", "19900000001", "1990-01"], nil, ""), (["周九", nil, "1976-12"], nil, ""),
            (["凌行", "19900000009", "1990-01"], nil, ""), (["周九", nil, nil], nil, ""),
        ] as [([String?], Int?, String)])
    func near(person: [String?], row: Int?, reason: String) throws {
        let tables = try tables([person + ["1.5"]])
        #expect(tables.references("entries", "member_id", in: pack) == [nil])
        #expect(tables.findingCodes == [row == nil ? "D0006" : "D0008"])
        let message = try #require(tables.findings.first?.message.zh)
        #expect(reason.isEmpty || message.contains(reason), "\(message)")
        let name = CellAddress(file: "roll.xlsx", sheet: "S", row: 4, column: 1)
        let open = row.map { row in
            OpenRows(
                dataset: "entries", references: [OpenRows.Place(dataset: "members", row: row)],
                atMost: 1, reason: .perhaps(row: name), column: "member_id", rows: [0])
        }
        #expect(tables.openRows == [open].compactMap { $0 })
    }

    @Test("both names, both cells and what agrees are told")
    func told() throws {
        let tables = try tables([["凌行", "199 0000 0001", "1976年12月", "1.5"]])
        let finding = try #require(tables.findings.first)
        #expect(finding.message.zh.contains("“凌行”") && finding.message.zh.contains("“凌珩”"))
        #expect(finding.message.en.contains("`凌行`") && finding.message.en.contains("`凌珩`"))
        #expect(finding.cell == CellAddress(file: "roll.xlsx", sheet: "S", row: 4, column: 1))
        #expect(finding.related == [CellAddress(file: "members.csv", row: 2, column: 2)])
    }

    @Test("somebody of another unit is meant only where number or month of birth agree, too")
    func otherUnit() throws {
        let near = try tables([["王行", "19900000006", nil, "1.5"]])
        #expect(near.openRows.flatMap(\.references).map(\.row) == [5])
        let far = try tables([["赵无及", nil, nil, "1.5"]])
        #expect(far.findingCodes == ["D0006"] && far.openRows == [])
    }

    @Test("the rows that a cell gives besides may be that person's as well")
    func eachRow() throws {
        let services = "1月5日 义诊；2月6日 理发；3月7日 巡逻"
        let tables = try tables([["凌行", "19900000001", nil, "1.5", services, "在册"]])
        #expect(tables.openRows.map(\.dataset) == ["entries", "visits"])
        #expect(tables.openRows.map(\.atMost) == [1, 3])
        #expect(tables.openRows.map(\.rows) == [[0], [0, 1, 2]])
        #expect(tables.table("visits")?.rows.count == 3)
    }

    @Test("a person who has a row of the sheet is not taken for another of it")
    func taken() throws {
        let tables = try tables([
            ["凌珩", "19900000001", nil, "1.5"], ["凌行", nil, nil, "1.5"],
            ["凌珍", nil, "1976-12", "1.5"],
        ])
        #expect(tables.findingCodes == ["D0006", "D0006"] && tables.openRows == [])
        let same = try self.tables([
            ["凌珩", "19900000001", nil, "1.5"], ["凌行", "19900000001", nil, "1.5"],
        ])
        #expect(same.findingCodes == ["D0008"])
    }

    @Test("several who may be meant are each told, and each may have the row")
    func several() throws {
        var people = Self.people
        people[4][4] = "区甲局"
        let tables = try drop([["凌蘅", nil, nil, "1.5"]], people: people).tables()
        #expect(tables.findingCodes == ["D0008"])
        #expect(tables.findings[0].related.count == 2)
        #expect(tables.openRows.flatMap(\.references).map(\.row) == [0, 3])
    }

    @Test("those of one name and unit, and those who all fit, may each have the row")
    func sameName() throws {
        var people = Self.people
        people[2][1] = "凌珩"
        let probable = try drop([["凌珩", nil, nil, "1.5"]], people: people).tables()
        #expect(probable.findingCodes == ["D0008"])
        #expect(probable.openRows.flatMap(\.references).map(\.row) == [0, 1])
        people[2][3] = "19900000001"
        let both = try drop([["凌珩", "19900000001", nil, "1.5"]], people: people).tables()
        #expect(both.findingCodes.sorted() == ["D0007", "D0023"])
        #expect(both.openRows.flatMap(\.references).map(\.row) == [0, 1])
    }

    @Test("a slip of the roster is found from the other side")
    func rosterSlip() throws {
        var people = Self.people
        people[1][1] = "凌行"
        let tables = try drop([["凌珩", "19900000001", nil, "1.5"]], people: people).tables()
        #expect(tables.findingCodes == ["D0008"])
        #expect(tables.openRows.flatMap(\.references).map(\.row) == [0])
    }

    @Test(
        "a unit with a slip in its name may be the one that is meant",
        arguments: [
            ("区申局", true), ("区甲", true), ("某市区甲局", true), ("区丁馆", false),
            ("市丙局", false),
        ])
    func units(name: String, isNear: Bool) throws {
        let tables = try tables([["凌珩", "19900000001", nil, "1.5"]], unit: name)
        let open = tables.openRows.filter { $0.column == "unit_id" }
        #expect(!open.isEmpty == isNear)
        for rows in open {
            #expect(rows.references == [OpenRows.Place(dataset: "units", row: 0)])
        }
    }

    @Test("many rows of nobody take no longer for each other")
    func many() throws {
        let people: [[String?]] =
            [Self.people[0]]
            + (0..<3000).map { ["M\($0)", "王\(Self.letter($0))", "1980-01", nil, "区甲局"] }
        let roll: [[String?]] = (0..<3000).map { ["李\(Self.letter($0))", nil, "1980-01", "1.5"] }
        let clock = ContinuousClock()
        var tables: Tables?
        let time = try clock.measure { tables = try drop(roll, people: people).tables() }
        #expect(tables?.openRows.count ?? 0 >= 3000)
        #expect(time < .seconds(30))
    }

    private static func letter(_ number: Int) -> Character {
        Unicode.Scalar(0x4E00 + UInt32(number)).map(Character.init) ?? "一"
    }
}
