import HeguiCalendar
import HeguiDiagnostics
import HeguiRules

/// Says which outcome a waiver or an explanation speaks of, or why it speaks of none.
///
/// Reviews, `hegui lint --waivers` and `hegui waive` all ask here. People's names stay out of the
/// diagnostics, which point at the record instead.
struct RecordMatcher {
    /// What a waiver and an explanation have in common.
    struct Record {
        let rule: String
        let subject: String
        let location: Location
        let name: Message

        init(_ waiver: Waiver) {
            rule = waiver.rule
            subject = waiver.subject
            location = waiver.location
            name = Message(zh: "豁免", en: "the waiver")
        }

        init(_ explanation: Explanation) {
            rule = explanation.rule
            subject = explanation.subject
            location = explanation.location
            name = Message(zh: "说明", en: "the explanation")
        }
    }

    enum Match {
        case row(Int)
        case none(Diagnostic)
    }

    private let pack: Pack

    init(_ pack: Pack) {
        self.pack = pack
    }

    /// Returns what is wrong with the record's rule; nil where the pack has it.
    func unknownRule(of record: Record) -> Diagnostic? {
        let rules = pack.rules.map(\.id)
        guard !rules.contains(record.rule) else { return nil }
        let near = NearestName.suggestion(for: record.rule, among: rules)
        return Self.warning(
            "E0001", record.location,
            Message(
                zh: "\(record.name.zh)所指的规则 `\(record.rule)` 不存在",
                en: "\(record.name.en) names an unknown rule `\(record.rule)`"),
            help: near.map { Message(zh: "是不是想写 `\($0)`？", en: "did you mean `\($0)`?") })
    }

    /// Returns the row that the record's subject is, of the `rows` that are called so.
    static func match(_ record: Record, among rows: [Int]) -> Match {
        if let row = rows.first, rows.count == 1 { return .row(row) }
        let name = record.name
        guard !rows.isEmpty else {
            let message = Message(
                zh: "\(name.zh)所指的对象不在数据中",
                en: "\(name.en) names a subject that the data do not have")
            return .none(warning("E0002", record.location, message))
        }
        let message = Message(
            zh: "\(name.zh)所指的对象有\(rows.count)个同名，未适用",
            en: "\(name.en) names \(rows.count) subjects of one name and is not applied")
        let help = Message(zh: "请写编号", en: "give the key instead")
        return .none(warning("E0003", record.location, message, help: help))
    }

    /// Returns why the waiver does not count on `day`; nil where it does.
    static func obstacle(to waiver: Waiver, on day: Day) -> Diagnostic? {
        if day < waiver.day {
            return warning(
                "E0004", waiver.location,
                Message(
                    zh: "豁免自 \(waiver.day) 起才有效，未适用",
                    en: "the waiver runs from \(waiver.day) and is not applied"))
        }
        guard waiver.expires < day else { return nil }
        return warning(
            "E0005", waiver.location,
            Message(
                zh: "豁免已于 \(waiver.expires) 到期，未适用",
                en: "the waiver expired on \(waiver.expires) and is not applied"))
    }

    /// Returns why the explanation does not count on `day`; nil where it does.
    static func obstacle(to explanation: Explanation, on day: Day) -> Diagnostic? {
        guard day < explanation.day else { return nil }
        return warning(
            "E0004", explanation.location,
            Message(
                zh: "说明写于 \(explanation.day)，晚于检查日，未采用",
                en: "the explanation dates from \(explanation.day), after the day of the check"))
    }

    private static func warning(
        _ code: String, _ location: Location, _ message: Message, help: Message? = nil
    ) -> Diagnostic {
        Diagnostic(code: code, severity: .warning, message: message, at: location, help: help)
    }
}
