import HeguiCalendar
import HeguiDiagnostics
import HeguiTables
import Testing

@testable import HeguiPack
@testable import HeguiReports

@Suite("Forms filled in again")
struct RefilledAnnexTests {
    private func row(_ data: [Datum], team: Int?, _ number: Int) -> TableRow {
        TableRow(
            data: data, cells: data.map { _ in nil },
            address: CellAddress(file: "名单.xlsx", row: number),
            references: team.map { [2: $0] } ?? [:])
    }

    private func column(_ name: String, _ type: ColumnType) -> Annex.SheetColumn {
        Annex.SheetColumn(
            name: name, headers: [name == "name" ? "姓名" : "办证日期"], type: type,
            isRequired: false, level: .verify, year: nil, from: nil, to: nil, values: [],
            span: SamplePack.span)
    }

    private func annex(_ refill: Annex.Refill?) -> Annex {
        Annex(
            id: "list", title: SamplePack.text("名单", "List"), clause: nil, layout: .table,
            titleWords: [], recognisedBy: [],
            heading: [
                Annex.HeadingField(
                    name: "team", labels: ["填报班组"], pattern: nil, type: .organisation)
            ],
            columns: [column("name", .name), column("carded_on", .day)], footerStarts: [],
            footer: [],
            rows: [
                Annex.Yield(
                    dataset: "people", each: nil, whenPresent: nil, onlyIf: nil,
                    assignments: [
                        Annex.Assignment(column: "name", source: .column("name")),
                        Annex.Assignment(column: "team_id", source: .heading("team")),
                        Annex.Assignment(column: "carded_on", source: .column("carded_on")),
                    ], span: SamplePack.span)
            ], totals: [], refill: refill, span: SamplePack.span)
    }

    private var tables: Tables {
        let day = Datum.day(DayRange(SamplePack.day(2020, 3, 1)))
        return Tables(tables: [
            Table(
                dataset: "people",
                rows: [
                    row([.text("P1"), .text("林一白"), .text("乙班 "), day], team: 1, 2),
                    row([.text("P2"), .text("=欧阳"), .text("甲班"), .absent], team: 0, 3),
                    row([.text("P3"), .text("陈三"), .text("乙班"), .unreadable], team: 1, 4),
                ], isGiven: true),
            Table(
                dataset: "teams",
                rows: [row([.text("甲班")], team: nil, 2), row([.text("乙班")], team: nil, 3)],
                isGiven: true),
        ])
    }

    private let refill = Annex.Refill(
        title: "办证名单", note: nil, by: "team",
        totals: [.text("共"), .rows, .text("人，办证"), .column("carded_on"), .text("人")])

    private func refilled(
        _ refill: Annex.Refill?, only: [String] = []
    ) -> RefilledAnnex? {
        RefilledAnnex(
            annex(refill), pack: SamplePack.pack, tables: tables, say: Speaker(.chinese),
            only: only)
    }

    @Test("a block holds the rows of one unit, under its name, with totals counted from them")
    func blocks() throws {
        let annex = try #require(refilled(refill))
        #expect(annex.headers == ["姓名", "办证日期"])
        #expect(annex.blocks.map(\.name) == ["乙班", "甲班"])
        #expect(annex.blocks.map(\.rows) == [[0, 2], [1]])
        #expect(annex.heading(of: annex.blocks[0]) == "填报班组：乙班")
        #expect(annex.blocks.map(annex.totals) == ["共2人，办证1人", "共1人，办证0人"])
        #expect(annex.grandTotals == "共3人，办证1人")
        #expect(annex.cells(ofRow: 0) == ["林一白", "2020-03-01"])
        #expect(annex.cells(ofRow: 2) == ["陈三", "（读不准）"])
    }

    @Test("of a selection only the blocks that were selected are written")
    func selection() throws {
        let annex = try #require(refilled(refill, only: ["甲班"]))
        #expect(annex.blocks.map(\.name) == ["甲班"])
        #expect(annex.grandTotals == "共1人，办证0人")
        #expect(refilled(refill, only: ["A1"]) == nil)
    }

    @Test("a form that does not ask for it is not written")
    func silent() {
        #expect(refilled(nil) == nil)
    }
}
