import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiTestSupport
import Testing

@testable import HeguiIntake
@testable import HeguiTables

@Suite("Days that nobody can have meant")
struct ImplausibleDayTests {
    private static let forms = [
        "forms/rota.yaml": """
        form: rota
        title: { zh: 值班表, en: Rota }
        recognise: { title: [值班表], columns: [guard] }
        heading: { year: { pattern: "{}年值班表", type: integer } }
        columns:
          guard: { headers: [值班人], type: name, required: true }
          on: { headers: [值班日期], type: day, plausible: { from: 2012-01-01, until: year-end } }
        rows:
          - { dataset: visits, when_present: on, set: { content: guard, date: on } }
        """,
        "forms/card.yaml": """
        form: card
        title: { zh: 登记卡, en: Card }
        layout: vertical
        recognise: { title: [人员登记卡], columns: [on] }
        columns:
          on: { labels: [登记日期], type: day, required: true, plausible: { from: 2012-01-01 } }
          place: { labels: [地点], type: text }
          services: { labels: [服务情况], type: events, plausible: { from: 2012-01-01 } }
        rows:
          - { dataset: entries, set: { registered_on: on, note: place } }
          - { dataset: visits, each: services, set: { date: item.day, content: item.text } }
        """,
        "data/members.yaml": """
        dataset: members
        singular: member
        title: { zh: 人员, en: members }
        key: [member_id]
        label: name
        register: [member_id, name]
        columns:
          member_id: { type: text, required: true, aliases: [编号] }
          name: { type: name, required: true, personal: name, aliases: [姓名] }
          born: { type: month, aliases: [出生年月] }
          mobile: { type: phone, personal: phone, aliases: [手机] }
          id_number: { type: id-number, personal: id, aliases: [身份证号] }
          unit_id: { type: text, references: units, aliases: [单位] }
          leader: { type: boolean, aliases: [是否领导] }
          half: { type: period, aliases: [期间] }
          hired_on: { type: day, aliases: [入职日期], plausible: { until: year-end, after: [born] } }
        """,
    ]

    private func tables(_ file: String, _ rows: [[String?]]) throws -> (Tables, Pack) {
        let pack = try TestPack.load(Self.forms)
        var drop = TestDrop()
        drop.add(file, sheet: "S", rows)
        return (drop.tables(of: pack, asOf: Day("2013-12-31")), pack)
    }

    @Test(
        "an implausible day is there: its row is, with an unknown day and a finding",
        arguments: ["1905-07-05", "2011-12-31", "2014-01-01", "2103-01-08"])
    func present(day: String) throws {
        let (tables, pack) = try tables(
            "rota.xlsx", [["值班表"], ["值班人", "值班日期"], ["赵一", day], ["钱二", nil]])
        #expect(tables.data("visits", "content", in: pack) == [.text("赵一")])
        #expect(tables.data("visits", "date", in: pack) == [.unreadable])
        let codes = [DataCode.dayImplausible, .valueUnreadable].map(\.rawValue)
        let found = tables.findings.filter { codes.contains($0.code) }
        #expect(found.map(\.cell.row) == [3])
        #expect(found.map(\.cell.column) == [2])
    }

    @Test("days up to the end of the form's own year can be meant")
    func formYear() throws {
        let (tables, _) = try tables(
            "rota.xlsx", [["2014年值班表"], ["值班人", "值班日期"], ["赵一", "2014-03-01"]])
        #expect(!tables.findingCodes.contains("D0031"))
    }

    @Test("a form of which only that day is filled in is read")
    func vertical() throws {
        let (tables, pack) = try tables(
            "card.xlsx", [["人员登记卡"], ["登记日期", "1905-07-05"], ["地点", "甲处"]])
        #expect(tables.findingCodes == ["D0031"])
        #expect(tables.data("entries", "note", in: pack) == [.text("甲处")])
        #expect(tables.data("entries", "registered_on", in: pack) == [.unreadable])
    }

    @Test("the days of events in a form of one person are checked")
    func verticalEvents() throws {
        let (tables, pack) = try tables(
            "card.xlsx",
            [
                ["人员登记卡"], ["登记日期", "2013-07-05"],
                ["服务情况", "2003.4.11便民理发；2013.7.11义诊"],
            ])
        #expect(
            tables.data("visits", "date", in: pack) == [.unreadable, .day(range("2013-07-11"))])
        #expect(tables.findingCodes == ["D0019"])
    }

    @Test("a register says the same row by row and in columns", arguments: [1, 3])
    func register(threads: Int) throws {
        let pack = try TestPack.load(Self.forms)
        let lines = [
            "编号,姓名,出生年月,入职日期", "M1,赵一,1980-01,2003-07-01", "M2,钱二,1981-02,1979-07-01",
            "M3,孙三,1982-03,2014-01-01", "M4,李四,1983-04,2013/12/31", "M5,周五,1984-05,1984/4/1",
            "M6,吴六,,1970-01-01", "M7,郑七,1985-06,",
        ]
        let drop = try DropFolder(["members.csv": lines.joined(separator: "\n") + "\n"])
        defer { drop.remove() }
        let asOf = Day("2013-12-31")
        let plain = Intake(pack, asOf: asOf).read([drop.path])
        let found = plain.findings.filter { $0.code == DataCode.dayImplausible.rawValue }
        #expect(found.map(\.cell.row) == [3, 4, 6])
        #expect(found.map(\.cell.column) == [4, 4, 4])
        for needed in [Set(0..<9), []] {
            let columns = try ColumnIntake(
                pack, needed: pack.datasets.map { needed.intersection($0.columns.indices) },
                asOf: asOf, threads: threads
            ).read([drop.path])
            #expect(columns.findings == plain.findings)
            #expect(
                columns.plain().data("members", "hired_on", in: pack)
                    == plain.data("members", "hired_on", in: pack))
        }
    }
}
