import FoundationEssentials
import HeguiDiagnostics
import HeguiPack
import HeguiTestSupport
import Testing

@testable import HeguiIntake
@testable import HeguiSheets
@testable import HeguiTables

/// What a cell with several things in it gives, by the forms of the pack of a district.
@Suite("Cells that hold several things")
struct CellPieceTests {
    private static let loaded = Result { try PackFolder.rules.load("xihu-2013") }

    private let pack: Pack

    init() throws {
        pack = try Self.loaded.get()
    }

    private var registers: TestDrop {
        var drop = TestDrop()
        drop.add("u.csv", [["单位名称", "单位性质"], ["区甲局", "机关"]])
        drop.add("c.csv", [["社区名称", "联络员"], ["甲社区", "某某"]])
        drop.add(
            "m.csv",
            [
                ["人员编号", "姓名", "手机", "工作单位"], ["M1", "赵一", "19900000001", "区甲局"],
                ["M2", "钱二", "19900000002", "区甲局"],
            ])
        drop.add(
            "o.csv",
            [
                ["社区", "项目", "公布日期"], ["甲社区", "理发", "2012-12-24"], ["甲社区", "水电维修", "2012-12-24"],
                ["甲社区", "法律和政策宣讲", "2012-12-24"],
            ])
        return drop
    }

    private func tables(_ drop: TestDrop) -> Tables {
        let files = Set(drop.sheets.map(\.file)).sorted().map {
            DropFile(name: $0, outcome: .read(.csv(.utf8, delimiter: .comma)))
        }
        return Intake(pack).read(Drop(sheets: drop.sheets, files: files))
    }

    private func services(_ text: String?) -> Tables {
        var drop = registers
        drop.add(
            "annex.xlsx", sheet: "S",
            [
                ["2013年在职党员参与社区服务活动情况登记表"], ["社区名称：甲社区"],
                ["姓名", "联系电话", "服务情况登记汇总", "综合评价"], ["赵一", "19900000001", text, "好"],
            ])
        return tables(drop)
    }

    private func roll(_ projects: String, _ others: [String] = []) -> Tables {
        var drop = registers
        let rows = ([projects] + others).enumerated().map { index, text -> [String?] in
            let name = index == 0 ? "赵一" : "钱二"
            return [name, "1990000000\(index + 1)", text, "甲社区", "2013-1-8"]
        }
        let top: [[String?]] = [
            ["在职党员赴社区报到情况汇总表"], ["填报单位：区甲局"], ["姓名", "手机", "领办项目", "报到社区", "报到日期"],
        ]
        drop.add(
            "annex.xlsx", sheet: "S",
            top + rows + [["说明：本单位共有在职党员 2 人（其中居住地在社区的党员 2 人），到社区报到 2 人，领办活动项目 2 个。"]])
        return tables(drop)
    }

    private func card(_ lines: [String]) -> Tables {
        var drop = registers
        let rows: [[String?]] =
            [
                ["在职党员向社区报到登记表"], ["姓名", "赵一"], ["手机号码", "19900000001"], ["居住社区", "甲社区"],
                ["是否愿意担任所领办项目联络员", "☑是 □否"], ["领办项目", "社区服务项目（至少选二项）："],
            ] + lines.map { [nil, $0] } + [[nil, "个人自选项目：____"], ["志愿专业服务项目：□健康服务"], ["其它特长及意愿:"]]
        drop.add("annex.xlsx", sheet: "S", rows)
        return tables(drop)
    }

    private func codes(_ tables: Tables) -> [String] {
        tables.findings.filter { $0.cell.file == "annex.xlsx" && $0.code != "D0018" }.map {
            "\($0.code) \($0.cell.reference(in: .english))"
        }
    }

    private func open(_ tables: Tables) -> [String] {
        tables.openRows.map { rows in
            guard case .piece(let cell) = rows.reason else { return "another reason" }
            let places = rows.references.map { "\($0.dataset) \($0.row)" }.joined(separator: ", ")
            let count = rows.atMost.map { "\($0)" } ?? "?"
            return "\(rows.dataset) \(count) of \(places) at \(cell.reference(in: .english))"
        }
    }

    @Test("a second date in the middle of a text may be another activity of the person there")
    func secondDate() {
        let tables = services("4.11便民理发7.11义诊")
        #expect(tables.table("activities")?.rows.count == 1)
        #expect(open(tables) == ["activities 1 of members 0, communities 0 at C4"])
        #expect(codes(tables) == ["D0024 C4"])
    }

    @Test("activities that are cut leave nothing open", arguments: ["4.11便民理发+7.11义诊", nil, "无"])
    func whole(text: String?) {
        let tables = services(text)
        #expect(tables.table("activities")?.rows.count == (text == "4.11便民理发+7.11义诊" ? 2 : 0))
        #expect(open(tables) == [])
        #expect(codes(tables) == [])
    }

    @Test("an activity whose date is not understood is one of an unknown day, with a finding")
    func unknownDay() {
        let tables = services("七.一一义诊；7.11便民理发")
        #expect(tables.data("activities", "date", in: pack).first == .unreadable)
        #expect(tables.table("activities")?.rows.count == 2)
        #expect(codes(tables) == ["D0019 C4"])
    }

    @Test("a cell that holds an error may hold any number of activities or projects")
    func brokenCell() {
        var drop = registers
        drop.add(
            "annex.xlsx", sheet: "S",
            [
                ["2013年在职党员参与社区服务活动情况登记表"], ["社区名称：甲社区"],
                ["姓名", "联系电话", "领办项目", "服务情况登记汇总", "综合评价"],
                ["赵一", "19900000001", "#REF!", "#REF!", "好"],
            ])
        for column in 2...3 { drop.sheets[4].rows[3].cells[column].kind = .error }
        let tables = tables(drop)
        #expect(
            open(tables).sorted() == [
                "activities ? of members 0, communities 0 at D4", "claims ? of members 0 at C4",
            ])
        #expect(Set(codes(tables)).isSuperset(of: ["D0001 C4", "D0001 D4"]))
    }

    @Test(
        "projects that are certainly two are two",
        arguments: [
            "理发、水电维修", "理发+水电维修", "理发＋水电维修", "理发&水电维修", "理发→水电维修", "1.理发2.水电维修", "①理发②水电维修",
            "A.理发 B.水电维修", "•理发•水电维修", "-理发\n-水电维修", "第一，理发；第二，水电维修", "一是理发二是水电维修", "理发\\水电维修",
            "理发 水电维修", "（1）理发（2）水电维修", "☑理发 ☑水电维修 □助老", "√理发√水电维修",
        ])
    func twoProjects(text: String) {
        let tables = roll(text)
        #expect(tables.data("claims", "project", in: pack) == [.text("理发"), .text("水电维修")])
        #expect(open(tables) == [])
        #expect(codes(tables) == [])
    }

    @Test(
        "projects that may be several are between one and as many",
        arguments: [
            ("理发和水电维修", "1"), ("理发及水电维修", "1"), ("理发兼水电维修", "1"), ("理发与水电维修", "1"),
            ("理发--水电维修", "1"), ("理发——水电维修", "1"), ("理发-水电维修", "1"), ("理发（兼水电维修）", "1"),
            ("理发水电维修", "1"), ("理发（水电维修）", "1"), ("理发 和 水电维修", "1"), ("理发再加水电维修", "1"),
            ("理发以及水电维修", "1"), ("其他（修鞋、磨刀）", "1"), ("修鞋和磨刀和补锅", "2"),
            ("1修鞋2磨刀3补锅", "2"),
            ("修鞋……磨刀", "1"), ("修鞋·磨刀", "1"), ("☑修鞋 □磨刀 补锅", "1"),
            ("理发等3项", "2"), ("理发等", "?"),
        ])
    func perhapsProjects(text: String, more: String) {
        let tables = roll(text)
        #expect(tables.table("claims")?.rows.count == 1)
        #expect(open(tables) == ["claims \(more) of members 0 at C4"])
        #expect(codes(tables).contains("D0024 C4"), "\(codes(tables))")
        #expect(tables.data("unit_entries", "projects", in: pack) == [.unreadable])
    }

    @Test(
        "the name of one project is one, whatever stands in it",
        arguments: ["法律和政策宣讲", "和谐邻里", "普及法律", "参与调解", "敬老助老", "理发", "小家电维修", "“和事佬”调解"])
    func oneProject(text: String) {
        let tables = roll(text)
        #expect(tables.table("claims")?.rows.count == 1)
        #expect(open(tables) == [])
        #expect(codes(tables) == [])
    }

    @Test("what others list apart is seen in a text that lists it together")
    func wordsOfOthers() {
        let tables = roll("修鞋磨刀", ["修鞋、磨刀"])
        #expect(open(tables) == ["claims 1 of members 0 at C4"])
    }

    @Test("an option without its box makes the number of ticks unknown")
    func boxes() {
        let tables = card(["综治：□巡　逻　　法律援助　　☑帮　教", "文体：□棋类　　☑球类"])
        #expect(tables.data("claims", "project", in: pack) == [.text("帮教"), .text("球类")])
        #expect(tables.data("registrations", "projects", in: pack) == [.unreadable])
        #expect(open(tables) == ["claims 1 of members 0 at B7"])
        #expect(codes(tables) == ["D0024 B7"])
    }

    @Test(
        "options typed instead of ticked are perhaps chosen", arguments: ["综治：法律援助　帮教", "法律援助　帮教"])
    func typedOptions(line: String) {
        let tables = card([line])
        #expect(tables.table("claims")?.rows.isEmpty == true)
        #expect(tables.openRows.map(\.atMost) == [2])
        #expect(codes(tables) == ["D0024 B7"])
    }

    @Test("a box in a cell of its own belongs to the word in the next")
    func boxCells() {
        var drop = registers
        drop.add(
            "annex.xlsx", sheet: "S",
            [
                ["在职党员向社区报到登记表"], ["姓名", "赵一"], ["手机号码", "19900000001"],
                ["居住社区", "甲社区"], ["领办项目", "社区服务项目（至少选二项）："], [nil, "□", "巡逻", "☑", "帮教"],
                [nil, "个人自选项目：____"],
            ])
        let tables = tables(drop)
        #expect(tables.data("claims", "project", in: pack) == [.text("帮教")])
        #expect(open(tables) == [])
    }

    @Test("nothing ticked is nothing")
    func noTicks() {
        let tables = card(["综治：□巡　逻　　□法律援助", "文体：□棋类　　□球类"])
        #expect(tables.data("registrations", "projects", in: pack) == [.absent])
        #expect(open(tables) == [])
        #expect(codes(tables) == [])
    }

    private static func cellsFile(_ name: String) -> String {
        ProjectFolder.url("fixtures/cells/" + name).path
    }

    @Test("each of twenty ways to write two activities gives both, or says what may be missing")
    func twentyWays() throws {
        let tables = Intake(pack).read([Self.cellsFile("青石社区-20种写法.xlsx")])
        let rows = try #require(tables.table("activities")?.rows)
        for number in 5...24 {
            let count = rows.count { $0.address.row == number }
            let isOpen = tables.openRows.contains {
                if case .piece(let cell) = $0.reason { cell.row == number } else { false }
            }
            let isSaid = tables.findings.contains { $0.cell.row == number && $0.cell.column == 9 }
            #expect(count == 2 || isOpen && isSaid, "row \(number): \(count)")
        }
    }

    @Test(
        "ticks of symbol fonts and behind words are ticks", arguments: ["Wingdings-U+00FE", "应望舒"])
    func symbolFonts(name: String) {
        let tables = Intake(pack).read([Self.cellsFile("登记表-\(name).xlsx")])
        let projects = Datum.list(["法律援助", "歌舞类"])
        #expect(tables.data("registrations", "projects", in: pack) == [projects])
        let pieces = tables.openRows.filter { if case .piece = $0.reason { true } else { false } }
        #expect(pieces == [])
    }
}
