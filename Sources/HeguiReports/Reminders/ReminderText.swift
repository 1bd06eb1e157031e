import HeguiCalendar
package import HeguiDiagnostics
import HeguiEngine
import HeguiPack

/// Writes reminders for people to read: day by day, the nearest first.
package struct ReminderText: Sendable {
    private let reminders: Reminders
    private let provenance: Provenance
    private let language: Language
    private let missing: StillMissing
    private let names: SubjectWords
    private let ink: Ink

    package init(_ reminders: Reminders, provenance: Provenance, language: Language) {
        self.reminders = reminders
        self.provenance = provenance
        self.language = language
        missing = StillMissing(index: reminders.index, language: language)
        names = SubjectWords(index: reminders.index, language: language)
        ink = Ink(isColoured: false, redaction: reminders.index.redaction)
    }

    package func write(to stream: inout ReportStream) {
        writeHeader(to: &stream)
        var position = 0
        let items = reminders.items
        while position < items.count {
            let due = items[position].due
            let end = items[position...].firstIndex { $0.due != due } ?? items.count
            let left = items[position].daysLeft
            writeHeading(
                say("\(due)（还有 \(left) 天）", "\(due) (days left: \(left))"),
                count: end - position, to: &stream)
            write(items[position..<end].map(\.outcome), to: &stream)
            position = end
        }
        if !reminders.undated.isEmpty {
            writeHeading(
                say("没有写明期限", "Without a due day"), count: reminders.undated.count,
                to: &stream)
            write(reminders.undated, to: &stream)
        }
        if reminders.laterCount > 0, let until = reminders.until {
            let count = reminders.laterCount
            stream.write(
                "\n" + say("另有 \(count) 项在 \(until) 以后到期", "\(count) more are due after \(until)")
                    + "\n")
        }
        let origin = OriginLines(
            review: reminders.review, provenance: provenance, language: language)
        stream.write("\n" + ink.clean(origin.lineWithSettings) + "\n")
    }

    private func writeHeader(to stream: inout ReportStream) {
        let review = reminders.review
        let pack = review.pack
        stream.write(
            say("到期提醒", "Reminders") + "  " + pack.title.text(in: language)
                + "  \(pack.id) \(pack.version)\n")
        let count = reminders.items.count
        let window = reminders.until.map { say("至 \($0)", "up to \($0)") } ?? ""
        let span = [say("截至 \(review.asOf)", "as of \(review.asOf)"), window]
            .filter { !$0.isEmpty }.joined(separator: say("，", ", "))
        stream.write(span + say("：\(count) 项到期", ": \(count) due") + "\n")
    }

    private func writeHeading(_ title: String, count: Int, to stream: inout ReportStream) {
        stream.write("\n■ " + title + say("  \(count) 项", "  \(count)") + "\n")
    }

    private func write(_ outcomes: [Outcome], to stream: inout ReportStream) {
        var table = TextTable([.left, .left, .left, .left])
        for outcome in outcomes {
            table.add(
                [
                    say(
                        "【\(outcome.level.word(in: .chinese))】",
                        "[\(outcome.level.word(in: .english))]"),
                    outcome.clause, names.fullName(of: outcome.subject), title(of: outcome),
                ].map { TextTable.Cell(text: $0) }, notes: notes(of: outcome))
        }
        table.write(to: &stream, indent: "  ", ink: ink)
    }

    private func notes(of outcome: Outcome) -> [String] {
        var notes = [say("缺：", "missing: ") + missing.text(of: outcome)]
        if let remedy = outcome.remedy?.text(in: language), !remedy.isEmpty {
            notes.append("→ " + remedy)
        }
        return notes.map { "      " + ink.clean($0) }
    }

    private func title(of outcome: Outcome) -> String {
        reminders.index.rule(outcome.rule)?.title.text(in: language) ?? outcome.rule
    }

    private func say(_ zh: String, _ en: String) -> String {
        Message(zh: zh, en: en).text(in: language)
    }
}
