import HeguiCalendar
import HeguiDiagnostics
import HeguiDigests
import HeguiPack
package import HeguiReview

/// Writes a review for programs; `docs/schema/review.schema.json` describes the result.
package struct JSONReport: Sendable {
    /// The number that goes up when a program written for the last one would fail.
    package static let formatVersion = 1

    let review: Review
    let index: ReviewIndex
    let fingerprints: FingerprintMaker
    let provenance: Provenance

    package init(_ review: Review, provenance: Provenance) {
        self.review = review
        self.provenance = provenance
        index = ReviewIndex(review.pack)
        fingerprints = FingerprintMaker(review)
    }

    /// Writes the whole report.
    package func write(to stream: inout ReportStream) {
        var writer = JSONWriter(to: stream, openDepth: 2)
        writer.object { writer in
            writer.member("format", "hegui-review")
            writer.member("format_version", Self.formatVersion)
            writer.member("engine_version", provenance.engineVersion)
            writer.member("as_of", review.asOf)
            writer.member("only", names: provenance.only)
            writer.key("provenance")
            writer.provenance(provenance, of: review)
            writePack(to: &writer)
            writer.key("summary")
            writeSummary(to: &writer)
            writer.key("completeness")
            writeCompleteness(to: &writer)
            writer.key("material")
            writer.array(review.material) { write($1, to: &$0) }
            writer.key("rules")
            writer.array(review.rules) { write($1, to: &$0) }
            writer.key("outcomes")
            writer.array(review.outcomes.those(of: provenance.listed)) { write($1, to: &$0) }
            writer.key("awards")
            writer.array(review.pack.awards) { write($1, to: &$0) }
            writer.key("standings")
            writer.array(review.standings) { write($1, to: &$0) }
            writer.key("unmatched_nominations")
            writer.array(review.unmatchedNominations) { write($1, to: &$0) }
            writer.key("data_findings")
            writer.array(review.dataFindings) { write($1, to: &$0) }
            writer.key("files")
            writer.array(review.files) { write($1, to: &$0) }
            writer.key("diagnostics")
            writer.array(review.diagnostics) { write($1, to: &$0) }
        }
        stream = writer.finish()
    }

    /// Writes how many outcomes there are of each level and verdict.
    func writeSummary(to writer: inout JSONWriter) {
        let totals = VerdictCounts(review)
        writer.array(Level.byWeight) { writer, level in
            writer.object { writer in
                writer.member("level", level.rawValue)
                for verdict in Verdict.allCases {
                    writer.member(Self.key(of: verdict), totals.count(verdict, level))
                }
                writer.member("explained", totals.explained(level))
                writer.member("data_findings", totals.dataFindings(level))
                writer.member("material", totals.material(level))
            }
        }
    }

    func write(_ rule: RuleSummary, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("rule", rule.rule)
            writer.member("clause", rule.clause)
            writer.member("also", names: index.rule(rule.rule)?.also ?? [])
            writer.member("title", rule.title)
            writer.member("level", rule.level.rawValue)
            let parameters = index.rule(rule.rule).map {
                review.pack.parameters(of: $0).map(\.name)
            }
            writer.member("parameters", names: parameters ?? [])
            writer.member("sha256", provenance.ruleDigests[rule.rule]?.hex)
            for verdict in Verdict.allCases {
                writer.member(Self.key(of: verdict), rule.counts[verdict, default: 0])
            }
            writer.member("explained", rule.explained)
            writer.member("not_run", rule.notRun)
            writer.member("missing", names: rule.missing)
        }
    }

    /// The key under which a verdict is counted: keys are in snake case.
    private static func key(of verdict: Verdict) -> MaskedText {
        verdict == .notApplicable ? "not_applicable" : MaskedText(word: verdict)
    }
}
