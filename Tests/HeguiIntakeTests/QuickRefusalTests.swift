import HeguiPack
import HeguiTestSupport
import Testing

@testable import HeguiIntake
@testable import HeguiSheets

/// What is refused by its bytes is what a close look at its characters refuses.
@Suite("Telling texts by their bytes")
struct QuickRefusalTests {
    private static let pieces = [
        "姓名", "姓", "名", "单位", "编号", "手机", "报到日期", "性质", "kind", "Name",
        "NAME", "无", "同上", "合计", "小计", "本页", "计", "共", "24", "人", "备注",
        "说明", "注", ":", "：", "1", "例", "示例", "(", ")", "（", "）", "盖章",
        "填表人", "签字", "以下空白", "…", "...", "·", "/", "—", "-", "n/a", "*",
        "#", " ", "　", "\n", "\u{A0}", "赵一", "区甲局", "甲", "13",
        "2013-05-11", "é", "e\u{301}", "\u{F9B5}", "\u{2F00}", "\u{212A}",
        "\u{200B}", "=", "'", "ｎａｍｅ", "二、", "一", "其中", "男/女", "如2013", "年",
        "月", "日", "_",
    ]

    private static func text(_ numbers: inout SeededNumbers) -> String {
        let count = Int.random(in: 1...4, using: &numbers)
        return (0..<count).map { _ in pieces.randomElement(using: &numbers) ?? "" }.joined()
    }

    /// A text that means the same and is never taken for plain.
    private static func odd(_ text: String) -> String {
        text.compact.isEmpty ? text : text + "\u{200B}"
    }

    @Test(
        "a heading is known by its bytes where it is by its characters", arguments: UInt64(0)..<20)
    func headings(seed: UInt64) throws {
        let book = PatternBook(try TestPack.load())
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<400 {
            let text = Self.text(&numbers)
            let isKnown = HeadingText.keys(text).contains { book.entries[$0] != nil }
            #expect(book.isHeading(text) == isKnown, "\(text.debugDescription)")
            #expect(book.isPlainHeading(text) == (book.entries[text] != nil))
        }
    }

    @Test("a text begins as one of some texts where it starts with it", arguments: UInt64(0)..<20)
    func starts(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        let words = (0..<4).map { _ in Self.text(&numbers) }
        let starts = TextStarts(words)
        for word in words {
            #expect(starts.mayBegin(word))
            #expect(starts.mayBegin(word + Self.text(&numbers)), "\(word.debugDescription)")
        }
        for _ in 0..<200 {
            let text = Self.text(&numbers)
            if words.contains(where: text.hasPrefix) {
                #expect(starts.mayBegin(text), "\(text.debugDescription) \(words)")
            }
        }
    }

    @Test("a character that shows nothing is known by its properties")
    func invisible() {
        let other = (0xAD...0x1FFFF).compactMap { Unicode.Scalar($0 as UInt32) }.first { scalar in
            let properties = scalar.properties
            let isInvisible =
                properties.isDefaultIgnorableCodePoint || properties.generalCategory == .format
                || scalar == "\u{FFFC}"
            return scalar.isInvisible != isInvisible
        }
        #expect(other == nil)
    }

    @Test("a cell's writing is the same, looked at closely or not", arguments: UInt64(0)..<20)
    func writing(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<400 {
            let text = Self.text(&numbers)
            #expect(
                CellWriting(text: text) == CellWriting(text: Self.odd(text)),
                "\(text.debugDescription)")
        }
    }

    @Test("a row is sorted the same, looked at closely or not", arguments: UInt64(0)..<40)
    func rows(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        let rows = (1...60).map { number in
            let columns = (1...5).filter { _ in Bool.random(using: &numbers) }
            return SheetRow(
                number: number,
                cells: columns.map {
                    // A longer text is a sentence, for which the invisible sign would count.
                    RawCell(column: $0, text: String(Self.text(&numbers).prefix(18)))
                })
        }
        let odd = rows.map { row in
            SheetRow(
                number: row.number,
                cells: row.cells.map { RawCell(column: $0.column, text: Self.odd($0.text)) })
        }
        #expect(Self.kinds(rows) == Self.kinds(odd))
    }

    private static func kinds(_ rows: [SheetRow]) -> [RowSorter.Kind] {
        RowSorter(
            cells: TableCells(sheet: Sheet(file: "f", rows: rows), firstRow: 1),
            repeatedHeadings: [7], mapped: [1, 2, 3, 4], identifying: [1, 2],
            footerStarts: ["小计", "共"], manyValued: [3, 4]
        ).kinds(of: rows.indices)
    }

    @Test("a word that stands among joined texts is never missed", arguments: UInt64(0)..<20)
    func joined(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        let texts = (0..<12).map { _ in Self.text(&numbers) }
        let cells = texts.enumerated().map { RawCell(column: $0.offset + 1, text: $0.element) }
        let sheet = Sheet(file: "f", rows: [SheetRow(number: 1, cells: cells)])
        let bytes = JoinedBytes(sheet, longest: 4_000)
        let whole = texts.map(\.compact).joined().lowercased()
        var refused = 0
        for _ in 0..<100 {
            let word = HeadingText.key(Self.text(&numbers))
            if whole.contains(word) {
                #expect(bytes.mayHold(word), "\(word.debugDescription)")
            } else if !bytes.mayHold(word) {
                refused += 1
            }
        }
        #expect(whole.utf8.contains { $0 >= 0xEF } || refused > 0)
    }
}
