package import HeguiDiagnostics
import HeguiPack
package import HeguiReview

/// Writes for a terminal why a rule says what it says of a subject.
package struct ProofReport: Sendable {
    private let proof: Proof
    private let say: Speaker
    private let pen: Pen

    package init(_ proof: Proof, language: Language, isColoured: Bool = false) {
        self.proof = proof
        say = Speaker(language)
        pen = Pen(isColoured: isColoured, redaction: Redaction(proof.pack))
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
            pen("\(group)\(subject.name)\(id)", .heading) + "  "
                + pen("\(say(proof.rule.title)) \(proof.rule.id)", .strong) + "\n")
        let tone: Tone = outcome.verdict == .met ? .good : .plain
        let level = say(outcome.level)
        stream.write(
            pen.clean(say("截至 \(proof.asOf)：", "as of \(proof.asOf): "))
                + pen(say(outcome.verdict), tone)
                + pen.clean(say("（\(level)）", " (\(level))")) + "\n")
        stream.write("  " + pen(say(outcome.message)) + "\n")
        for line in facts { stream.write("  " + pen(line, .muted) + "\n") }
    }

    private var facts: [DataText] {
        let outcome = proof.outcome
        var facts: [DataText] = []
        if let observed = outcome.observed {
            facts.append(say("实际 \(observed)", "observed \(observed)"))
        }
        if let lower = outcome.lower, let upper = outcome.upper, lower != upper {
            facts.append(say("在 \(lower) 与 \(upper) 之间", "between \(lower) and \(upper)"))
        }
        if let required = outcome.required {
            facts.append(say("要求 \(required)", "required \(required)"))
        }
        if let gap = outcome.gap, gap != .zero {
            facts.append(say("差 \(gap.text)", "gap \(gap.text)"))
        }
        if let due = outcome.due {
            let moved = outcome.nominalDue.flatMap { nominal in
                nominal == due ? nil : say("（由 \(nominal) 顺延）", " (moved from \(nominal))")
            }
            facts.append(say("期限 \(due)", "due \(due)") + (moved ?? ""))
        }
        let undecided = FactLines(say: say).undecided(outcome.undecided)
        return (facts.isEmpty ? [] : [facts.joined(separator: " · ")])
            + (undecided.isEmpty ? [] : [undecided])
    }

    private func writeClauses(to stream: inout ReportStream) {
        heading(say("条款", "clause"), to: &stream)
        for id in [proof.rule.clause] + proof.rule.also {
            guard let clause = proof.pack.clauses.first(where: { $0.id == id }) else { continue }
            stream.write(
                "  \(pen(DataText(clause.id), .strong))  \(pen("“\(clause.quote)”"))\n"
            )
        }
        if let reading = proof.rule.reading {
            stream.write("  " + pen(say("理解：", "read as: ") + say(reading)) + "\n")
        }
    }

    private func writeSteps(_ title: DataText, _ steps: [Proof.Step], to stream: inout ReportStream)
    {
        guard !steps.isEmpty else { return }
        heading(title, to: &stream)
        for step in steps {
            let place = pen.coloured(pen.place(step.span), .muted)
            stream.write("  \(pen(DataText(step.role), .strong))  \(place)\n")
            for line in step.lines {
                let because: DataText = line.depth == 0 ? "" : say("因为 ", "because ")
                let indent = MaskedText.spaces(2 * line.depth + 4)
                stream.write(indent + pen(because + say(line.text)) + "\n")
            }
        }
    }

    private func writeParts(to stream: inout ReportStream) {
        guard !proof.outcome.parts.isEmpty else { return }
        heading(say("组成", "parts"), to: &stream)
        var table = TextTable([.left, .left, .left, .left])
        for part in proof.outcome.parts {
            let raw = part.raw.map { say("封顶前 \($0)", "before limits \($0)") }
            let required = part.required.map { say("要求 \($0)", "required \($0)") }
            table.add([
                say(part.title) ?? DataText(part.id), say(part.verdict) ?? "",
                part.observed.map { say("实际 \($0)", "observed \($0)") } ?? "",
                required ?? raw ?? "",
            ])
        }
        table.write(to: &stream, indent: "  ", pen: pen)
    }

    private func write(_ group: Proof.RowGroup, to stream: inout ReportStream) {
        let title = say(group.title)
        heading(say("看过的行：\(title)", "rows looked at: \(title)"), to: &stream)
        for row in group.rows {
            let place = say(Location.cell(row.place))
            stream.write("  \(pen(DataText(row.name), .strong))  \(pen(place, .muted))\n")
            let facts = row.facts.map { "\($0.role) = \(say($0.value))" as DataText }
            stream.write("    " + pen(facts.joined(separator: " · ")) + "\n")
            if let reason = row.reason {
                stream.write(
                    "    " + pen(say("因为 ", "because ") + say(reason.text), .muted)
                        + "\n")
            }
        }
        let more = group.count - group.rows.count
        if more > 0 {
            stream.write("  \(pen.clean(say("另有 \(more) 行", "\(more) more")))\n")
        }
    }

    private func writeFigures(to stream: inout ReportStream) {
        guard !proof.figures.isEmpty else { return }
        heading(say("用到的参数", "figures"), to: &stream)
        for figure in proof.figures {
            let parameter = figure.parameter
            let value = figure.value.map { say($0, as: parameter.kind) } ?? "—"
            let reading = say(parameter.reading)
            let title = say(parameter.title)
            stream.write(
                "  " + pen("\(title) \(parameter.name) = \(value)")
                    + (reading.isEmpty ? "" : pen(say("（\(reading)）", " (\(reading))"), .muted))
                    + "\n")
        }
    }

    private func writeCells(to stream: inout ReportStream) {
        guard !proof.cells.isEmpty else { return }
        heading(say("出自", "where it comes from"), to: &stream)
        for cell in proof.cells {
            let place = say(Location.cell(cell.address))
            let title = cell.title.map { say($0) + say("：", ": ") } ?? ""
            let value = say(cell.value) ?? ""
            let words: MaskedText = title.isEmpty ? "" : "  " + pen(title + value)
            stream.write("  \(pen(place, .muted))\(words)\n")
        }
    }

    private func writeMissing(to stream: inout ReportStream) {
        guard !proof.outcome.missing.isEmpty else { return }
        heading(say("缺少", "missing"), to: &stream)
        let list = MissingList(index: ReviewIndex(proof.pack), say: say)
        for missing in proof.outcome.missing {
            stream.write("  " + pen(list.text([missing])) + "\n")
        }
    }

    private func writeChanges(to stream: inout ReportStream) {
        guard !proof.changes.isEmpty || !proof.readings.isEmpty else { return }
        heading(say("什么会改变结论", "what would change it"), to: &stream)
        for change in proof.changes {
            stream.write("  - " + pen(say(change)) + "\n")
        }
        for other in proof.readings { stream.write("  - " + pen(text(of: other)) + "\n") }
    }

    private func text(of other: Proof.OtherReading) -> DataText {
        let title = say(other.parameter.title)
        let name =
            other.alternative.name.map { DataText($0) }
            ?? say(other.alternative.value, as: other.parameter.kind)
        let reading = say(other.alternative.reading)
        let verdict = say(other.verdict)
        return say(
            "“\(title)”改按 \(name)（\(reading)），则为“\(verdict)”",
            "with “\(title)” read as \(name) (\(reading)) it is \(verdict)")
    }

    private func heading(_ title: DataText, to stream: inout ReportStream) {
        stream.write("\n" + pen("■ " + title, .heading) + "\n")
    }

}
