import HeguiDiagnostics
import HeguiPack
import HeguiTestSupport
import Testing

@testable import HeguiIntake
@testable import HeguiSheets
@testable import HeguiTables

@Suite("Cells longer than their columns take")
struct CellLengthTests {
    private static let loaded = Result { try TestPack.load() }

    private let pack: Pack

    init() throws {
        pack = try Self.loaded.get()
    }

    private func long(_ text: String) -> String { String(repeating: text, count: 1_000) }

    @Test("such a cell is refused before anything is read of it, in a column of each type")
    func types() {
        for (dataset, readers) in zip(pack.datasets, DraftTables(pack).plans.map(\.readers)) {
            for reader in readers where reader.limit < IntakeLimits().cellLength {
                let cell = RawCell(
                    column: 1, text: String(repeating: "1", count: reader.limit + 1))
                let reading = reader.read(cell, days: DayReader())
                #expect(reading.datum == .unreadable, "\(dataset.name).\(reader.column.name)")
                #expect(reading.problem == .tooLong(reader.limit))
            }
        }
    }

    @Test("what a row is named by is short, whatever its type")
    func names() throws {
        let visits = try #require(pack.dataset("visits"))
        let content = try #require(visits.columns.first { $0.name == "content" })
        let member = try #require(visits.columns.first { $0.name == "member_id" })
        #expect(CellLength.limit(of: content, in: visits) == IntakeLimits().cellLength)
        #expect(CellLength.limit(of: member, in: visits) == CellLength.name)
    }

    @Test("a cell that lists more than anybody does is told, gives no row and stays open")
    func manyItems() throws {
        for count in [200, 201] {
            var drop = TestDrop.registers
            let services = (0..<count).map { "\($0 % 12 + 1).\($0 % 28 + 1)义诊" }
            drop.add(
                "roll.xlsx",
                [
                    ["2013年度人员名单"], ["填报单位：区甲局"], ["姓名", "手机", "服务情况", "报到日期", "类别"],
                    ["赵一", "19900000001", services.joined(separator: ";"), "3月5日", "在册"],
                ])
            let tables = try drop.tables()
            let isRead = count == 200
            #expect(tables.findings.contains { $0.code == "D0051" } == !isRead)
            #expect(tables.table("visits")?.rows.count == (isRead ? 200 : 0))
            #expect(tables.openRows.contains { $0.dataset == "visits" } == !isRead)
        }
    }

    @Test("a long name is told and is in no message")
    func longName() throws {
        var drop = TestDrop.registers
        drop.add(
            "more.csv", [["编号", "姓名", "单位"], ["M9", long("赵"), "区甲局"], [long("M"), "钱二", "区甲局"]])
        let tables = try drop.tables()
        let found = tables.findings.filter { $0.code == "D0051" }
        #expect(found.map(\.cell.column) == [2, 1])
        #expect(tables.findings.allSatisfy { $0.message.zh.count < 200 })
    }

    @Test("a reference too long to be looked for may be to anybody")
    func longReference() throws {
        var drop = TestDrop.registers
        drop.add("more.csv", [["编号", "姓名", "单位"], ["M9", "李四", long("区甲局")]])
        let tables = try drop.tables()
        #expect(tables.findings.contains { $0.code == "D0051" && $0.cell.column == 3 })
        let open = tables.openRows.filter { $0.dataset == "members" && $0.column == "unit_id" }
        #expect(open.map(\.references) == [[]])
    }

    @Test("one long text in many cells is read once")
    func remembered() {
        var readings = CellReadings()
        let cell = RawCell(column: 1, text: long("3月5日 义诊；"))
        let other = RawCell(column: 2, text: long("理发、"))
        let events = readings.events(cell, by: DayReader(defaultYear: 2013))
        for _ in 0..<100 {
            #expect(readings.events(cell, by: DayReader(defaultYear: 2013)) == events)
            _ = readings.list(other)
        }
        #expect(readings.count == 2)
        #expect(readings.events(cell, by: DayReader(defaultYear: 2012)) != events)
    }

    @Test("the labels of a form are not looked for in what is longer than any value")
    func labels() {
        let row = SheetRow(
            number: 1,
            cells: [
                RawCell(column: 1, text: "姓名\n\n手 机"), RawCell(column: 2, text: long("姓名")),
            ])
        let sheet = Sheet(file: "f", rows: [row])
        let lines = SheetText(sheet, rows: 0..<1, longest: 1_000).lines
        #expect(lines.map(\.text) == ["姓名", "手机"])
        #expect(lines.map(\.raw) == ["姓名", "手 机"])
        #expect(SheetText(sheet, rows: 0..<1).lines.count == 3)
    }
}
