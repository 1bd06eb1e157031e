import HeguiCalendar
import HeguiDiagnostics
import Testing

@testable import HeguiIntake
@testable import HeguiSheets

@Suite("Days")
struct DayReaderTests {
    private let reader = DayReader(defaultYear: 2013, latestYear: 2013)
    private let yearless = DayReader(latestYear: 2013)

    @Test(
        "every way to write a whole day is read as that day",
        arguments: [
            "2013年1月4日", "2013.1.4", "2013-1-4", "2013-01-04", "2013/1/4", "20130104",
            "２０１３．１．４", "２０１３年１月４日", " 2013.1.4　", "2013 年 1 月 4 日", "2013年1月4号",
            "2013年1月4", "二〇一三年一月四日", "二○一三年元月四日", "2013. 1. 4", "2013。1。4",
            "2013—1—4", "2013－1－4", "2013-01-04 00:00:00", "2013-01-04T08:30:00Z",
            "2013/1/4 8:30", "2013年1月4日（星期五）", "2013年1月4日 周五", "2013.1.4日", "2013.01.04",
            "2013年1月4日上午", "2013-01-04 00:00:00.0", "2013\\1\\4", "2013年元月4日",
        ]
    )
    func wholeDays(text: String) {
        #expect(yearless.read(text: text) == .value(range("2013-01-04")))
    }

    @Test(
        "slips that leave no doubt are read",
        arguments: [
            "2013.1.4.", "2013、1、4", "2013，1，4", "2013.1月4日", "2013-1月4日", "2013/1月4", "2013年1.4",
            "2013年1-4", "2013.1.4（补）", "2013.1.4(补报)", "2013年1月4日（补登）", "20130104.0", "2013 1 4",
            "2013　1　4", "'2013-1-4", "’2013-1-4", "`2013.1.4", "=\"2013-1-4\"", "\"2013-1-4\"",
            "“2013.1.4”", "2013年1月4日。", "2013.1.4;", "2013..1.4", "2013_1_4", "2013.1.4（已报到）",
        ])
    func slips(text: String) {
        #expect(yearless.read(text: text) == .value(range("2013-01-04")))
    }

    @Test(
        "a slip that may mean something else is not read, but what is likely is said",
        arguments: [
            ("2013.1.4？", true), ("2013年1月4日报到", true), ("2O13.1.4", true), ("2013.l.4", true),
            ("2013.1.4（未报到）", true), ("2013.1.4、2013.3.1", false), ("2013.1.4（农历）", false),
            ("12013.1.4", false), ("2013.1.4（原为1月5日）", false),
        ])
    func likely(text: String, isSaid: Bool) {
        guard case .unreadable(let reason) = yearless.read(text: text) else {
            Issue.record("read: \(yearless.read(text: text))")
            return
        }
        #expect(reason.zh.contains("是否为2013-01-04") == isSaid, "\(reason.zh)")
        #expect(reason.en.contains("2013-01-04") == isSaid)
    }

    @Test(
        "a month with a slip is a month",
        arguments: ["1967、06", "1967，6", "1967 06", "1967.6月", "1967.06."])
    func monthSlips(text: String) {
        #expect(yearless.read(text: text).value == range("1967-06"))
    }

    @Test(
        "what is less than a day keeps its precision",
        arguments: [
            ("2013年1月", "2013-01", [.wholeMonth]), ("2013.01", "2013-01", [.wholeMonth]),
            ("2013/1", "2013-01", [.wholeMonth]), ("2013-01", "2013-01", [.wholeMonth]),
            ("2013年1月份", "2013-01", [.wholeMonth]), ("201301", "2013-01", [.wholeMonth]),
            ("二〇一三年一月", "2013-01", [.wholeMonth]), ("1969.04", "1969-04", [.wholeMonth]),
            ("2013.10", "2013-10", [.wholeMonth]),
            ("2013.1", "2013-01", [.wholeMonth, .zeroMayBeLost]),
            ("2013年", "2013-01-01..2013-12-31", [.wholePeriod]),
            ("2013", "2013-01-01..2013-12-31", [.wholePeriod]),
            ("2013年上半年", "2013-01-01..2013-06-30", [.wholePeriod]),
            ("2013年下半年", "2013-07-01..2013-12-31", [.wholePeriod]),
            ("2013年第二季度", "2013-04-01..2013-06-30", [.wholePeriod]),
            ("2013年1季度", "2013-01-01..2013-03-31", [.wholePeriod]),
            ("2013年5月上旬", "2013-05-01..2013-05-10", [.vagueDay]),
            ("2013年5月中旬", "2013-05-11..2013-05-20", [.vagueDay]),
            ("2013年5月下旬", "2013-05-21..2013-05-31", [.vagueDay]),
            ("2013年5月底", "2013-05", [.vagueDay]),
            ("2013年5月4日左右", "2013-05-04", [.vagueDay]),
            ("69.04", "1969-04", [.twoDigitYear, .wholeMonth]),
        ] as [(String, String, [ParsingNote])]
    )
    func precision(text: String, days: String, notes: [ParsingNote]) {
        #expect(yearless.read(text: text) == .value(range(days), notes: notes))
    }

    @Test(
        "two-digit years are the latest such year that has come",
        arguments: [
            ("13.01.04", "2013-01-04"), ("69.11.30", "1969-11-30"), ("14-1-1", "1914-01-01"),
            ("130104", "2013-01-04"), ("98年7月1日", "1998-07-01"), ("00/2/29", "2000-02-29"),
        ]
    )
    func twoDigitYears(text: String, day: String) {
        #expect(yearless.read(text: text) == .value(range(day), notes: [.twoDigitYear]))
    }

    @Test(
        "a date without a year takes that of the form",
        arguments: [
            ("5月12日", "2013-05-12"), ("5.12", "2013-05-12"), ("5/12", "2013-05-12"),
            ("十二月二十一日", "2013-12-21"), ("1-4", "2013-01-04"), ("3月5号", "2013-03-05"),
        ]
    )
    func assumedYear(text: String, day: String) {
        #expect(reader.read(text: text) == .value(range(day), notes: [.yearAssumed(2013)]))
        guard case .unreadable(let reason) = yearless.read(text: text) else {
            Issue.record("read without a year")
            return
        }
        #expect(reason.en == "the year is not written")
    }

    @Test(
        "several days in a row are kept as a range",
        arguments: [
            ("2013年1月4日至6日", "2013-01-04..2013-01-06"),
            ("2013年1月4日-2月6日", "2013-01-04..2013-02-06"),
            ("2013.1.4-1.6", "2013-01-04..2013-01-06"),
            ("2013.1.4—2013.1.6", "2013-01-04..2013-01-06"),
            ("2013/1/4~2013/1/6", "2013-01-04..2013-01-06"),
            ("2013.1.4-6", "2013-01-04..2013-01-06"),
        ]
    )
    func severalDays(text: String, days: String) {
        #expect(yearless.read(text: text) == .value(range(days), notes: [.severalDays]))
    }

    @Test(
        "a day that cannot be, or anything more than a day, is refused",
        arguments: [
            "2013-02-30", "2013年2月29日", "2013.13.1", "2013年13月", "2013.00", "20130230", "3013年1月4日",
            "2013.1.4、2013.3.1", "2013年1月4日报到", "张三", "1.2.3.4", "12345678901", "41", "2013-1-4-6",
            "9月31日", "2013.1.4 25:00",
        ]
    )
    func refused(text: String) {
        guard case .unreadable(let reason) = reader.read(text: text) else {
            Issue.record("read: \(reader.read(text: text))")
            return
        }
        #expect(!reason.zh.isEmpty && !reason.en.isEmpty)
    }

    @Test("the reason names the day that does not exist")
    func reason() {
        let reading = reader.read(text: "2013年2月30日")
        #expect(
            reading == .unreadable(Message(zh: "2013年2月没有30日", en: "2013-02 has no day 30"))
        )
    }

    @Test("4/1/2013 may be two days, 13/1/2013 only one")
    func swapped() {
        guard case .ambiguous(let both, _) = reader.read(text: "4/1/2013") else {
            Issue.record("not ambiguous")
            return
        }
        #expect(both == [range("2013-01-04"), range("2013-04-01")])
        #expect(reader.read(text: "13/1/2013") == .value(range("2013-01-13")))
        #expect(reader.read(text: "4/4/2013") == .value(range("2013-04-04")))
    }

    @Test(
        "words for nothing and for the row above are no dates and no mistakes",
        arguments: ["", " 　", "无", "—", "/", "不详", "-", "N/A", "……"]
    )
    func nothing(text: String) {
        #expect(reader.read(text: text) == .absent)
        #expect(reader.read(text: "同 上") == .sameAsAbove)
        #expect(reader.read(text: "〃") == .sameAsAbove)
    }

    @Test(
        "a number cell is a serial, digits, or a decimal whose last zero is lost",
        arguments: [
            ("41278", .value(range("2013-01-04"), notes: [.serialNumber])),
            ("41278.354", .value(range("2013-01-04"), notes: [.serialNumber])),
            ("20130104", .value(range("2013-01-04"))),
            ("201301", .value(range("2013-01"), notes: [.wholeMonth])),
            ("2013.2", .value(range("2013-02"), notes: [.wholeMonth])),
            ("2013.12", .value(range("2013-12"), notes: [.wholeMonth])),
            ("2013.01", .value(range("2013-01"), notes: [.wholeMonth])),
            ("2013.0999999999999", .ambiguous([range("2013-01"), range("2013-10")], lostMonth)),
            ("2013.1", .ambiguous([range("2013-01"), range("2013-10")], lostMonth)),
            ("5.12", .value(range("2013-05-12"), notes: [.yearAssumed(2013)])),
            ("5.4", .value(range("2013-05-04"), notes: [.yearAssumed(2013)])),
            ("5.3", .ambiguous([range("2013-05-03"), range("2013-05-30")], lostDay)),
            ("2.3", .value(range("2013-02-03"), notes: [.yearAssumed(2013)])),
        ] as [(String, ParsedValue<DayRange>)]
    )
    func numberCells(text: String, reading: ParsedValue<DayRange>) {
        let cell = RawCell(column: 1, text: text, kind: .number)
        #expect(reader.read(cell) == reading)
    }

    private static let lostMonth = Message(
        zh: "数字 2013.1 可能是2013年1月，也可能是2013年10月",
        en: "the number 2013.1 may be 2013-01 or 2013-10"
    )

    private static let lostDay = Message(
        zh: "数字 5.3 可能是3日，也可能是30日", en: "the number 5.3 may be day 3 or day 30"
    )

    @Test(
        "numbers that are no dates are refused", arguments: ["7", "-41278", "2013.13", "99999999"])
    func refusedNumbers(text: String) {
        let cell = RawCell(column: 1, text: text, kind: .number)
        #expect(reader.read(cell).value == nil)
        #expect(reader.read(cell) != .absent)
    }

    @Test("serials of a 1904 workbook count from there")
    func serials1904() {
        let reader = DayReader(countsFrom1904: true)
        let cell = RawCell(column: 1, text: "39816", kind: .number)
        #expect(reader.read(cell).value == range("2013-01-04"))
    }

    @Test("a date cell keeps its day; one that hides its year was typed without it")
    func dateCells() {
        let shown = RawCell(
            column: 1, text: "2014-12-05", kind: .date, date: range("2014-12-05")
        )
        #expect(reader.read(shown) == .value(range("2014-12-05")))
        var hidden = shown
        hidden.isYearShown = false
        #expect(reader.read(hidden) == .value(range("2013-12-05"), notes: [.yearAssumed(2013)]))
        #expect(yearless.read(hidden) == .value(range("2014-12-05"), notes: [.yearHidden]))
        var month = shown
        month.date = range("2014-12")
        #expect(reader.read(month) == .value(range("2014-12"), notes: [.wholeMonth]))
    }

    @Test("error values and formulas without a result are unreadable, not absent")
    func brokenCells() {
        for kind in [RawCell.Kind.error, .uncomputed] {
            guard case .unreadable = reader.read(RawCell(column: 1, text: "", kind: kind)) else {
                Issue.record("\(kind) was taken for something else")
                return
            }
        }
        #expect(reader.read(nil) == .absent)
    }
}
