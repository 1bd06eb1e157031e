import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiTestSupport
import Testing

@testable import HeguiIntake
@testable import HeguiSheets
@testable import HeguiTables

/// Cells whose texts and numbers nobody writes who means well.
@Suite("Cells made to harm")
struct NastyCellTests {
    private static let loaded = Result { try TestPack.load() }

    /// Pieces of which cells are made.
    private static let pieces = [
        "9223372036854775807", "-9223372036854775808", "9223372036854775808",
        "99999999999999999999999999", "1e-9223372036854775808", "1E9223372036854775807", "1e400",
        "1e-400", "NaN", "inf", "-inf", "0x7FFF", "+", "-", "−", ".", ",", "，", "、", "/", "（", "）",
        "(",
        ")", "１２３", "９９９９９９９９９９９９９９９９９９９９", "٣", "①", "⑳", "㈠", "一", "十", "百", "千", "万", "亿",
        "廿", "卅", "〇", "年", "月", "日", "号", "0000-00-00", "9999-12-31", "0001-01-01", "10000-01-01",
        "2013-02-30", "2013年13月45日", "99991231", "00000000", "999999", "5.12", "5.99", "13", "至",
        "到",
        "~", "-", "等", "共", "项", "个", "次", "多次", "每月", "第", "上半年", "Q5", "第9季度", "√", "□", "☑", "V",
        "义诊", "理发", "和", "以及", "参加", "在", ":", "：", ";", "；", "\n", "\t", " ", "　", "\u{0}",
        "\u{FFFD}",
        "\u{FFFF}", "\u{202E}", "𠀀", "é", "👨‍👩‍👧", "'", "\"", "=1+1", "#N/A", "同上", "无",
        "19900000001", "330106198001014612", "Ｘ", "*", "某",
    ]

    private static let kinds: [RawCell.Kind] = [.text, .text, .text, .number, .bool, .error]

    private static func text(_ numbers: inout SeededNumbers) -> String {
        (0...Int(numbers.next() % 7)).map { _ in
            let piece = numbers.one(of: pieces)
            return numbers.next() % 20 == 0 ? String(repeating: piece, count: 40) : piece
        }.joined()
    }

    private static func cell(_ numbers: inout SeededNumbers) -> RawCell {
        let kind = numbers.one(of: kinds)
        let text = text(&numbers)
        // A number is what the reader of workbooks takes for one.
        let number = ExactDecimal(numbers.one(of: pieces))?.text ?? "41278.5"
        return RawCell(column: 1, text: kind == .number ? number : text, kind: kind)
    }

    @Test("every type of column reads them or says why not", arguments: 0..<60 as Range<UInt64>)
    func types(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        let pack = try Self.loaded.get()
        let readers = DraftTables(pack).plans.flatMap(\.readers)
        for _ in 0..<60 {
            let cell = Self.cell(&numbers)
            let days = DayReader(
                defaultYear: numbers.one(of: [nil, 1, 2013, 9999]),
                countsFrom1904: numbers.next() % 2 == 0)
            for reader in readers {
                let reading = reader.read(cell, days: days)
                #expect(reading.problem == nil || reading.datum == .unreadable)
            }
            _ = EventReader(days: days).read(cell)
            _ = ListReader().read(cell)
            _ = NumberReader.read(cell, decimals: Int(numbers.next() % 10))
            _ = YearText.named(in: cell.text)
            _ = YearText.standing(in: cell.text)
            _ = OrganisationName(cell.text).mayBe(Self.text(&numbers))
        }
    }

    @Test("whole sheets of them are read", arguments: 0..<60 as Range<UInt64>)
    func sheets(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        var drop = TestDrop.registers
        for number in 0..<3 {
            var rows: [[String?]] = [
                ["\(Self.text(&numbers))年度人员名单"], ["填报单位：\(Self.text(&numbers))"],
                ["姓名", "手机", "入职日期", "报到日期", "领办项目", "活动"],
            ]
            rows += (0..<6).map { _ in (0..<6).map { _ in Self.text(&numbers) } }
            drop.add("\(Self.text(&numbers).prefix(20))\(number).xlsx", sheet: "S", rows)
        }
        drop.add(
            "members2.csv",
            [["编号", "姓名", "出生年月", "手机", "单位", "身份证号", "入职日期", "期间", "是否领导"]]
                + (0..<8).map { _ in (0..<9).map { _ in Self.text(&numbers) } })
        _ = try drop.tables(asOf: Day("2013-12-31"))
    }

    @Test(
        "a row of digits is no year, however long it is",
        arguments: [
            "9", "999", "99999", String(repeating: "9", count: 30),
            String(repeating: "九", count: 30),
        ])
    func years(text: String) {
        #expect(YearText.year(text) == nil)
        #expect(YearText.named(in: "\(text)年度人员名单") == nil)
    }

    @Test("a list that says how many it has says nothing by a number beyond all bounds")
    func declared() {
        let huge = ListReader().read(text: "理发、助老等9223372036854775807项")
        #expect(huge.notes == [.andOthers])
        #expect(ListReader().read(text: "理发、助老等-3项").notes == [.andOthers])
        #expect(ListReader().read(text: "理发、助老等3项").notes == [.declaredItems(3)])
    }
}
