import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiTables

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
            stream.write("  " + pen(DataText(file), .strong) + "\n")
            write(byFile[file] ?? [], to: &stream)
        }
    }

    private func write(_ findings: [DataFinding], to stream: inout ReportStream) {
        var table = TextTable([.left, .left, .left, .left])
        for level in Level.byWeight {
            for finding in findings where finding.level == level {
                let cell = finding.cell
                let place = [cell.sheet.map { DataText($0) }, say.reference(of: cell)]
                    .compactMap(\.self).joined(separator: " ▸ ")
                table.add(
                    [
                        TextTable.Cell(text: say.mark(level), tone: tone(of: level)),
                        TextTable.Cell(text: DataText(finding.code), tone: .muted),
                        TextTable.Cell(text: place),
                        TextTable.Cell(text: say(finding.message)),
                    ], notes: notes(of: finding))
            }
        }
        table.write(to: &stream, indent: "    ", pen: pen, width: Self.width)
    }

    private func notes(of finding: DataFinding) -> [MaskedText] {
        let indent = MaskedText.spaces(16)
        let related = SourceList.text(finding.related, say)
        let seeAlso = related.isEmpty ? nil : say("另见 ", "see also ") + related
        return [seeAlso, say(finding.help)].compactMap(\.self)
            .map { indent + pen($0, .muted) }
    }

    /// Writes what could not be checked at all: files that could not be opened, rules that broke.
    func writeFailures(to stream: inout ReportStream) {
        let failed = review.rules.filter { $0.counts[.failed, default: 0] > 0 }
        let errors = review.diagnostics.filter { $0.severity == .error }
        let others = review.diagnostics.filter { $0.severity != .error }
        if !others.isEmpty {
            writeHeading(
                say("文件和说明的提示", "About files, waivers and explanations"), to: &stream)
            for diagnostic in others { write(diagnostic, to: &stream) }
        }
        guard !errors.isEmpty || !failed.isEmpty else { return }
        writeHeading(say("未能检查", "Could not be checked"), to: &stream)
        for diagnostic in errors { write(diagnostic, to: &stream) }
        for rule in failed {
            let count = rule.counts[.failed, default: 0]
            let said = review.outcomes.those(of: [.failed]).first { $0.rule == rule.rule }
            stream.write("  " + pen(say("规则 \(rule.rule)", "rule \(rule.rule)"), .mandatory) + " ")
            stream.write(pen(say("未能运行 \(count) 次：", "failed \(count) times: ")))
            stream.write(pen(said.map { say($0.message) } ?? "") + "\n")
        }
    }

    private func write(_ diagnostic: Diagnostic, to stream: inout ReportStream) {
        let place = diagnostic.location.map { say($0) + say("：", ": ") }
        let tone: Tone = diagnostic.severity == .error ? .mandatory : .verify
        stream.write("  " + pen("[\(diagnostic.code)]", tone) + " ")
        stream.write(pen((place ?? "") + say(diagnostic.message)) + "\n")
        if let help = diagnostic.help { write(say(help), .muted, after: "    ", to: &stream) }
    }

    /// Writes in few lines which rules had nothing to judge by, by reason.
    func writeRulesNotRun(to stream: inout ReportStream) {
        var reasons: [DataText] = []
        var byReason: [DataText: [RuleSummary]] = [:]
        for rule in review.rules {
            guard let reason = say(rule.notRun) else { continue }
            if byReason[reason] == nil { reasons.append(reason) }
            byReason[reason, default: []].append(rule)
        }
        guard !reasons.isEmpty else { return }
        let count = byReason.values.reduce(0) { $0 + $1.count }
        writeHeading(
            say("没有判断的规则", "Rules that judged nothing"),
            beside: say("\(count) 条", "\(count)"), to: &stream)
        for reason in reasons {
            stream.write("  " + pen(reason, .strong) + "\n")
            var table = TextTable([.left, .left, .left])
            for rule in byReason[reason] ?? [] {
                table.add([
                    TextTable.Cell(text: DataText(rule.clause)),
                    TextTable.Cell(text: say(rule.title)),
                    TextTable.Cell(text: DataText(rule.rule), tone: .muted),
                ])
            }
            table.write(to: &stream, indent: "    ", pen: pen, width: Self.width)
        }
    }
}
