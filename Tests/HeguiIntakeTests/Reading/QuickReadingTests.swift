import HeguiCalendar
import HeguiTestSupport
import Testing

@testable import HeguiIntake
@testable import HeguiSheets

/// What most cells hold is read at a glance, which must give what the long way gives.
@Suite("Quick readings")
struct QuickReadingTests {
    private static let words = [
        "清洁家园", "义诊", "理发", "医疗保健", "助老", "无", "暂无", "没有", "和谐宣传", "理发和水电维修", "每月巡逻",
        "植树三次", "第二课堂", "上午义诊", "十一庆祝", "囗", "等", "共3项", "以及", "另有助残", "一是义诊", "同上", "々",
        "nA", "N/A", "null", "旬", "口", "至", "到", "亩", "人", "其二", "其", "元", "次", "A", "b", "义", "𠀀",
        "é",
        "不", "〪", "豈", "⽊", "﹒", "\u{200B}", "\u{301}",
    ]
    private static let dates = [
        "2013-03-28", "2013.7.12", "2013/1/4", "2013年3月5日", "2013年 3月5日", "3月5日", "11.22", "3.5",
        "13.5",
        "2013-13-01", "2013-02-30", "1899-01-01", "2013年3月", "2013年", "0411", "20130411", "3-5",
        "3.5.6",
        "2月30日", "12月31", "3月5号", "①", "1.", "2、", "(3)", "13年3月5日", "2013.1",
    ]
    private static let signs = [
        " ", " ", "  ", "、", "，", ",", ";", "；", "\n", "。", "", "", "\t", "\r\n", "·", "•", "-",
        "(", ")", "（", "）",
        "=", "'", "\"", "　", "\u{A0}", "|", ":",
    ]

    private static func text(_ numbers: inout SeededNumbers) -> String {
        (0..<Int(numbers.next() % 9)).map { _ in
            switch numbers.next() % 8 {
            case 0...2: numbers.one(of: words)
            case 3...4: numbers.one(of: dates)
            default: numbers.one(of: signs)
            }
        }.joined()
    }

    /// Lines as people write them, with now and then something else between them.
    private static func events(_ numbers: inout SeededNumbers) -> String {
        (0..<Int(1 + numbers.next() % 5)).map { _ in
            let odd = numbers.next() % 6 == 0 ? numbers.one(of: signs + words) : ""
            return numbers.one(of: dates) + numbers.one(of: ["", " "]) + numbers.one(of: words)
                + odd + numbers.one(of: [";", "；", "\n", "、"])
        }.joined()
    }

    @Test("whether anything is written", arguments: 0..<40 as Range<UInt64>)
    func writing(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<100 {
            let text = Self.text(&numbers)
            #expect(bytes(CellWriting(text: text)) == bytes(CellWriting(folding: text)), "\(text)")
            let cell = RawCell(column: 1, text: text)
            #expect(CellWriting.isDitto(cell) == (CellWriting(folding: text) == .sameAsAbove))
        }
    }

    @Test("the items of lists", arguments: 0..<20 as Range<UInt64>)
    func lists(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<60 {
            let plain = (0..<Int(1 + numbers.next() % 4)).map { _ in
                numbers.one(of: Self.words) + numbers.one(of: ["、", "，", ";", "\n", "", " "])
            }.joined()
            for text in [Self.text(&numbers), plain].map(\.foldedWidth) {
                let reader = ListReader()
                #expect(
                    reader.read(written: text) == reader.read(written: text, quickly: false),
                    "\(text)")
            }
        }
    }

    @Test("events", arguments: 0..<20 as Range<UInt64>)
    func events(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<60 {
            let reader = EventReader(
                days: DayReader(defaultYear: numbers.one(of: [nil, 2012, 2013, 2013, 1, 9999])))
            for text in [Self.text(&numbers), Self.events(&numbers)].map(\.foldedWidth) {
                #expect(
                    reader.read(written: text) == reader.read(written: text, quickly: false),
                    "\(text)")
            }
        }
    }

    @Test("what is remembered of one text is not taken for another")
    func memory() {
        var numbers = SeededNumbers(seed: 1)
        var memory = CellMemory<String>()
        for _ in 0..<20_000 {
            var cell = RawCell(column: 1, text: Self.text(&numbers))
            cell.kind = numbers.one(of: [.text, .number, .error])
            let days = DayReader(defaultYear: numbers.one(of: [nil, 2013]))
            let reading = memory.reading(of: cell, by: days) { "\(cell.kind)\(cell.text)\(days)" }
            #expect(reading.isSame(as: "\(cell.kind)\(cell.text)\(days)"))
        }
        #expect(memory.count < 20_000)
    }

    private func bytes(_ writing: CellWriting) -> [UInt8] { Array("\(writing)".utf8) }
}
