import HeguiCalendar
import HeguiDiagnostics
import HeguiEngine

extension TextReport {
    /// Writes what may still be done, the nearest due day first.
    func writePending(to stream: inout ReportStream) {
        let pending = held(.pending)
        guard pending.total > 0 else { return }
        writeHeading(
            say("尚未到期", "Pending"), beside: say("\(pending.total) 项", "\(pending.total)"),
            to: &stream)
        let byDay = Dictionary(grouping: pending.outcomes, by: \.due)
        let days = byDay.keys.sorted { ($0 ?? .maximum) < ($1 ?? .maximum) }
        for day in days {
            stream.write("  " + ink(dueTitle(day), .strong) + "\n")
            var table = TextTable([.left, .left, .left, .left])
            let groups = grouping.groups(of: byDay[day] ?? [])
            for outcome in groups.flatMap(\.outcomes) {
                table.add([
                    TextTable.Cell(text: mark(outcome.level), tone: tone(of: outcome.level)),
                    TextTable.Cell(text: outcome.clause),
                    TextTable.Cell(text: fullName(of: outcome.subject)),
                    TextTable.Cell(text: text(outcome.message)),
                ])
            }
            table.write(to: &stream, indent: "    ", ink: ink)
        }
        writeLeftOut(pending.left, to: &stream)
    }

    private func dueTitle(_ day: Day?) -> String {
        guard let day else { return say("没有写明期限", "without a due day") }
        let left = review.asOf.days(until: day)
        return left == 0
            ? say("\(day)（今天）", "\(day) (today)")
            : say("\(day)（还有 \(left) 天）", "\(day) (days left: \(left))")
    }
}
