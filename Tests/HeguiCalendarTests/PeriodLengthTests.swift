import HeguiCalendar
import Testing

@Suite("PeriodLength")
struct PeriodLengthTests {
    @Test(
        "a length is read in English and Chinese and written in both",
        arguments: [
            ("1 month", "1 month", "1个月"), ("3 months", "3 months", "3个月"),
            ("30 days", "30 days", "30日"), ("1 day", "1 day", "1日"), ("0 days", "0 days", "0日"),
            ("10 working days", "10 working days", "10个工作日"), ("2 weeks", "2 weeks", "2周"),
            ("1 year", "1 year", "1年"), (" 1  working   day ", "1 working day", "1个工作日"),
            ("1个月", "1 month", "1个月"), ("一个月", "1 month", "1个月"), ("30日", "30 days", "30日"),
            ("30天", "30 days", "30日"), ("10个工作日", "10 working days", "10个工作日"),
            ("十个工作日", "10 working days", "10个工作日"), ("2周", "2 weeks", "2周"),
            ("两个星期", "2 weeks", "2周"), ("1年", "1 year", "1年"), ("5 日", "5 days", "5日"),
            ("100000 days", "100000 days", "100000日"),
        ])
    func readAndWritten(text: String, english: String, chinese: String) throws {
        let length = try length(text)
        #expect(length.description == english)
        #expect(length.chineseDescription == chinese)
        #expect(PeriodLength(english) == length)
        #expect(PeriodLength(chinese) == length)
    }

    @Test(
        "text that is no length is nil",
        arguments: [
            "", "month", "1", "1 fortnight", "-1 days", "+1 days", "1.5 months", "1 month 2 days",
            "100001 days", "99999999999999999999 days", "三十日", "1 Months", "1 working", "半年",
        ])
    func badText(text: String) {
        #expect(PeriodLength(text) == nil)
    }
}
