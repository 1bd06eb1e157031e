import HeguiDiagnostics
import HeguiEngine
import HeguiIntake
import HeguiPack

extension TextReport {
    /// Writes what is wrong with the data, file by file, the weightiest first.
    func writeDataFindings(to stream: inout ReportStream) {
        guard !review.dataFindings.isEmpty else { return }
        let totals = VerdictCounts(review)
        writeHeading(
            say("数据问题", "Findings about the data"),
            beside: levelCounts { totals.dataFindings($0) }, to: &stream)
        var files: [String] = []
        var byFile: [String: [DataFinding]] = [:]
        for finding in review.dataFindings {
            if byFile[finding.cell.file] == nil { files.append(finding.cell.file) }
            byFile[finding.cell.file, default: []].append(finding)
        }
        for file in files {
            stream.write("  " + ink(file, .strong) + "\n")
            write(byFile[file] ?? [], to: &stream)
        }
    }

    private func write(_ findings: [DataFinding], to stream: inout ReportStream) {
        var table = TextTable([.left, .left, .left, .left])
        for level in Level.byWeight {
            for finding in findings where finding.level == level {
                let cell = finding.cell
                let place = [cell.sheet, cell.reference(in: language)].compactMap(\.self)
                    .joined(separator: " ▸ ")
                table.add(
                    [
                        TextTable.Cell(text: mark(level), tone: tone(of: level)),
                        TextTable.Cell(text: finding.code, tone: .muted),
                        TextTable.Cell(text: place),
                        TextTable.Cell(text: text(finding.message)),
                    ], notes: notes(of: finding))
            }
        }
        table.write(to: &stream, indent: "    ", ink: ink)
    }

    private func notes(of finding: DataFinding) -> [String] {
        let indent = String(repeating: " ", count: 16)
        let related = SourceList.text(finding.related, in: language)
        let seeAlso = related.isEmpty ? nil : say("另见 ", "see also ") + related
        return [seeAlso, finding.help.map(text)].compactMap(\.self)
            .map { indent + ink($0, .muted) }
    }

    /// Writes what could not be checked at all: files that could not be opened, rules that broke.
    func writeFailures(to stream: inout ReportStream) {
        let failed = review.rules.filter { $0.counts[.failed, default: 0] > 0 }
        guard !review.diagnostics.isEmpty || !failed.isEmpty else { return }
        writeHeading(say("未能检查", "Could not be checked"), to: &stream)
        for diagnostic in review.diagnostics {
            let place = diagnostic.location.map { $0.description(in: language) + say("：", ": ") }
            let tone: Tone = diagnostic.severity == .error ? .mandatory : .verify
            stream.write("  " + ink("[\(diagnostic.code)]", tone) + " ")
            stream.write(ink((place ?? "") + text(diagnostic.message)) + "\n")
            if let help = diagnostic.help { stream.write("    " + ink(text(help), .muted) + "\n") }
        }
        for rule in failed {
            let count = rule.counts[.failed, default: 0]
            let said = review.outcomes.those(of: [.failed]).first { $0.rule == rule.rule }
            stream.write("  " + ink(say("规则 ", "rule ") + rule.rule, .mandatory) + " ")
            stream.write(ink(say("未能运行 \(count) 次：", "failed \(count) times: ")))
            stream.write(ink(said.map { text($0.message) } ?? "") + "\n")
        }
    }

    /// Writes in few lines which rules had nothing to judge by, by reason.
    func writeRulesNotRun(to stream: inout ReportStream) {
        var reasons: [String] = []
        var byReason: [String: [RuleSummary]] = [:]
        for rule in review.rules {
            guard let reason = rule.notRun.map(text) else { continue }
            if byReason[reason] == nil { reasons.append(reason) }
            byReason[reason, default: []].append(rule)
        }
        guard !reasons.isEmpty else { return }
        let count = byReason.values.reduce(0) { $0 + $1.count }
        writeHeading(
            say("没有判断的规则", "Rules that judged nothing"),
            beside: say("\(count) 条", "\(count)"), to: &stream)
        for reason in reasons {
            stream.write("  " + ink(reason, .strong) + "\n")
            var table = TextTable([.left, .left, .left])
            for rule in byReason[reason] ?? [] {
                table.add([
                    TextTable.Cell(text: rule.clause),
                    TextTable.Cell(text: text(rule.title)),
                    TextTable.Cell(text: rule.rule, tone: .muted),
                ])
            }
            table.write(to: &stream, indent: "    ", ink: ink)
        }
    }
}
