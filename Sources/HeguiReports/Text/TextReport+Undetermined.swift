import HeguiDiagnostics
import HeguiEngine
import HeguiRules

extension TextReport {
    /// Writes rule by rule what could not be judged because a cell is missing or unreadable.
    ///
    /// Subjects that lack only whole columns or datasets are counted: they would all say the same.
    func writeUndetermined(to stream: inout ReportStream) {
        let silent = Set(review.rules.filter { $0.notRun != nil }.map(\.rule))
        let undetermined = review.outcomes.those(of: [.undetermined]).filter {
            !silent.contains($0.rule) || namesCells($0)
        }
        guard !undetermined.isEmpty else { return }
        writeHeading(
            say("无法判定", "Undetermined"),
            beside: say("\(undetermined.count) 项", "\(undetermined.count)"), to: &stream)
        let byRule = Dictionary(grouping: undetermined, by: \.rule)
        for rule in byRule.keys.sorted(by: { index.order(ofRule: $0) < index.order(ofRule: $1) }) {
            writeUndetermined(byRule[rule] ?? [], of: rule, to: &stream)
        }
    }

    private func writeUndetermined(
        _ outcomes: [Outcome], of rule: String, to stream: inout ReportStream
    ) {
        let title = index.rule(rule).map { text($0.title) } ?? rule
        let clause = outcomes.first?.clause ?? ""
        stream.write("  " + ink("\(clause)  \(title)", .strong))
        stream.write("  " + ink(rule, .muted) + "\n")
        var table = TextTable([.left, .left])
        var lacking: [(reason: String, count: Int)] = []
        for outcome in outcomes {
            let reason = missing(outcome)
            if namesCells(outcome) {
                table.add([fullName(of: outcome.subject), reason])
            } else if let position = lacking.firstIndex(where: { $0.reason == reason }) {
                lacking[position].count += 1
            } else {
                lacking.append((reason, 1))
            }
        }
        table.write(to: &stream, indent: "    ", ink: ink)
        let dataset = index.rule(rule).map { index.datasetTitle($0.dataset, in: language) } ?? ""
        for entry in lacking {
            let subjects = say("\(entry.count) 个\(dataset)", "\(entry.count) \(dataset)")
            stream.write("    " + ink(subjects + say("：", ": ") + entry.reason) + "\n")
        }
    }

    private func namesCells(_ outcome: Outcome) -> Bool {
        outcome.missing.contains { if case .cell = $0 { true } else { false } }
    }

    private func missing(_ outcome: Outcome) -> String {
        let list = MissingList(index: index, language: language).text(outcome.missing)
        return list.isEmpty ? text(outcome.message) : list
    }
}
