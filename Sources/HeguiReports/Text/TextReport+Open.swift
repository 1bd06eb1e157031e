import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiReview

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
            stream.write("  " + pen(dueTitle(day), .strong) + "\n")
            var table = TextTable([.left, .left, .left, .left])
            let groups = grouping.groups(of: byDay[day] ?? [])
            for outcome in groups.flatMap(\.outcomes) {
                table.add([
                    TextTable.Cell(text: say.mark(outcome.level), tone: tone(of: outcome.level)),
                    TextTable.Cell(text: DataText(outcome.clause)),
                    TextTable.Cell(text: fullName(of: outcome.subject)),
                    TextTable.Cell(text: say(outcome.message)),
                ])
            }
            table.write(to: &stream, indent: "    ", pen: pen, width: Self.width)
        }
        writeLeftOut(pending.left, to: &stream)
    }

    private func dueTitle(_ day: Day?) -> DataText {
        guard let day else { return say("没有写明期限", "without a due day") }
        let left = review.asOf.days(until: day)
        return left == 0
            ? say("\(day)（今天）", "\(day) (today)")
            : say("\(day)（还有 \(left) 天）", "\(day) (days left: \(left))")
    }

    /// What a rule could not judge: subjects by name up to a limit, the others counted by reason.
    private struct Undetermined {
        let clause: String
        var named: [[DataText]] = []
        var lacking: [(reason: DataText, count: Int)] = []
        /// How many are neither named nor counted.
        var left = 0
    }

    /// Writes rule by rule what could not be judged because a cell is missing or unreadable.
    ///
    /// Subjects that lack only whole columns or datasets are counted: they would all say the same.
    func writeUndetermined(to stream: inout ReportStream) {
        let silent = Set(review.rules.filter { $0.notRun != nil }.map(\.rule))
        var lists: [String: Undetermined] = [:]
        var total = 0
        for outcome in review.outcomes.those(of: [.undetermined])
        where !silent.contains(outcome.rule) || outcome.lacksCells {
            total += 1
            add(outcome, to: &lists[outcome.rule, default: Undetermined(clause: outcome.clause)])
        }
        guard total > 0 else { return }
        writeHeading(
            say("无法判定", "Undetermined"), beside: say("\(total) 项", "\(total)"), to: &stream)
        let rules = lists.keys.sorted { index.order(ofRule: $0) < index.order(ofRule: $1) }
        for rule in rules {
            if let list = lists[rule] { write(list, of: rule, to: &stream) }
        }
    }

    private func add(_ outcome: Outcome, to list: inout Undetermined) {
        let reason = missing(outcome)
        let isOwn = outcome.lacksCells || outcome.undecided.count > 0
        if isOwn, list.named.count < Self.otherLimit {
            list.named.append([fullName(of: outcome.subject), reason])
        } else if isOwn {
            list.left += 1
        } else if let position = list.lacking.firstIndex(where: { $0.reason == reason }) {
            list.lacking[position].count += 1
        } else if list.lacking.count < Self.otherLimit {
            list.lacking.append((reason, 1))
        } else {
            list.left += 1
        }
    }

    private func write(_ list: Undetermined, of rule: String, to stream: inout ReportStream) {
        let title = index.ruleTitle(rule, say)
        stream.write("  " + pen("\(list.clause)  \(title)", .strong))
        stream.write("  " + pen(DataText(rule), .muted) + "\n")
        var table = TextTable([.left, .left])
        for row in list.named { table.add(row) }
        table.write(to: &stream, indent: "    ", pen: pen, width: Self.width)
        let dataset = index.rule(rule).map { index.datasetTitle($0.dataset, say) } ?? ""
        for entry in list.lacking {
            let subjects = say("\(entry.count) 个\(dataset)", "\(entry.count) \(dataset)")
            write(subjects + say("：", ": ") + entry.reason, after: "    ", to: &stream)
        }
        writeLeftOut(list.left, to: &stream)
    }

    private func missing(_ outcome: Outcome) -> DataText {
        let list = MissingList(index: index, say: say).text(of: outcome)
        return list.isEmpty ? say(outcome.message) : list
    }
}
