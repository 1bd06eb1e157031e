package import HeguiDiagnostics
import HeguiPack
package import HeguiReview

/// Writes for a terminal what became of a pack's examples and how much of the pack they try.
package struct TestReport: Sendable {
    private let run: TestRun
    private let say: Speaker
    private let pen: Pen

    package init(_ run: TestRun, language: Language, isColoured: Bool = false) {
        self.run = run
        say = Speaker(language)
        pen = Pen(isColoured: isColoured, redaction: .full)
    }

    package func write(to stream: inout ReportStream) {
        for failure in run.failures { write(failure, to: &stream) }
        writeCoverage(to: &stream)
        writeGaps(to: &stream)
        writeSummary(to: &stream)
    }

    /// Expected and actual as a diff: what agrees stands between them.
    private func write(_ failure: CheckResult, to stream: inout ReportStream) {
        let example = failure.check.example
        let title: DataText = "\(failure.check.target.id): \(example.name)"
        let subject = example.subject.map { say("（\($0)）", " (\($0))") } ?? ""
        stream.write(
            pen(say("不成立 ", "FAIL "), .mandatory) + pen(title + subject, .strong) + "\n")
        let first = failure.fields.first { !$0.isAsExpected }?.span ?? example.span
        stream.write("  --> \(pen.place(first))\n")
        stream.write("      " + pen(say("- 预期  + 实际", "- expected  + actual"), .muted) + "\n")
        for field in failure.fields {
            if field.isAsExpected {
                stream.write("        " + pen("\(field.name): \(field.expected)", .muted) + "\n")
                continue
            }
            stream.write("      " + pen("- \(field.name): \(field.expected)", .mandatory) + "\n")
            stream.write("      " + pen("+ \(field.name): \(field.actual)", .good) + "\n")
        }
        stream.write("\n")
    }

    private func writeCoverage(to stream: inout ReportStream) {
        let coverage = run.coverage
        stream.write("\(pen.clean(say("覆盖", "coverage")))\n")
        var table = TextTable([.left, .right, .right])
        let parts = [
            (say("规则与评优项目", "rules and awards"), coverage.rules),
            (say("结果", "outcomes"), coverage.outcomes),
            (say("界限", "boundaries"), coverage.boundaries),
        ]
        for (title, part) in parts {
            table.add([
                title, "\(part.covered)/\(part.total)",
                Percentage.text(Int64(part.covered), of: Int64(part.total)),
            ])
        }
        table.write(to: &stream, indent: "  ", pen: pen)
    }

    /// One line for each thing that a case is still to be written for.
    private func writeGaps(to stream: inout ReportStream) {
        let coverage = run.coverage
        guard coverage.share < .one else { return }
        let heading = say("还没有样例检验的", "not tried by any example")
        stream.write("\n\(pen.clean(heading))\n")
        for owner in coverage.untested {
            stream.write("  \(pen.place(owner.span)): ")
            let words = say("\(owner.id)：没有成立的样例", "\(owner.id): no example that holds")
            stream.write("\(pen.clean(words))\n")
        }
        let untested = Set(coverage.untested.map(\.id))
        for gap in coverage.outcomeGaps where !untested.contains(gap.owner.id) {
            let names = gap.untried.map { DataText($0) }.joined(separator: say("、", ", "))
            stream.write("  \(pen.place(gap.owner.span)): ")
            stream.write(
                pen(
                    say(
                        "\(gap.owner.id)：没有结果为 \(names) 的样例",
                        "\(gap.owner.id): no example for \(names)"), .plain) + "\n")
        }
        for gap in coverage.boundaryGaps {
            let wording = BoundaryWording(gap.site)
            let marks = gap.untried.map { say(wording.text($0)) }
            let list = marks.joined(separator: say("、", ", "))
            stream.write("  \(pen.place(gap.site.id.span)): ")
            stream.write(
                pen(
                    say(
                        "[R0712] \(gap.site.owner)：`\(gap.site.label)` 没有用 \(list) 检验",
                        "[R0712] \(gap.site.owner): `\(gap.site.label)` is not tested \(list)"),
                    .plain) + "\n")
        }
    }

    private func writeSummary(to stream: inout ReportStream) {
        let (count, failed) = (run.results.count, run.failures.count)
        let pack: DataText = "\(run.pack.id) \(run.pack.version)"
        let share = Percentage.text(run.coverage.share)
        let text =
            failed == 0
            ? say(
                "\(pack)：\(count) 项检验全部成立，覆盖 \(share)",
                "\(pack): all \(count) checks hold, coverage \(share)")
            : say(
                "\(pack)：\(count) 项检验中有 \(failed) 项不成立，覆盖 \(share)",
                "\(pack): \(failed) of \(count) checks fail, coverage \(share)")
        stream.write("\n" + pen(text, failed == 0 ? .good : .mandatory) + "\n")
    }
}
