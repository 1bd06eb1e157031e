import HeguiCalendar
package import HeguiDiagnostics
import HeguiPack
import HeguiReview

/// Writes reminders for people to read: day by day, the nearest first.
package struct ReminderText: Sendable {
    private let reminders: Reminders
    private let provenance: Provenance
    private let say: Speaker
    private let missing: StillMissing
    private let names: SubjectWords
    private let pen: Pen

    package init(_ reminders: Reminders, provenance: Provenance, language: Language) {
        self.reminders = reminders
        self.provenance = provenance
        say = Speaker(language)
        missing = StillMissing(index: reminders.index, say: say)
        names = SubjectWords(say: say)
        pen = Pen(isColoured: false, redaction: Redaction(reminders.review.pack))
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
        writeEnding(to: &stream)
        if reminders.laterCount > 0, let until = reminders.until {
            let count = reminders.laterCount
            let words = say("另有 \(count) 项在 \(until) 以后到期", "\(count) more are due after \(until)")
            stream.write("\n\(pen.clean(words))\n")
        }
        let origin = OriginLines(reminders.review, provenance: provenance, say: say)
        stream.write("\n\(pen.clean(origin.lineWithSettings))\n")
    }

    private func writeHeader(to stream: inout ReportStream) {
        let review = reminders.review
        let pack = review.pack
        let title = say("到期提醒", "Reminders") + "  " + say(pack.title)
        stream.write("\(pen.clean(title + "  \(pack.id) \(pack.version)"))\n")
        let count = reminders.items.count
        let window = reminders.until.map { say("至 \($0)", "up to \($0)") } ?? ""
        let span = [say("截至 \(review.asOf)", "as of \(review.asOf)"), window]
            .filter { !$0.isEmpty }.joined(separator: say("，", ", "))
        stream.write("\(pen.clean(span + say("：\(count) 项到期", ": \(count) due")))\n")
    }

    private func writeEnding(to stream: inout ReportStream) {
        let ending = reminders.ending
        guard !ending.isEmpty else { return }
        writeHeading(
            say("即将到期的豁免", "Waivers that are about to end"), count: ending.count, to: &stream)
        var table = TextTable([.left, .left, .left, .left])
        let facts = FactLines(say: say)
        for item in ending {
            let left = say(
                "\(item.due)（还有 \(item.daysLeft) 天）", "\(item.due) (days left: \(item.daysLeft))")
            let outcome = item.outcome
            table.add(
                [
                    left, DataText(outcome.clause), names.fullName(of: outcome.subject),
                    reminders.index.ruleTitle(outcome.rule, say),
                ].map { TextTable.Cell(text: $0) },
                notes: outcome.waiver.map { ["      " + pen.clean(facts.waiver($0))] } ?? [])
        }
        table.write(to: &stream, indent: "  ", pen: pen)
    }

    private func writeHeading(_ title: DataText, count: Int, to stream: inout ReportStream) {
        stream.write("\n■ \(pen.clean(title + say("  \(count) 项", "  \(count)")))\n")
    }

    private func write(_ outcomes: [Outcome], to stream: inout ReportStream) {
        var table = TextTable([.left, .left, .left, .left])
        for outcome in outcomes {
            table.add(
                [
                    say.mark(outcome.level), DataText(outcome.clause),
                    names.fullName(of: outcome.subject),
                    reminders.index.ruleTitle(outcome.rule, say),
                ].map { TextTable.Cell(text: $0) }, notes: notes(of: outcome))
        }
        table.write(to: &stream, indent: "  ", pen: pen)
    }

    private func notes(of outcome: Outcome) -> [MaskedText] {
        var notes = [say("缺：", "missing: ") + missing.text(of: outcome)]
        if let remedy = say(outcome.remedy), !remedy.isEmpty {
            notes.append("→ " + remedy)
        }
        return notes.map { "      " + pen.clean($0) }
    }
}
