package import HeguiDiagnostics
package import HeguiEngine
import HeguiIntake
import HeguiPack

/// Writes a review as a summary in Markdown, as GitHub shows it beside a job.
///
/// It lists at most so many findings, the weightiest first, and says where the rest is: a summary
/// has room for about a megabyte.
package struct MarkdownReport: Sendable {
    /// How many findings, data findings and standings are listed.
    package static let limit = 200

    private let review: Review
    private let provenance: Provenance
    private let language: Language
    private let index: ReviewIndex
    private let names: SubjectWords

    package init(_ review: Review, provenance: Provenance, language: Language) {
        self.review = review
        self.provenance = provenance
        self.language = language
        index = ReviewIndex(review.pack)
        names = SubjectWords(index: index, language: language)
    }

    /// Writes the whole summary.
    package func write(to stream: inout ReportStream) {
        let totals = VerdictCounts(review)
        let findings = HeldOutcomes(
            review.outcomes, of: .violated, isOpen: true, limit: Self.limit)
        writeHead(totals, to: &stream)
        writeLevels(totals, to: &stream)
        writeRules(to: &stream)
        writeFindings(findings, to: &stream)
        writeDataFindings(to: &stream)
        writeFailures(to: &stream)
        writeStandings(to: &stream)
        writeProvenance(to: &stream)
    }

    private func writeHead(_ totals: VerdictCounts, to stream: inout ReportStream) {
        let lines = HeaderLines(review: review, language: language)
        stream.write("# " + escaped(say("合规审查", "Compliance review")) + "\n\n")
        stream.write("**\(escaped(review.pack.title.text(in: language)))** · ")
        stream.write(
            "\(escaped(lines.document)) · \(say("截至", "as of")) \(escaped(lines.asOf))\n\n")
        let open = Level.byWeight.map { ($0, totals.openViolations($0) + totals.dataFindings($0)) }
            .filter { $0.1 > 0 }.map { "\($0.0.word(in: language)) \($0.1)" }
            .joined(separator: " · ")
        let incomplete = say("未能全部检查。", "Not everything could be checked.")
        if !review.isComplete { stream.write("⚠ **\(incomplete)** ") }
        let clean = review.isComplete ? say("没有待处理的事项。", "Nothing is open.") : ""
        stream.write(open.isEmpty ? clean : say("待处理：\(open)。", "Open: \(open)."))
        stream.write("\n\n")
    }

    private func writeLevels(_ totals: VerdictCounts, to stream: inout ReportStream) {
        let verdicts = Verdict.inSummary.filter { totals.count($0) > 0 }
        writeRow(
            [""] + verdicts.map { $0.word(in: language) }
                + [say("其中已说明", "explained"), say("数据问题", "data")], to: &stream)
        writeRule([false] + Array(repeating: true, count: verdicts.count + 2), to: &stream)
        for level in Level.byWeight {
            writeRow(
                [level.word(in: language)] + verdicts.map { "\(totals.count($0, level))" }
                    + ["\(totals.explained(level))", "\(totals.dataFindings(level))"], to: &stream)
        }
        stream.write("\n")
    }

    private func writeRules(to stream: inout ReportStream) {
        let rules = review.rules.filter {
            $0.counts[.violated, default: 0] > 0 || $0.counts[.undetermined, default: 0] > 0
        }
        guard !rules.isEmpty else { return }
        writeHeading(say("各条规则", "Rule by rule"), to: &stream)
        let verdicts: [Verdict] = [.violated, .undetermined, .pending, .met]
        writeRow(
            [say("条款", "clause"), say("规则", "rule"), say("级别", "level")]
                + verdicts.map { $0.word(in: language) }, to: &stream)
        writeRule([false, false, false, true, true, true, true], to: &stream)
        for rule in rules {
            writeRow(
                [rule.clause, rule.title.text(in: language), rule.level.word(in: language)]
                    + verdicts.map { "\(rule.counts[$0, default: 0])" }, to: &stream)
        }
        stream.write("\n")
    }

    private func writeFindings(_ findings: HeldOutcomes, to stream: inout ReportStream) {
        guard findings.total > 0 else { return }
        writeHeading(say("问题", "Findings"), to: &stream)
        writeRow(
            [
                say("级别", "level"), say("条款", "clause"), say("对象", "subject"), say("说明", "finding"),
                say("依据", "source"),
            ], to: &stream)
        writeRule(Array(repeating: false, count: 5), to: &stream)
        for outcome in findings.byWeight {
            writeRow(
                [
                    outcome.level.word(in: language), outcome.clause,
                    names.fullName(of: outcome.subject), outcome.message.text(in: language),
                    SourceList.text(outcome.sources, in: language),
                ], to: &stream)
        }
        stream.write("\n")
        writeLeftOut(findings.left, to: &stream)
    }

    private func writeDataFindings(to stream: inout ReportStream) {
        guard !review.dataFindings.isEmpty else { return }
        writeHeading(say("数据问题", "Findings about the data"), to: &stream)
        writeRow(
            [say("级别", "level"), say("编号", "code"), say("位置", "place"), say("说明", "finding")],
            to: &stream)
        writeRule(Array(repeating: false, count: 4), to: &stream)
        let byWeight = Level.byWeight.lazy.flatMap { level in
            review.dataFindings.lazy.filter { $0.level == level }
        }
        for finding in byWeight.prefix(Self.limit) {
            writeRow(
                [
                    finding.level.word(in: language), finding.code,
                    Location.cell(finding.cell).description(in: language),
                    finding.message.text(in: language),
                ], to: &stream)
        }
        stream.write("\n")
        writeLeftOut(review.dataFindings.count - Self.limit, to: &stream)
    }

    private func writeFailures(to stream: inout ReportStream) {
        var lines = review.hasData ? [] : [UncheckedWords.noData.text(in: language)]
        for diagnostic in review.diagnostics {
            let place = diagnostic.location.map { $0.description(in: language) + say("：", ": ") }
            lines.append(
                "[\(diagnostic.code)] \(place ?? "")\(diagnostic.message.text(in: language))")
        }
        lines += RuleFailure.all(in: review).map { $0.words.text(in: language) }
        guard !lines.isEmpty else { return }
        writeHeading(say("未能检查", "Could not be checked"), to: &stream)
        for line in lines { stream.write("- \(escaped(line))\n") }
        stream.write("\n")
    }

    private func writeStandings(to stream: inout ReportStream) {
        for award in review.pack.awards {
            let standings = review.standings.filter {
                $0.award == award.id && $0.result != .notApplicable
            }
            guard !standings.isEmpty else { continue }
            writeHeading("\(award.title.text(in: language)) \(award.clause)", to: &stream)
            writeRow(
                [say("名次", "rank"), say("对象", "subject"), say("比例", "rate"), say("结果", "result")],
                to: &stream)
            writeRule([true, false, true, false], to: &stream)
            for standing in standings.prefix(Self.limit) {
                let rate = standing.rate.map { Percentage.text($0.numerator, of: $0.denominator) }
                writeRow(
                    [
                        standing.rank.map { "\($0)" } ?? "", names.name(of: standing.subject),
                        rate ?? "", standing.result.word(in: language),
                    ], to: &stream)
            }
            stream.write("\n")
            writeLeftOut(standings.count - Self.limit, to: &stream)
        }
    }

    private func writeProvenance(to stream: inout ReportStream) {
        stream.write("<details><summary>\(say("出处", "Provenance"))</summary>\n\n")
        for (name, value) in ProvenanceList(review, provenance).entries {
            stream.write("- \(escaped(name)): \(escaped(value))\n")
        }
        stream.write("\n</details>\n")
    }

    private func writeLeftOut(_ count: Int, to stream: inout ReportStream) {
        guard count > 0 else { return }
        let words = say(
            "另有 \(count) 项未列出，全部见 CSV、JSON 或 SARIF 格式。",
            "\(count) more are not listed; all are in the formats csv, json and sarif.")
        stream.write(words + "\n\n")
    }

    private func writeHeading(_ title: String, to stream: inout ReportStream) {
        stream.write("## \(escaped(title))\n\n")
    }

    private func writeRow(_ cells: [String], to stream: inout ReportStream) {
        stream.write("| " + cells.map(escaped).joined(separator: " | ") + " |\n")
    }

    private func writeRule(_ isRight: [Bool], to stream: inout ReportStream) {
        stream.write("|" + isRight.map { $0 ? "---:|" : "---|" }.joined() + "\n")
    }

    private func escaped(_ text: String) -> String { Markdown.escaped(index.redaction.mask(text)) }

    private func say(_ zh: String, _ en: String) -> String {
        Message(zh: zh, en: en).text(in: language)
    }
}
