import HeguiDiagnostics
import HeguiPack
package import HeguiReview

/// Writes what became of a pack's examples, and the coverage, as JSON.
package struct TestJSON: Sendable {
    private let run: TestRun

    package init(_ run: TestRun) {
        self.run = run
    }

    package func write(to stream: inout ReportStream) {
        var writer = JSONWriter(to: stream, openDepth: 3)
        writer.object { writer in
            writer.member("pack", run.pack.id)
            writer.member("version", run.pack.version)
            writer.member("checks", run.results.count)
            writer.member("failed", run.failures.count)
            writer.key("failures")
            writer.array(run.failures) { writer, failure in write(failure, to: &writer) }
            writer.key("coverage")
            writeCoverage(to: &writer)
        }
        stream = writer.finish()
    }

    private func write(_ failure: CheckResult, to writer: inout JSONWriter) {
        let example = failure.check.example
        writer.object { writer in
            writer.member("rule", failure.check.target.id)
            writer.member("example", example.name)
            writer.member("subject", example.subject)
            place(example.span, to: &writer)
            writer.key("fields")
            writer.array(failure.fields) { writer, field in
                writer.object { writer in
                    writer.member("field", field.name)
                    writer.member("expected", field.expected)
                    writer.member("actual", field.actual)
                    writer.member("line", field.span.start.line)
                    writer.member("holds", field.isAsExpected)
                }
            }
        }
    }

    private func writeCoverage(to writer: inout JSONWriter) {
        let coverage = run.coverage
        writer.object { writer in
            writer.member("percent", Percentage.text(coverage.share))
            part("rules", coverage.rules, to: &writer)
            part("outcomes", coverage.outcomes, to: &writer)
            part("boundaries", coverage.boundaries, to: &writer)
            writer.key("missing_rules")
            writer.array(coverage.untested) { writer, owner in
                writer.object { writer in
                    writer.member("rule", owner.id)
                    place(owner.span, to: &writer)
                }
            }
            writer.key("missing_outcomes")
            writer.array(coverage.outcomeGaps) { writer, gap in
                writer.object { writer in
                    writer.member("rule", gap.owner.id)
                    writer.key("outcomes")
                    writer.array(gap.untried) { $0.string(DataText($1)) }
                    place(gap.owner.span, to: &writer)
                }
            }
            writer.key("missing_boundaries")
            writer.array(coverage.boundaryGaps) { writer, gap in write(gap, to: &writer) }
        }
    }

    private func write(_ gap: Coverage.BoundaryGap, to writer: inout JSONWriter) {
        let wording = BoundaryWording(gap.site)
        writer.object { writer in
            writer.member("code", PackCode.thresholdUntried.rawValue)
            writer.member("rule", gap.site.owner)
            writer.member("figure", gap.site.label)
            writer.key("sides")
            writer.array(gap.untried) { writer, mark in
                writer.object { writer in
                    writer.member("side", mark.rawValue)
                    writer.member("try", wording.text(mark))
                }
            }
            place(gap.site.id.span, to: &writer)
        }
    }

    private func part(_ name: MaskedText, _ part: Coverage.Part, to writer: inout JSONWriter) {
        writer.key(name)
        writer.object { writer in
            writer.member("covered", part.covered)
            writer.member("total", part.total)
        }
    }

    private func place(_ span: Span, to writer: inout JSONWriter) {
        writer.member("file", span.file)
        writer.member("line", span.start.line)
    }
}
