import HeguiCalendar
import Testing

@testable import HeguiIntake

/// Two activities, written as people write them into one cell.
@Suite("Ways to write several events in one cell")
struct EventWritingTests {
    private let reader = EventReader(days: DayReader(defaultYear: 2013, latestYear: 2013))

    @Test(
        "two events are two, with the right days and texts, however they are set apart",
        arguments: [
            "2013年4月11日便民理发2013年7月11日义诊", "2013.4.11便民理发2013.7.11义诊",
            "20130411便民理发20130711义诊", "4月11日便民理发7月11日义诊",
            "便民理发（2013.4.11）、义诊（2013.7.11）", "便民理发（4月11日）、义诊（7月11日）",
            "便民理发（4.11）义诊（7.11）", "便民理发[4.11]；义诊[7.11]", "便民理发4.11，义诊7.11",
            "便民理发4.11义诊7.11", "便民理发2013年4月11日义诊2013年7月11日", "便民理发 4月11日 义诊 7月11日",
            "4.11便民理发+7.11义诊", "4.11便民理发＋7.11义诊", "4.11便民理发→7.11义诊", "4.11便民理发&7.11义诊",
            "4.11便民理发和7.11义诊", "4.11便民理发及7.11义诊", "4.11便民理发兼7.11义诊", "4.11便民理发与7.11义诊",
            "4.11便民理发/7.11义诊", "4.11便民理发|7.11义诊", "4.11便民理发，7.11义诊", "4.11便民理发。7.11义诊。",
            "4.11便民理发;\r\n7.11义诊", "4.11便民理发\n7.11义诊", "4.11便民理发 7.11义诊", "4.11便民理发\t7.11义诊",
            "4.11便民理发~7.11义诊", "4.11便民理发——7.11义诊", "4.11便民理发……7.11义诊",
            "•4.11便民理发\n•7.11义诊", "•4.11便民理发•7.11义诊", "*4.11便民理发\n*7.11义诊",
            "-4.11便民理发\n-7.11义诊", "— 4.11便民理发\n— 7.11义诊", "·4.11便民理发\n·7.11义诊",
            "●4.11便民理发●7.11义诊", "◆4.11便民理发◆7.11义诊", "※4.11便民理发\n※7.11义诊",
            "○4.11便民理发\n○7.11义诊", "【4.11】便民理发【7.11】义诊", "【4.11】便民理发；【7.11】义诊",
            "“4.11”便民理发“7.11”义诊", "\"4.11\"便民理发,\"7.11\"义诊", "（2013.4.11）便民理发（2013.7.11）义诊",
            "《4.11》便民理发《7.11》义诊", "〔4.11〕便民理发〔7.11〕义诊", "「4.11」便民理发「7.11」义诊",
            "于4月11日便民理发，于7月11日义诊", "于4月11日便民理发于7月11日义诊", "4月11日：便民理发；7月11日：义诊",
            "0411便民理发；0711义诊", "0411便民理发 0711义诊", "0411便民理发，0711义诊",
            "４．１１便民理发；７．１１义诊", "４月１１日便民理发　７月１１日义诊", "4·11便民理发；7·11义诊",
            "四月十一日便民理发，七月十一日义诊", "二〇一三年四月十一日便民理发二〇一三年七月十一日义诊",
            "4-11便民理发；7-11义诊", "4/11便民理发；7/11义诊", "4月11号便民理发，7月11号义诊",
            "1.4月11日便民理发\n2.7月11日义诊", "1、4月11日便民理发2、7月11日义诊", "1.4.11便民理发 2.7.11义诊",
            "1、便民理发4.11；2、义诊7.11", "1）4.11便民理发2）7.11义诊", "(1)4.11便民理发(2)7.11义诊",
            "（一）4月11日便民理发（二）7月11日义诊", "一、4月11日便民理发二、7月11日义诊", "①4.11便民理发②7.11义诊",
            "⑴4.11便民理发⑵7.11义诊", "❶4.11便民理发❷7.11义诊", "A.4.11便民理发 B.7.11义诊",
            "a、4.11便民理发b、7.11义诊", "第一次4.11便民理发，第二次7.11义诊", "一是4月11日便民理发，二是7月11日义诊",
            "其一，4月11日便民理发；其二，7月11日义诊", "2013年：4月11日便民理发，7月11日义诊",
            "4月11日\n便民理发\n7月11日\n义诊", "便民理发\n4月11日\n义诊\n7月11日", "便民理发，4.11；义诊，7.11",
            "2013-4-11便民理发/2013-7-11义诊", "活动：4.11便民理发、7.11义诊",
        ])
    func twoEvents(text: String) {
        let reading = reader.read(text: text)
        #expect(
            reading.value?.map(\.date) == [range("2013-04-11"), range("2013-07-11")], "\(reading)")
        #expect(reading.value?.map(\.text) == ["便民理发", "义诊"], "\(reading)")
        #expect(reading.notes == [], "\(reading)")
    }

    @Test(
        "several days of one event are as many events, a range of days is one",
        arguments: [
            ("4月11日、7月11日义诊", ["2013-04-11", "2013-07-11"]),
            ("4月11、12日义诊", ["2013-04-11", "2013-04-12"]),
            ("义诊：4月11日、7月11日", ["2013-04-11", "2013-07-11"]),
            ("义诊（4月11日、7月11日）", ["2013-04-11", "2013-07-11"]),
            ("4月：11日义诊，15日义诊", ["2013-04-11", "2013-04-15"]),
            ("4.11-4.12义诊；7.11义诊", ["2013-04-11..2013-04-12", "2013-07-11"]),
            ("4.11~12义诊，7.11义诊", ["2013-04-11..2013-04-12", "2013-07-11"]),
            ("4月11日—12日义诊", ["2013-04-11..2013-04-12"]),
            ("4月11至12日义诊", ["2013-04-11..2013-04-12"]),
            ("4月11日8:30义诊；7月11日（星期四）14时义诊", ["2013-04-11", "2013-07-11"]),
            ("4月11日 义诊 2小时；7月11日 义诊 3.5小时", ["2013-04-11", "2013-07-11"]),
        ] as [(String, [String])])
    func severalDays(text: String, days: [String]) {
        let reading = reader.read(text: text)
        #expect(reading.value?.map(\.date) == days.map { range($0) }, "\(reading)")
        #expect(reading.value?.allSatisfy { $0.text.contains("义诊") } == true, "\(reading)")
        #expect(reading.notes == [], "\(reading)")
    }

    @Test(
        "what may be another event counts neither as one nor as none",
        arguments: [
            ("4.11便民理发7.11义诊", 1), ("4月11日便民理发参加7.11义诊", 1), ("13.4.11便民理发13.7.11义诊", 1),
            ("4月11日开展3.8妇女节活动", 1), ("6月30日庆祝7月1日建党节演出", 1), ("4月11日便民理发，7..11义诊", 1),
            ("4月11日义诊2次", 1), ("4月11日义诊，共三次", 2), ("4月11日便民理发、义诊", 1),
            ("4月11日便民理发和义诊", 1), ("4月11日上午便民理发，下午义诊", 1), ("4月11日 8.30-10.30 义诊", 1),
            ("4月11日起每周义务巡逻", nil), ("3月每天义务巡逻", nil),
        ] as [(String, Int?)])
    func perhaps(text: String, more: Int?) {
        let reading = reader.read(text: text)
        #expect(reading.value?.count == 1, "\(reading)")
        #expect(reading.value?.first?.date != nil, "\(reading)")
        #expect(reading.notes == [.mayBeMore(more)], "\(reading)")
    }

    @Test(
        "a number that may be a date makes the day of the event unknown, not missing",
        arguments: [
            "4..11便民理发", "3-5月义务巡逻", "119消防宣传", "每月参加义务巡逻一次", "七.一一义诊",
            "农历八月十五慰问",
        ])
    func unknownDay(text: String) throws {
        let item = try #require(reader.read(text: text).value?.first)
        #expect(item.date == nil)
        let isRejected = item.notes.contains {
            if case .dateRejected = $0 { true } else { false }
        }
        #expect(isRejected, "\(item)")
    }

    @Test(
        "a text that holds no date has none, and a date of one event is not another's",
        arguments: [
            ("平时参加治安巡逻", nil), ("植树 3.5亩", nil), ("清洁家园", nil), ("义诊20余人次", nil),
            ("3月5日参加3.5学雷锋活动", "2013-03-05"), ("4月11日普及法律知识", "2013-04-11"),
            ("4月11日和谐邻里活动", "2013-04-11"), ("4月11日走访慰问困难家庭，送去大米和食用油", "2013-04-11"),
            ("4月11日为80岁老人理发，服务20余人", "2013-04-11"), ("4.1小家电维修", "2013-04-01"),
            ("4月11日参加“学雷锋”活动", "2013-04-11"),
        ] as [(String, String?)])
    func ordinary(text: String, day: String?) {
        let reading = reader.read(text: text)
        #expect(reading.value?.map(\.date) == [day.map { range($0) }], "\(reading)")
        #expect(reading.notes == [], "\(reading)")
        if day == nil { #expect(reading.value?.first?.notes == [.undated], "\(reading)") }
    }
}
