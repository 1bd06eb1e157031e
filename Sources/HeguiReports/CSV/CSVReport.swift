import HeguiCalendar
package import HeguiDiagnostics
package import HeguiEngine
import HeguiPack

/// Writes a review as tables: every outcome, the standing of every candidate, and what both follow
/// from.
package struct CSVReport: Sendable {
    private let review: Review
    private let say: Speaker
    private let index: ReviewIndex

    package init(_ review: Review, language: Language) {
        self.review = review
        say = Speaker(language)
        index = ReviewIndex(review.pack)
    }

    /// Writes `outcomes.csv`: one row for each outcome of `verdicts`.
    package func writeOutcomes(
        of verdicts: Set<Verdict> = Set(Verdict.allCases), to stream: inout ReportStream
    ) {
        CSVWriter.start(
            [
                "rule", "clause", "outcome", "level", "subject_type", "subject_id", "subject_name",
                "observed", "required", "gap", "due", "done", "source", "message",
            ], to: &stream)
        for outcome in review.outcomes.those(of: verdicts) {
            CSVWriter.write(fields(of: outcome), to: &stream)
        }
    }

    /// Writes `standings.csv`: one row for each row of an award's dataset.
    ///
    /// `rate` is the fraction as counted, such as `46/50`.
    package func writeStandings(to stream: inout ReportStream) {
        CSVWriter.start(
            [
                "award", "unit_id", "unit_name", "outcome", "registered", "total", "rate", "rank",
                "reasons",
            ], to: &stream)
        for standing in review.standings { CSVWriter.write(fields(of: standing), to: &stream) }
    }

    /// Writes `provenance.csv`: names and values, files with the digests that they have already.
    package func writeProvenance(_ provenance: Provenance, to stream: inout ReportStream) {
        CSVWriter.start(["name", "value"], to: &stream)
        for (name, value) in ProvenanceList(review, provenance).entries {
            CSVWriter.write([.text(name), .text(value)], to: &stream)
        }
    }

    private func fields(of outcome: Outcome) -> [CSVWriter.Field] {
        [
            .text(outcome.rule),
            .text(outcome.clause),
            .text(outcome.verdict.rawValue),
            .text(outcome.level.rawValue),
            .text(outcome.subject.type),
            .text(outcome.subject.id),
            .text(outcome.subject.name),
            .text(outcome.observed),
            .text(outcome.required),
            .text(outcome.gap?.text),
            .text(outcome.due.map { "\($0)" }),
            .text(outcome.done.map { "\($0)" }),
            .text(SourceList.text(outcome.sources, say)),
            .text(message(of: outcome)),
        ]
    }

    /// The outcome's message, or where it has none what is missing for a verdict.
    private func message(of outcome: Outcome) -> DataText {
        let message = say(outcome.message)
        guard message.isEmpty else { return message }
        return MissingList(index: index, say: say).text(outcome.missing)
    }

    private func fields(of standing: Standing) -> [CSVWriter.Field] {
        let rate = standing.rate
        return [
            .text(standing.award),
            .text(standing.subject.id),
            .text(standing.subject.name),
            .text(standing.result.rawValue),
            .integer(rate?.numerator),
            .integer(rate?.denominator),
            .text(rate.map { "\($0.numerator)/\($0.denominator)" }),
            .integer(standing.rank.map(Int64.init)),
            .text(standing.reasons.map { reason($0) }.joined(separator: "; ")),
        ]
    }

    /// `C4.4.7 generally-not: …`, so that programs find the clause first.
    private func reason(_ reason: Standing.Reason) -> DataText {
        "\(reason.clause) \(reason.modality.rawValue): \(say(reason.message))"
    }
}
