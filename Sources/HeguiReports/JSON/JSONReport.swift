import HeguiCalendar
import HeguiDiagnostics
package import HeguiEngine
import HeguiIntake
import HeguiRules

/// Writes a review for programs; `docs/schema/review.schema.json` describes the result.
package struct JSONReport: Sendable {
    /// The number that goes up when a program written for the last one would fail.
    package static let formatVersion = 1

    let review: Review
    let index: ReviewIndex
    private let engineVersion: String
    private let selection: Selection

    package init(
        _ review: Review, engineVersion: String, selection: Selection = Selection([])
    ) {
        self.review = review
        self.engineVersion = engineVersion
        self.selection = selection
        index = ReviewIndex(review.pack)
    }

    /// Writes the whole report.
    package func write(to stream: inout ReportStream) {
        var writer = JSONWriter(to: stream, openDepth: 2)
        writer.object { writer in
            writer.member("format", verbatim: "hegui-review")
            writer.member("format_version", Self.formatVersion)
            writer.member("engine_version", verbatim: engineVersion)
            writer.member("as_of", review.asOf)
            writer.member("only", names: selection.words)
            writePack(to: &writer)
            writeSummary(to: &writer)
            writeRules(to: &writer)
            writeOutcomes(to: &writer)
            writeStandings(to: &writer)
            writeDataFindings(to: &writer)
            writeFiles(to: &writer)
            writeDiagnostics(to: &writer)
        }
        stream = writer.finish()
    }

    private func writeSummary(to writer: inout JSONWriter) {
        let tally = Tally(review)
        writer.key("summary")
        writer.array(Level.byWeight) { writer, level in
            writer.object { writer in
                writer.member("level", verbatim: level.rawValue)
                for verdict in Verdict.allCases {
                    writer.member(Self.key(of: verdict), tally.count(verdict, level))
                }
                writer.member("explained", tally.explained(level))
                writer.member("data_findings", tally.dataFindings(level))
            }
        }
    }

    private func writeRules(to writer: inout JSONWriter) {
        writer.key("rules")
        writer.array(review.rules) { writer, rule in
            writer.object { writer in
                writer.member("rule", verbatim: rule.rule)
                writer.member("clause", verbatim: rule.clause)
                writer.member("also", names: index.rule(rule.rule)?.also ?? [])
                writer.member("title", rule.title)
                writer.member("level", verbatim: rule.level.rawValue)
                for verdict in Verdict.allCases {
                    writer.member(Self.key(of: verdict), rule.counts[verdict, default: 0])
                }
                writer.member("explained", rule.explained)
                writer.member("not_run", rule.notRun)
            }
        }
    }

    private func writeDiagnostics(to writer: inout JSONWriter) {
        writer.key("diagnostics")
        writer.array(review.diagnostics) { writer, diagnostic in
            writer.object { writer in
                writer.member("code", verbatim: diagnostic.code)
                writer.member("severity", verbatim: diagnostic.severity.rawValue)
                writer.member("message", diagnostic.message)
                writer.key("location")
                if let place = diagnostic.location { writer.location(place) } else { writer.null() }
                writer.key("notes")
                writer.array(diagnostic.notes) { writer, note in
                    writer.object { writer in
                        writer.member("zh", note.zh)
                        writer.member("en", note.en)
                    }
                }
                writer.member("help", diagnostic.help)
            }
        }
    }

    /// The key under which a verdict is counted: keys are in snake case.
    private static func key(of verdict: Verdict) -> String {
        verdict == .notApplicable ? "not_applicable" : verdict.rawValue
    }
}
