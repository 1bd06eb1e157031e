package import HeguiDiagnostics
import HeguiPack
package import HeguiReview
import HeguiTables

/// Writes a review as a summary in Markdown, as GitHub shows it beside a job.
///
/// It lists at most so many findings, the weightiest first, and says where the rest is: a summary
/// has room for about a megabyte.
package struct MarkdownReport: Sendable {
    /// How many findings, data findings and standings are listed.
    package static let limit = 200

    private let review: Review
    private let provenance: Provenance
    private let say: Speaker
    private let index: ReviewIndex
    private let names: SubjectWords

    package init(_ review: Review, provenance: Provenance, language: Language) {
        self.review = review
        self.provenance = provenance
        say = Speaker(language)
        index = ReviewIndex(review.pack)
        names = SubjectWords(say: say)
    }

    /// Writes the whole summary.
    package func write(to stream: inout ReportStream) {
        let totals = VerdictCounts(review)
        let findings = HeldOutcomes(
            review.outcomes, of: .violated, isOpen: true, limit: Self.limit)
        writeHead(totals, to: &stream)
        writeLevels(totals, to: &stream)
        writeMaterial(to: &stream)
        writeRules(to: &stream)
        writeFindings(findings, to: &stream)
        writeWaived(to: &stream)
        writeDataFindings(to: &stream)
        writeFailures(to: &stream)
        writeStandings(to: &stream)
        writeProvenance(to: &stream)
    }

    private func writeHead(_ totals: VerdictCounts, to stream: inout ReportStream) {
        let lines = HeaderLines(review: review, say: say)
        stream.write("# \(stream.inMarkdown(say("合规审查", "Compliance review")))\n\n")
        stream.write("**\(stream.inMarkdown(say(review.pack.title)))** · ")
        stream.write("\(stream.inMarkdown(lines.document)) · ")
        let asOf = say("截至", "as of") + " " + lines.asOf
        stream.write("\(stream.inMarkdown(asOf))\n\n")
        let open = Level.byWeight.map { ($0, totals.open($0)) }
            .filter { $0.1 > 0 }.map { "\(say($0.0)) \($0.1)" as DataText }
            .joined(separator: " · ")
        let words = CompletenessWords(review, say)
        stream.write("\(stream.inMarkdown(words.headline + say("。", ".")))\n\n")
        if let warning = words.warning { stream.write("⚠ **\(stream.inMarkdown(warning))** ") }
        let clean: DataText = words.isComplete ? say("没有待处理的事项。", "Nothing is open.") : ""
        stream.write(masking: open.isEmpty ? clean : say("待处理：\(open)。", "Open: \(open)."))
        stream.write("\n\n")
    }

    private func writeLevels(_ totals: VerdictCounts, to stream: inout ReportStream) {
        let verdicts = Verdict.inSummary.filter { totals.count($0) > 0 }
        let titles =
            [""] + verdicts.map { say($0) } + [say("其中已说明", "explained"), say("数据问题", "data")]
        let table = MarkdownTable(
            titles.enumerated().map { ($0.element, $0.offset > 0) }, to: &stream)
        for level in Level.byWeight {
            let counts =
                verdicts.map { totals.count($0, level) }
                + [totals.explained(level), totals.dataFindings(level)]
            table.add([say(level)] + counts.map { "\($0)" }, to: &stream)
        }
        stream.write("\n")
    }

    private func writeMaterial(to stream: inout ReportStream) {
        let forms = MaterialForm.all(in: review)
        guard !forms.isEmpty else { return }
        writeHeading(say("应交材料", "Material that is due"), to: &stream)
        let words = MaterialWords(say: say)
        let table = MarkdownTable(
            [(say("表单", "form"), false)] + words.columns.map { ($0, true) }, to: &stream)
        for form in forms {
            table.add([say(form.title)] + words.counts(of: form).map { "\($0)" }, to: &stream)
        }
        stream.write("\n")
        let told = forms.flatMap(\.told)
        for item in told.prefix(Self.limit) {
            stream.write("- \(stream.inMarkdown(words.line(of: item)))\n")
        }
        if !told.isEmpty { stream.write("\n") }
        writeLeftOut(told.count - Self.limit, to: &stream)
    }

    private func writeRules(to stream: inout ReportStream) {
        let rules = review.ruleLevels().filter {
            $0.counts[.violated, default: 0] > 0 || $0.counts[.undetermined, default: 0] > 0
        }
        guard !rules.isEmpty else { return }
        writeHeading(say("各条规则", "Rule by rule"), to: &stream)
        let verdicts: [Verdict] = [.violated, .undetermined, .pending, .met]
        let columns = [say("条款", "clause"), say("规则", "rule"), say("级别", "level")]
        let table = MarkdownTable(
            columns.map { ($0, false) } + verdicts.map { (say($0), true) }, to: &stream)
        for line in rules {
            let rule = line.summary
            table.add(
                [DataText(rule.clause), say(rule.title), say(line.level)]
                    + verdicts.map { "\(line.counts[$0, default: 0])" }, to: &stream)
        }
        stream.write("\n")
    }

    private func writeFindings(_ findings: HeldOutcomes, to stream: inout ReportStream) {
        guard findings.total > 0 else { return }
        writeHeading(say("问题", "Findings"), to: &stream)
        let columns = [
            say("级别", "level"), say("条款", "clause"), say("对象", "subject"), say("说明", "finding"),
            say("依据", "source"),
        ]
        let table = MarkdownTable(columns.map { ($0, false) }, to: &stream)
        for outcome in findings.byWeight {
            table.add(
                [
                    say(outcome.level), DataText(outcome.clause),
                    names.fullName(of: outcome.subject), say(outcome.message),
                    SourceList.text(outcome.sources, say),
                ], to: &stream)
        }
        stream.write("\n")
        writeLeftOut(findings.left, to: &stream)
    }

    private func writeWaived(to stream: inout ReportStream) {
        let waived = HeldOutcomes(review.outcomes, of: .waived, isOpen: false, limit: Self.limit)
        guard waived.total > 0 else { return }
        writeHeading(say("已豁免", "Waived"), to: &stream)
        let facts = FactLines(say: say)
        for outcome in waived.byWeight {
            guard let waiver = outcome.waiver else { continue }
            let subject = names.fullName(of: outcome.subject)
            let line = "\(outcome.clause) \(subject)" + say("：", ": ") + facts.waiver(waiver)
            stream.write("- \(stream.inMarkdown(line))\n")
        }
        stream.write("\n")
        writeLeftOut(waived.left, to: &stream)
    }

    private func writeDataFindings(to stream: inout ReportStream) {
        guard !review.dataFindings.isEmpty else { return }
        writeHeading(say("数据问题", "Findings about the data"), to: &stream)
        let columns = [
            say("级别", "level"), say("编号", "code"), say("位置", "place"), say("说明", "finding"),
        ]
        let table = MarkdownTable(columns.map { ($0, false) }, to: &stream)
        let byWeight = Level.byWeight.lazy.flatMap { level in
            review.dataFindings.lazy.filter { $0.level == level }
        }
        for finding in byWeight.prefix(Self.limit) {
            table.add(
                [
                    say(finding.level), DataText(finding.code), say(.cell(finding.cell)),
                    say(finding.message),
                ], to: &stream)
        }
        stream.write("\n")
        writeLeftOut(review.dataFindings.count - Self.limit, to: &stream)
    }

    private func writeFailures(to stream: inout ReportStream) {
        let others = review.diagnostics.filter { $0.severity != .error }
        write(
            others.map(line), under: say("文件和说明的提示", "About files, waivers and explanations"),
            to: &stream)
        var lines: [DataText] = review.hasData ? [] : [say(UncheckedWords.noData)]
        lines += review.diagnostics.filter { $0.severity == .error }.map(line)
        lines += RuleFailure.all(in: review).map { say($0.words) }
        write(lines, under: say("未能检查", "Could not be checked"), to: &stream)
    }

    private func line(of diagnostic: Diagnostic) -> DataText {
        let place = diagnostic.location.map { say($0) + say("：", ": ") }
        return "[\(diagnostic.code)] \(place ?? "")\(say(diagnostic.message))"
    }

    private func write(
        _ lines: [DataText], under title: DataText, to stream: inout ReportStream
    ) {
        guard !lines.isEmpty else { return }
        writeHeading(title, to: &stream)
        for line in lines { stream.write("- \(stream.inMarkdown(line))\n") }
        stream.write("\n")
    }

    private func writeStandings(to stream: inout ReportStream) {
        for award in review.pack.awards {
            let standings = review.standings.filter {
                $0.award == award.id && $0.result != .notApplicable
            }
            let words = NominationWords(award, review, say: say)
            guard !standings.isEmpty || words.unmatchedLine != nil else { continue }
            writeHeading("\(say(award.title)) \(award.clause)", to: &stream)
            if !standings.isEmpty { write(standings, words, to: &stream) }
            if let line = words.unmatchedLine {
                stream.write("\(stream.inMarkdown(line))\n\n")
            }
            writeLeftOut(standings.count - Self.limit, to: &stream)
        }
    }

    private func write(
        _ standings: [Standing], _ words: NominationWords, to stream: inout ReportStream
    ) {
        let hasNominations = standings.contains { $0.isNominated != nil }
        let nominated = hasNominations ? [(words.heading, false)] : []
        let table = MarkdownTable(
            [
                (say("名次", "rank"), true), (say("对象", "subject"), false),
                (say("比例", "rate"), true),
            ] + nominated + [(say("结果", "result"), false)], to: &stream)
        for standing in standings.prefix(Self.limit) {
            let rate = standing.rate.map { Percentage.text($0.numerator, of: $0.denominator) }
            table.add(
                [
                    standing.rank.map { "\($0)" } ?? "", names.name(of: standing.subject),
                    rate ?? "",
                ] + (hasNominations ? [words.cell(standing)] : []) + [say(standing.result)],
                to: &stream)
        }
        stream.write("\n")
    }

    private func writeProvenance(to stream: inout ReportStream) {
        let title = stream.inMarkdown(say("出处", "Provenance"))
        stream.write("<details><summary>\(title)</summary>\n\n")
        for (name, value) in ProvenanceList(review, provenance).entries {
            stream.write("- \(stream.inMarkdown(name)): \(stream.inMarkdown(value))\n")
        }
        stream.write("\n</details>\n")
    }

    private func writeLeftOut(_ count: Int, to stream: inout ReportStream) {
        guard count > 0 else { return }
        let words = say(
            "另有 \(count) 项未列出，全部见 CSV、JSON 或 SARIF 格式。",
            "\(count) more are not listed; all are in the formats csv, json and sarif.")
        stream.write("\(stream.redaction.masked(words))\n\n")
    }

    private func writeHeading(_ title: DataText, to stream: inout ReportStream) {
        stream.write("## \(stream.inMarkdown(title))\n\n")
    }
}
