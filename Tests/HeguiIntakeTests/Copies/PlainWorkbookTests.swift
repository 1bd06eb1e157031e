import HeguiCalendar
import HeguiDiagnostics
import HeguiTestSupport
import Testing

@testable import HeguiSheets

@Suite("Workbooks made of the cells of other files")
struct PlainWorkbookTests {
    private func book(_ sheets: [Sheet]) throws -> [Sheet] {
        let book = PlainWorkbook(sheets) { "表\($0)" }
        var reader = WorkbookReader(file: "a.csv", limits: IntakeLimits())
        return try reader.read(book.bytes(file: "a.csv"))
    }

    private func sheet(_ cells: [RawCell], name: String? = nil) -> Sheet {
        Sheet(
            file: "a.csv", name: name,
            rows: cells.enumerated().map { SheetRow(number: $0 * 2 + 1, cells: [$1]) })
    }

    private static func date(
        _ text: String, _ first: String, _ last: String? = nil, isYearShown: Bool = true
    ) throws -> RawCell {
        let from = try #require(Day(first))
        let to = try #require(Day(last ?? first))
        return RawCell(
            column: 2, text: text, kind: .date, date: DayRange(first: from, last: to),
            isYearShown: isYearShown)
    }

    @Test("what a workbook can hold comes back as it was")
    func same() throws {
        let cells = try [
            RawCell(column: 1, text: "姓名"), RawCell(column: 3, text: "第一行\n第二行"),
            RawCell(column: 1, text: "=1+1"), RawCell(column: 1, text: " 前后有空格 "),
            RawCell(column: 1, text: "_x000D_"), RawCell(column: 1, text: "<&\">"),
            RawCell(column: 1, text: "0012"), RawCell(column: 16_384, text: "远"),
            RawCell(column: 2, text: "12.5", kind: .number),
            RawCell(column: 2, text: "-3", kind: .number),
            RawCell(column: 2, text: "199000000000001", kind: .number),
            RawCell(column: 2, text: "2013.0999999999999", kind: .number),
            RawCell(column: 2, text: "TRUE", kind: .bool),
            RawCell(column: 2, text: "FALSE", kind: .bool),
            RawCell(column: 2, text: "#N/A", kind: .error),
            Self.date("2013-01-04", "2013-01-04"), Self.date("1900-01-01", "1900-01-01"),
            Self.date("1900-03-01", "1900-03-01"), Self.date("9999-12-31", "9999-12-31"),
            Self.date("2013-01-04", "2013-01-04", isYearShown: false),
            Self.date("2013-01", "2013-01-01", "2013-01-31"),
            Self.date("2013", "2013-01-01", "2013-12-31"),
            Self.date("2013-01-04 08:30:07", "2013-01-04"),
            Self.date("2013-01-04 23:59:59", "2013-01-04"),
        ]
        let made = try #require(try book([sheet(cells)]).first)
        #expect(made.name == "表1")
        for (number, cell) in cells.enumerated() {
            #expect(made.row(number * 2 + 1)?.cells == [cell])
        }
    }

    @Test(
        "what a workbook would change stands there as text",
        arguments: [
            RawCell(column: 1, text: "1990000000000001", kind: .number),
            RawCell(
                column: 1, text: "1850-01-01", kind: .date,
                date: Day("1850-01-01").map { DayRange($0) }),
            RawCell(column: 1, text: "#有误", kind: .error),
            RawCell(
                column: 1, text: "2013-01-04 上午", kind: .date,
                date: Day("2013-01-04").map { DayRange($0) }),
        ])
    func asText(cell: RawCell) throws {
        let made = try #require(try book([sheet([cell])]).first?.row(1)?.cells.first)
        #expect(made == RawCell(column: 1, text: cell.text))
    }

    @Test("a formula without a result leaves its cell empty")
    func uncomputed() throws {
        let cell = RawCell(column: 1, text: "", kind: .uncomputed, isFormula: true)
        #expect(try book([sheet([cell])]).first?.rows == [])
    }

    @Test("sheets keep their order, names, states, hidden rows and merged blocks")
    func layout() throws {
        var first = sheet([RawCell(column: 1, text: "甲")], name: "隐")
        first.state = .hidden
        var second = sheet(
            [RawCell(column: 1, text: "乙")], name: "表:一/\(String(repeating: "长", count: 40))")
        second.rows[0].isHidden = true
        second.merged = MergedCells([
            MergedRange(firstRow: 1, firstColumn: 1, lastRow: 2, lastColumn: 3),
            MergedRange(firstRow: 2, firstColumn: 2, lastRow: 4, lastColumn: 2),
        ])
        let third = sheet([RawCell(column: 1, text: "丙")], name: "隐")
        let made = try book([first, second, third])
        #expect(made.map(\.state) == [.hidden, .visible, .visible])
        #expect(made.map { ($0.name ?? "").utf16.count } == [1, 31, 3])
        #expect(Set(made.map(\.name)).count == 3)
        #expect(made[1].rows[0].isHidden)
        #expect(made[1].merged.ranges.count == 1)
    }

    @Test("of sheets that are all hidden the first is shown")
    func allHidden() throws {
        var one = sheet([RawCell(column: 1, text: "甲")])
        one.state = .veryHidden
        #expect(try book([one]).map(\.state) == [.visible])
    }

    @Test("bare numbers that count days from 1904 still do")
    func from1904() throws {
        var one = sheet([
            RawCell(column: 1, text: "39814", kind: .number),
            try Self.date("2013-01-04", "2013-01-04"),
        ])
        one.isDated1904 = true
        let made = try #require(try book([one]).first)
        #expect(made.isDated1904)
        #expect(made.rows.map(\.cells) == one.rows.map(\.cells))
    }

    @Test("notes on the file's cells stand at those of the workbook")
    func notes() throws {
        let book = PlainWorkbook([sheet([RawCell(column: 1, text: "甲")])]) { "表\($0)" }
        let cell = CellAddress(file: "a.csv", row: 1, column: 1)
        let notes = book.notes([CellNote(cell: cell, text: "疑点", tone: .hint)])
        let result = try WorkbookAnnotator.annotate(
            book.bytes(file: "a.csv"), file: "a.csv", notes: notes, author: "合规审查")
        #expect(result.cellCount == 1)
    }

    @Test("any text comes back, less what a workbook has no place for")
    func anyText() throws {
        var numbers = SeededNumbers(seed: 14)
        let signs: [Unicode.Scalar] = [
            "甲", "a", "_", "x", "0", "D", "\u{1}", "\n", "<", "]", "&", "=", "😀", " ",
        ]
        for _ in 0..<60 {
            var text = "头"
            for _ in 0..<Int.random(in: 0...12, using: &numbers) {
                text.unicodeScalars.append(signs[Int.random(in: 0..<signs.count, using: &numbers)])
            }
            let made = try book([sheet([RawCell(column: 1, text: text)])]).first?.rows.first
            let kept = String(
                String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{1}" }))
            #expect(made?.cells.first?.text == kept, "\(text.debugDescription)")
        }
    }
}
