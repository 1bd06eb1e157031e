package import HeguiDiagnostics
package import HeguiEngine
import HeguiPack

/// Writes for a terminal why a rule says what it says of a subject.
package struct ProofReport: Sendable {
    private let proof: Proof
    private let language: Language
    private let ink: Ink

    package init(_ proof: Proof, language: Language, isColoured: Bool = false) {
        self.proof = proof
        self.language = language
        ink = Ink(isColoured: isColoured, redaction: Redaction(proof.pack))
    }

    package func write(to stream: inout ReportStream) {
        writeVerdict(to: &stream)
        writeClauses(to: &stream)
        writeSteps(say("怎样算出", "how it comes about"), proof.steps, to: &stream)
        writeSteps(say("推算的列", "computed columns"), proof.columns, to: &stream)
        writeParts(to: &stream)
        for group in proof.rows { write(group, to: &stream) }
        writeFigures(to: &stream)
        writeCells(to: &stream)
        writeMissing(to: &stream)
        writeChanges(to: &stream)
    }

    private func writeVerdict(to stream: inout ReportStream) {
        let outcome = proof.outcome
        let subject = outcome.subject
        let id = subject.id == subject.name ? "" : say("（\(subject.id)）", " (\(subject.id))")
        let group = subject.groupName.map { $0 + " " } ?? ""
        stream.write(
            ink("\(group)\(subject.name)\(id)", .heading) + "  "
                + ink(proof.rule.title.text(in: language) + " \(proof.rule.id)", .strong) + "\n")
        let tone: Tone = outcome.verdict == .met ? .good : .plain
        stream.write(
            say("截至 \(proof.asOf)：", "as of \(proof.asOf): ")
                + ink(outcome.verdict.word(in: language), tone)
                + say("（", " (") + outcome.level.word(in: language) + say("）", ")") + "\n")
        stream.write("  " + ink(outcome.message.text(in: language)) + "\n")
        for line in facts { stream.write("  " + ink(line, .muted) + "\n") }
    }

    private var facts: [String] {
        let outcome = proof.outcome
        var facts: [String] = []
        if let observed = outcome.observed { facts.append(say("实际 ", "observed ") + observed) }
        if let lower = outcome.lower, let upper = outcome.upper, lower != upper {
            facts.append(say("在 \(lower) 与 \(upper) 之间", "between \(lower) and \(upper)"))
        }
        if let required = outcome.required { facts.append(say("要求 ", "required ") + required) }
        if let gap = outcome.gap, gap != .zero { facts.append(say("差 ", "gap ") + gap.text) }
        if let due = outcome.due {
            let moved = outcome.nominalDue.flatMap { nominal in
                nominal == due ? nil : say("（由 \(nominal) 顺延）", " (moved from \(nominal))")
            }
            facts.append(say("期限 \(due)", "due \(due)") + (moved ?? ""))
        }
        return facts.isEmpty ? [] : [facts.joined(separator: " · ")]
    }

    private func writeClauses(to stream: inout ReportStream) {
        heading(say("条款", "clause"), to: &stream)
        for id in [proof.rule.clause] + proof.rule.also {
            guard let clause = proof.pack.clauses.first(where: { $0.id == id }) else { continue }
            stream.write(
                "  \(ink(clause.id, .strong))  \(ink(say("“\(clause.quote)”", "“\(clause.quote)”")))\n"
            )
        }
        if let reading = proof.rule.reading {
            stream.write("  " + ink(say("理解：", "read as: ") + reading.text(in: language)) + "\n")
        }
    }

    private func writeSteps(_ title: String, _ steps: [Proof.Step], to stream: inout ReportStream) {
        guard !steps.isEmpty else { return }
        heading(title, to: &stream)
        for step in steps {
            let place = TestReport.place(step.span)
            stream.write("  \(ink(step.role, .strong))  \(ink(place, .muted))\n")
            for line in step.lines {
                let because = line.depth == 0 ? "" : say("因为 ", "because ")
                let indent = String(repeating: "  ", count: line.depth + 2)
                stream.write(indent + ink(because + line.text.text(in: language)) + "\n")
            }
        }
    }

    private func writeParts(to stream: inout ReportStream) {
        guard !proof.outcome.parts.isEmpty else { return }
        heading(say("组成", "parts"), to: &stream)
        var table = TextTable([.left, .left, .left, .left])
        for part in proof.outcome.parts {
            let raw = part.raw.map { say("封顶前 \($0)", "before limits \($0)") }
            table.add([
                part.title?.text(in: language) ?? part.id, part.verdict?.word(in: language) ?? "",
                part.observed.map { say("实际 ", "observed ") + $0 } ?? "",
                part.required.map { say("要求 ", "required ") + $0 }
                    ?? (raw == part.observed ? "" : raw ?? ""),
            ])
        }
        table.write(to: &stream, indent: "  ", ink: ink)
    }

    private func write(_ group: Proof.RowGroup, to stream: inout ReportStream) {
        let title = group.title.text(in: language)
        heading(say("看过的行：\(title)", "rows looked at: \(title)"), to: &stream)
        for row in group.rows {
            let place = Location.cell(row.place).description(in: language)
            stream.write("  \(ink(row.name, .strong))  \(ink(place, .muted))\n")
            let facts = row.facts.map { "\($0.role) = \($0.value.text(in: language))" }
            stream.write("    " + ink(facts.joined(separator: " · ")) + "\n")
            if let reason = row.reason {
                stream.write(
                    "    " + ink(say("因为 ", "because ") + reason.text.text(in: language), .muted)
                        + "\n")
            }
        }
        let more = group.count - group.rows.count
        if more > 0 { stream.write("  " + say("另有 \(more) 行\n", "\(more) more\n")) }
    }

    private func writeFigures(to stream: inout ReportStream) {
        guard !proof.figures.isEmpty else { return }
        heading(say("用到的参数", "figures"), to: &stream)
        for figure in proof.figures {
            let parameter = figure.parameter
            let value = figure.value?.text(as: parameter.kind, in: language) ?? "—"
            let reading = parameter.reading.text(in: language)
            let title = parameter.title.text(in: language)
            stream.write(
                "  " + ink("\(title) \(parameter.name) = \(value)")
                    + (reading.isEmpty ? "" : ink(say("（\(reading)）", " (\(reading))"), .muted))
                    + "\n")
        }
    }

    private func writeCells(to stream: inout ReportStream) {
        guard !proof.cells.isEmpty else { return }
        heading(say("出自", "where it comes from"), to: &stream)
        for cell in proof.cells {
            let place = Location.cell(cell.address).description(in: language)
            let title = cell.title.map { $0.text(in: language) + say("：", ": ") } ?? ""
            let value = cell.value?.text(in: language) ?? ""
            let words = title.isEmpty ? "" : "  " + ink(title + value)
            stream.write("  \(ink(place, .muted))\(words)\n")
        }
    }

    private func writeMissing(to stream: inout ReportStream) {
        guard !proof.outcome.missing.isEmpty else { return }
        heading(say("缺少", "missing"), to: &stream)
        let list = MissingList(index: ReviewIndex(proof.pack), language: language)
        for missing in proof.outcome.missing {
            stream.write("  " + ink(list.text([missing])) + "\n")
        }
    }

    private func writeChanges(to stream: inout ReportStream) {
        guard !proof.changes.isEmpty || !proof.readings.isEmpty else { return }
        heading(say("什么会改变结论", "what would change it"), to: &stream)
        for change in proof.changes {
            stream.write("  - " + ink(change.text(in: language)) + "\n")
        }
        for other in proof.readings { stream.write("  - " + ink(text(of: other)) + "\n") }
    }

    private func text(of other: Proof.OtherReading) -> String {
        let title = other.parameter.title.text(in: language)
        let name =
            other.alternative.name
            ?? other.alternative.value.text(as: other.parameter.kind, in: language)
        let reading = other.alternative.reading.text(in: language)
        let verdict = other.verdict.word(in: language)
        return say(
            "“\(title)”改按 \(name)（\(reading)），则为“\(verdict)”",
            "with “\(title)” read as \(name) (\(reading)) it is \(verdict)")
    }

    private func heading(_ title: String, to stream: inout ReportStream) {
        stream.write("\n" + ink("■ " + title, .heading) + "\n")
    }

    private func say(_ zh: String, _ en: String) -> String {
        Message(zh: zh, en: en).text(in: language)
    }
}
