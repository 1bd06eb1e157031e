import HeguiDiagnostics
import HeguiPack
package import HeguiReview

/// Writes a review as JSON Lines, for programs that read it piece by piece.
///
/// Each line is an object with one key that says what it is; what stands below the key is as in the
/// JSON report. `docs/schema/review-line.schema.json` describes a line. The last one is the summary,
/// so a reader knows whether it has all of them.
package struct JSONLinesReport: Sendable {
    private let report: JSONReport

    package init(_ review: Review, provenance: Provenance) {
        report = JSONReport(review, provenance: provenance)
    }

    /// Writes the whole report.
    package func write(to stream: inout ReportStream) {
        var writer = JSONWriter(to: stream, openDepth: 0)
        let review = report.review
        line("review", to: &writer) { writer in
            writer.object { writer in
                writer.member("format", "hegui-review-lines")
                writer.member("format_version", JSONReport.formatVersion)
                writer.key("provenance")
                writer.provenance(report.provenance, of: review)
            }
        }
        line("completeness", to: &writer) { report.writeCompleteness(to: &$0) }
        for item in review.material {
            line("material", to: &writer) { report.write(item, to: &$0) }
        }
        for rule in review.rules { line("rule", to: &writer) { report.write(rule, to: &$0) } }
        for outcome in review.outcomes.those(of: report.provenance.listed) {
            line("outcome", to: &writer) { report.write(outcome, to: &$0) }
        }
        for award in review.pack.awards {
            line("award", to: &writer) { report.write(award, to: &$0) }
        }
        for standing in review.standings {
            line("standing", to: &writer) { report.write(standing, to: &$0) }
        }
        for nomination in review.unmatchedNominations {
            line("unmatched_nomination", to: &writer) { report.write(nomination, to: &$0) }
        }
        for finding in review.dataFindings {
            line("data_finding", to: &writer) { report.write(finding, to: &$0) }
        }
        for file in review.files { line("file", to: &writer) { report.write(file, to: &$0) } }
        for diagnostic in review.diagnostics {
            line("diagnostic", to: &writer) { report.write(diagnostic, to: &$0) }
        }
        line("summary", to: &writer) { report.writeSummary(to: &$0) }
        stream = writer.finish()
    }

    private func line(
        _ kind: MaskedText, to writer: inout JSONWriter, _ body: (inout JSONWriter) -> Void
    ) {
        writer.object { writer in
            writer.key(kind)
            body(&writer)
        }
        if kind != "summary" { writer.endLine() }
    }
}
