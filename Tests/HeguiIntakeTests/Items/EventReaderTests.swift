import HeguiCalendar
import HeguiDiagnostics
import Testing

@testable import HeguiIntake
@testable import HeguiSheets

@Suite("Dated events in one cell")
struct EventReaderTests {
    private let reader = EventReader(days: DayReader(defaultYear: 2013, latestYear: 2013))

    private func shown(_ text: String) -> [String] {
        (reader.read(text: text).value ?? []).map { item in
            (item.date.map(\.description) ?? "?") + "|" + item.text
        }
    }

    @Test(
        "each date begins an event with the text after it",
        arguments: [
            ("3月5日 清洁家园；5.12 文明劝导", ["2013-03-05|清洁家园", "2013-05-12|文明劝导"]),
            ("2013.3.28 义诊", ["2013-03-28|义诊"]), ("4.1课业辅导", ["2013-04-01|课业辅导"]),
            ("2013年4月5日义诊\n2013.4.22 垃圾分类宣传", ["2013-04-05|义诊", "2013-04-22|垃圾分类宣传"]),
            ("5月 巡逻", ["2013-05|巡逻"]), ("5月份参加巡逻", ["2013-05|参加巡逻"]),
            ("3月5日清洁家园，5月12日文明劝导", ["2013-03-05|清洁家园", "2013-05-12|文明劝导"]),
            ("3月5日 清洁家园、植树", ["2013-03-05|清洁家园、植树"]),
            ("3月5日 清洁家园 5月12日 文明劝导", ["2013-03-05|清洁家园", "2013-05-12|文明劝导"]),
            ("1.3月5日 清洁家园 2.5.12 文明劝导", ["2013-03-05|清洁家园", "2013-05-12|文明劝导"]),
            ("1.4.1课业辅导\n2.5.2义诊", ["2013-04-01|课业辅导", "2013-05-02|义诊"]),
            ("1.5义诊\n2.6植树", ["2013-01-05|义诊", "2013-02-06|植树"]),
            ("1、2013.3.28义诊；2、4.1 植树", ["2013-03-28|义诊", "2013-04-01|植树"]),
            ("（1）3月5日 义诊（2）5月2日 植树", ["2013-03-05|义诊", "2013-05-02|植树"]),
            ("①3月5日义诊②5月2日植树", ["2013-03-05|义诊", "2013-05-02|植树"]),
            ("3月5日、6日 义诊", ["2013-03-05|义诊", "2013-03-06|义诊"]),
            ("3.5、4.6 义诊", ["2013-03-05|义诊", "2013-04-06|义诊"]),
            ("3月5日至7日 义诊", ["2013-03-05..2013-03-07|义诊"]),
            ("3月5日：义诊。", ["2013-03-05|义诊"]), ("2013-03-05 义诊", ["2013-03-05|义诊"]),
            ("20130305义诊", ["2013-03-05|义诊"]), ("义诊（3月5日）", ["2013-03-05|义诊"]),
            ("参加义诊2013.3.5", ["2013-03-05|参加义诊"]),
            ("参加活动：3月5日 义诊", ["2013-03-05|义诊"]),
            ("植树 3.5亩", ["?|植树 3.5亩"]), ("3月12日 植树 3.5亩", ["2013-03-12|植树 3.5亩"]),
            ("清洁家园", ["?|清洁家园"]), ("清洁家园；3月5日 义诊", ["?|清洁家园", "2013-03-05|义诊"]),
            ("2月30日 义诊", ["?|义诊"]), ("4.31义诊", ["?|义诊"]), ("1.清洁家园", ["?|清洁家园"]),
            ("12.20义务巡逻", ["2013-12-20|义务巡逻"]), ("3月5日", ["2013-03-05|"]),
            ("2.14元宵节活动", ["2013-02-14|元宵节活动"]), ("4.1小家电维修", ["2013-04-01|小家电维修"]),
        ]
    )
    func cutting(text: String, events: [String]) {
        #expect(shown(text) == events)
    }

    @Test("items count from one and say what is doubtful about them")
    func notes() throws {
        let items = try #require(reader.read(text: "义诊\n2月30日 植树；5月 巡逻；3.5、3.6 助老").value)
        #expect(items.map(\.position) == [1, 2, 3, 4, 5])
        #expect(items[0].notes == [.undated])
        guard case .dateRejected(let reason) = items[1].notes.first else {
            Issue.record("30 February was taken")
            return
        }
        #expect(reason.zh == "2013年2月没有30日")
        #expect(items[2].notes == [.yearAssumed(2013), .wholeMonth])
        #expect(items[3].notes == [.yearAssumed(2013), .sharedText])
    }

    @Test("nothing written is no event", arguments: ["", "无", "—", "\n \n"])
    func nothing(text: String) {
        #expect(reader.read(text: text) == .absent)
    }

    @Test("a date cell is one event without text")
    func dateCell() {
        let cell = RawCell(column: 1, text: "2013-03-05", kind: .date, date: range("2013-03-05"))
        #expect(reader.read(cell).value?.map(\.date) == [range("2013-03-05")])
    }

    @Test("without the form's year, dates written without one are rejected, not guessed")
    func yearMissing() {
        let reader = EventReader(days: DayReader())
        let items = reader.read(text: "3月5日 义诊；2013.3.6 植树").value ?? []
        #expect(items.map(\.date) == [nil, range("2013-03-06")])
    }
}
