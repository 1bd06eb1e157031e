import HeguiCalendar
import Testing

@testable import HeguiColumns

/// Cells that are read at a glance, and those that are left to the plain reader.
@Suite("Plain cells")
struct PlainCellTests {
    private func look<Result>(
        _ text: String, _ body: (UnsafePointer<UInt8>, Int) -> Result
    ) -> Result {
        let buffer = TextBuffer(Array(text.utf8))
        return withExtendedLifetime(buffer) {
            unsafe body(UnsafePointer(buffer.base), buffer.count)
        }
    }

    private func dayNumber(_ text: String) -> Int32 {
        unsafe look(text) { unsafe DayTable.shared.number($0, $1) }
    }

    private func isPlain(_ text: String) -> Bool {
        unsafe look(text) { unsafe PlainText.shared.isPlain($0, $1) }
    }

    private func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    @Test(
        "a day is read where there is one that somebody can have meant",
        arguments: [1899, 1900, 1905, 1909, 1910, 1999, 2000, 2012, 2013, 2096, 2099, 2100])
    func days(year: Int) {
        for month in 0...13 {
            for day in 0...32 {
                let text = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
                let found = dayNumber(text)
                let isNear = (1910...2099).contains(year)
                let expected = isNear ? Day(year: year, month: month, day: day)?.number : nil
                #expect(found == expected ?? ColumnCells.special, "\(text)")
            }
        }
    }

    @Test(
        "what is written otherwise is no day at a glance",
        arguments: [
            "2013/01/04", "2013.01.04", "2013-1-004", "2013-01-4", "20130104", "2013-01-04 ",
            " 2013-01-4", "2013-01-0a", "201a-01-04", "2013-0a-04", "2013:01-04", "2013-01:04",
            "-013-01-04", "2013-01-/4", "2013-01-:4", "２０13-01", "2013-01-04T", "2013年1月",
        ])
    func otherDays(text: String) {
        #expect(dayNumber(text) == ColumnCells.special)
    }

    @Test(
        "a month, a whole number, a mobile number, a key and a name are known by their form",
        arguments: [
            ("2013-01", "month key"), ("1910-12", "month key"), ("1905-07", "key"),
            ("2099-12", "month key"),
            ("1909-12", "key"), ("1899-01", "key"), ("2100-01", "key"), ("2013-13", "key"),
            ("2013-00", "key"),
            ("2013/01", "key"), ("0", "number key"), ("7", "number key"),
            ("999999999", "number key"),
            ("1000000000", "key"), ("01", "key"), ("-1", "key"), ("1.0", "key"),
            ("13012345678", "mobile key"), ("19900000001", "mobile key"), ("12012345678", "key"),
            ("23012345678", "key"), ("1301234567", "key"), ("130123456789", "key"),
            ("1301234567x", "key"), ("M12", "key"), ("a", ""), ("M 1", ""), ("甲1", ""),
            ("张三", "name"), ("欧阳思远人", "name"), ("张", ""), ("欧阳思远人人", ""),
            ("张三a", ""), ("没有", ""), ("不详", ""), ("同上", ""), ("未知", ""), ("张　三", ""),
        ])
    func forms(text: String, expected: String) {
        var forms: [String] = []
        if unsafe look(text, { unsafe PlainCell.isMonth($0, $1) }) { forms.append("month") }
        if let number = unsafe look(text, { unsafe PlainCell.integer($0, $1) }) {
            #expect(String(number) == text)
            forms.append("number")
        }
        if unsafe look(text, { unsafe PlainCell.isMobile($0, $1) }) { forms.append("mobile") }
        if unsafe look(text, { unsafe PlainCell.isName($0, $1, by: .shared) }) {
            forms.append("name")
        }
        if unsafe look(text, { unsafe PlainCell.isKey($0, $1) }) { forms.append("key") }
        #expect(forms.joined(separator: " ") == expected)
    }

    /// All words that the plain reader takes for nothing or for what stands above.
    static let words = [
        "无", "暂无", "没有", "不详", "未知", "不明", "未填", "空", "空白", "缺", "待定", "待补", "待填", "-",
        "--", "---", "—", "——", "–", "―", "−", "一一", "/", "//", "\\", "|", "n/a", "na", "null",
        "none", "nil", "N/A", "NA", "Null", "NONE", "…", "……", "...", "......", "同上", "同前", "仝上",
        "上同", "〃", "″", "〞", "〟", "\"", "''", "”", "“", "々", "同上行", " 无", "无 ", "无　", "ｎａ",
        "Ｎ/Ａ", "没 有", "－", "／",
    ]

    @Test("a word that means something of its own is never plain", arguments: words)
    func special(word: String) {
        #expect(!isPlain(word))
    }

    @Test(
        "what begins like such a word, or is longer, may be plain",
        arguments: ["张三", "区档案局", "无锡市", "上海", "同济大学", "M12", "2013-01-04", "走访慰问", "植树，浇水", "abc"])
    func plain(text: String) {
        #expect(isPlain(text))
    }

    @Test(
        "a total may stand in any of the first cells, a note or signature in the first alone",
        arguments: [
            ("合计", true, true), ("小计", true, true), ("总计", true, true), ("共计", true, true),
            ("总数", true, true), ("累计", true, true), ("合 计", true, true), ("合计：", true, true),
            ("（合计）", true, true), ("(合计)", true, true), ("备注", true, false),
            ("说明：略", true, false), ("填表人：某", true, false), ("（盖章）", true, true),
            ("某某（公章）", true, false), ("张三", false, false), ("合作社", false, false),
            ("M12", false, false), ("2013-01-04", false, false), ("小明", false, false),
        ])
    func rowStarts(text: String, inFirst: Bool, inOthers: Bool) {
        for (isFirst, expected) in [(true, inFirst), (false, inOthers)] {
            let found = unsafe look(text) {
                unsafe RowStart.shared.mayBeNoData($0, $1, isFirst: isFirst)
            }
            #expect(found == expected, "\(isFirst)")
        }
    }
}
