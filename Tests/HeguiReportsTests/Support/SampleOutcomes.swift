import HeguiCalendar
import HeguiDiagnostics

@testable import HeguiPack
@testable import HeguiReview

/// Outcomes of two teams and a person without a team.
enum SampleOutcomes {
    static var all: [Outcome] { cards + loans + rates }

    static func cell(_ row: Int, _ column: Int) -> CellAddress {
        CellAddress(file: "名单.xlsx", sheet: "一季度", row: row, column: column)
    }

    private static func person(
        _ row: Int, _ name: String, team: String?
    ) -> Outcome.Subject {
        Outcome.Subject(
            type: "person", row: row, id: "P\(row)", name: name, groupID: team, groupName: team)
    }

    private static func team(_ row: Int, _ name: String) -> Outcome.Subject {
        Outcome.Subject(
            type: "team", row: row, id: name, name: name, groupID: nil, groupName: nil)
    }

    private static func outcome(
        _ rule: String, clause: String, of subject: Outcome.Subject, is verdict: Verdict,
        level: Level, zh: String, en: String, sources: [CellAddress] = []
    ) -> Outcome {
        Outcome(
            rule: rule, clause: clause, subject: subject, verdict: verdict, level: level,
            dueIsCertain: true, sources: sources, missing: [], message: Message(zh: zh, en: en))
    }

    private static var cards: [Outcome] {
        var late = outcome(
            "card-late", clause: "A1", of: person(1, "林一白", team: "乙班"), is: .violated,
            level: .mandatory,
            zh: "办证晚了9天", en: "the card came 9 days late", sources: [cell(3, 5), cell(3, 2)])
        late.nominalDue = SamplePack.day(2020, 2, 1)
        late.due = SamplePack.day(2020, 2, 3)
        late.done = DayRange(SamplePack.day(2020, 2, 12))
        late.daysLate = 9
        late.gap = Ratio(9)
        late.remedy = Message(zh: "请补交情况说明", en: "hand in a statement")
        var pending = outcome(
            "card-late", clause: "A1", of: person(2, "欧阳思远", team: "甲班"), is: .pending,
            level: .mandatory,
            zh: "应于2020-12-11前办证", en: "a card is due by 2020-12-11", sources: [cell(4, 5)])
        pending.due = SamplePack.day(2020, 12, 11)
        pending.gap = Ratio(11)
        var unreadable = outcome(
            "card-late", clause: "A1", of: person(3, "陈三", team: "乙班"), is: .undetermined,
            level: .mandatory,
            zh: "办证日期读不出", en: "the day of the card cannot be read")
        unreadable.missing = [.cell(cell(5, 5), column: "carded_on")]
        var waived = outcome(
            "card-late", clause: "A1", of: person(4, "=周四", team: nil), is: .waived,
            level: .mandatory,
            zh: "没有办证，联系 13812345678", en: "no card, reach 13812345678")
        waived.waiver = Waiver(
            rule: "card-late", subject: "P4", reason: "长期病假", approver: "示范局",
            day: SamplePack.day(2020, 3, 1), expires: SamplePack.day(2021, 2, 28),
            location: .cell(CellAddress(file: "豁免.csv", row: 2)))
        return [late, pending, unreadable, waived]
    }

    private static var loans: [Outcome] {
        var none = outcome(
            "too-few-loans", clause: "A2", of: person(4, "=周四", team: nil), is: .violated,
            level: .verify,
            zh: "借书0本，\"应\"不少于4本", en: "0 loans, at least 4 are asked", sources: [cell(6, 6)])
        none.observed = "0"
        none.required = "4"
        none.gap = Ratio(4)
        var explained = outcome(
            "too-few-loans", clause: "A2", of: person(1, "林一白", team: "乙班"), is: .violated,
            level: .verify,
            zh: "借书3本，应不少于4本", en: "3 loans, at least 4 are asked")
        explained.observed = "3"
        explained.required = "4"
        explained.gap = Ratio(1)
        explained.explanation = Explanation(
            rule: "too-few-loans", subject: "P1", text: "有一本未登记", author: "乙班",
            day: SamplePack.day(2020, 11, 20), location: .cell(CellAddress(file: "说明.csv", row: 2)))
        var met = outcome(
            "too-few-loans", clause: "A2", of: person(2, "欧阳思远", team: "甲班"), is: .met,
            level: .verify,
            zh: "借书5本", en: "5 loans",
            sources: [cell(4, 6), cell(4, 7), cell(4, 8), cell(4, 9), cell(4, 10)])
        met.observed = "5"
        met.required = "4"
        var unknown = outcome(
            "too-few-loans", clause: "A2", of: person(3, "陈三", team: "乙班"), is: .undetermined,
            level: .verify, zh: "", en: "")
        unknown.missing = [.column(dataset: "people", column: "carded_on")]
        return [none, explained, met, unknown]
    }

    static func rate(_ part: Int64, _ whole: Int64, low: Int64, high: Int64) -> Outcome.Rate? {
        guard let lower = Ratio(low, whole), let upper = Ratio(high, whole) else { return nil }
        return Outcome.Rate(numerator: part, denominator: whole, lower: lower, upper: upper)
    }

    private static var rates: [Outcome] {
        var good = outcome(
            "card-rate-low", clause: "A3", of: team(0, "甲班"), is: .met, level: .hint, zh: "", en: ""
        )
        good.rate = rate(30, 30, low: 30, high: 30)
        var poor = outcome(
            "card-rate-low", clause: "A3", of: team(1, "乙班"), is: .violated, level: .hint,
            zh: "办证率低于95%",
            en: "the card rate is below 95%")
        poor.rate = rate(46, 50, low: 44, high: 47)
        poor.observed = "46/50"
        poor.required = "19/20"
        poor.gap = Ratio(2)
        let failed = outcome(
            "card-rate-low", clause: "A3", of: team(2, "丙班"), is: .failed, level: .hint, zh: "计算溢出",
            en: "the sum overflowed")
        var empty = outcome(
            "card-rate-low", clause: "A3", of: team(3, "丁班"), is: .notApplicable, level: .hint,
            zh: "", en: "")
        empty.dueIsCertain = true
        return [good, poor, failed, empty]
    }

    static var standings: [Standing] {
        [
            Standing(
                award: "best-team", clause: "A3", subject: team(0, "甲班"), result: .eligible,
                rate: rate(30, 30, low: 30, high: 30), rank: 1, reasons: [], nearestChange: nil),
            Standing(
                award: "best-team", clause: "A3", subject: team(1, "乙班"), result: .blocked,
                rate: rate(46, 50, low: 44, high: 47), rank: 2,
                reasons: [
                    Standing.Reason(
                        clause: "A3", rule: "card-rate-low", modality: .generallyNot,
                        verdict: .violated,
                        message: Message(zh: "办证率低于95%", en: "the card rate is below 95%"))
                ],
                nearestChange: Message(zh: "再有 2 人办证即达 95%", en: "2 more cards reach 95%")),
            Standing(
                award: "best-team", clause: "A3", subject: team(3, "丁班"), result: .notApplicable,
                rate: nil, rank: nil, reasons: [], nearestChange: nil),
        ]
    }
}
