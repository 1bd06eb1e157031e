import HeguiDiagnostics
import HeguiEngine
import HeguiPack

extension TextReport {
    /// What a rule could not judge: subjects by name up to a limit, the others counted by reason.
    private struct Undetermined {
        let clause: String
        var named: [[String]] = []
        var lacking: [(reason: String, count: Int)] = []
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
        if outcome.lacksCells, list.named.count < Self.otherLimit {
            list.named.append([fullName(of: outcome.subject), reason])
        } else if outcome.lacksCells {
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
        let title = index.rule(rule).map { text($0.title) } ?? rule
        stream.write("  " + ink("\(list.clause)  \(title)", .strong))
        stream.write("  " + ink(rule, .muted) + "\n")
        var table = TextTable([.left, .left])
        for row in list.named { table.add(row) }
        table.write(to: &stream, indent: "    ", ink: ink)
        let dataset = index.rule(rule).map { index.datasetTitle($0.dataset, in: language) } ?? ""
        for entry in list.lacking {
            let subjects = say("\(entry.count) 个\(dataset)", "\(entry.count) \(dataset)")
            stream.write("    " + ink(subjects + say("：", ": ") + entry.reason) + "\n")
        }
        writeLeftOut(list.left, to: &stream)
    }

    private func missing(_ outcome: Outcome) -> String {
        let list = MissingList(index: index, language: language).text(outcome.missing)
        return list.isEmpty ? text(outcome.message) : list
    }
}
