import HeguiCalendar
package import HeguiDiagnostics
import HeguiPack
package import HeguiReview

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
                "waiver_approver", "waiver_document", "waiver_expires", "waiver_source",
            ], to: &stream)
        for outcome in review.outcomes.those(of: verdicts) {
            CSVWriter.write(fields(of: outcome), to: &stream)
        }
    }

    /// Writes `standings.csv`: one row for each row of an award's dataset.
    ///
    /// `rate` is the fraction as counted, such as `46/50`. A nomination that names nobody on record
    /// is a row of its own without an id, with the outcome `unmatched`.
    package func writeStandings(to stream: inout ReportStream) {
        CSVWriter.start(
            [
                "award", "unit_id", "unit_name", "outcome", "registered", "total", "rate", "rank",
                "reasons", "nominated",
            ], to: &stream)
        for standing in review.standings { CSVWriter.write(fields(of: standing), to: &stream) }
        for nomination in review.unmatchedNominations {
            CSVWriter.write(fields(of: nomination), to: &stream)
        }
    }

    /// Writes `material.csv`: one row for each annex that somebody has to hand in, or only for
    /// those that were not simply received.
    package func writeMaterial(onlyTold: Bool = false, to stream: inout ReportStream) {
        CSVWriter.start(
            [
                "annex", "title", "clause", "owner_type", "owner_id", "owner_name", "state", "due",
                "is_open", "level", "source", "message",
            ], to: &stream)
        for item in review.material where !onlyTold || item.isTold {
            CSVWriter.write(
                [
                    .text(item.annex), .text(say(item.annexTitle)), .text(item.clause),
                    .text(item.owner.type), .text(item.owner.id), .text(item.owner.name),
                    .text(item.state.rawValue), .text(item.due.map { "\($0)" }),
                    .text(item.isOpen ? "true" : "false"), .text(item.level.rawValue),
                    .text(SourceList.text(item.sources, say)), .text(say(item.message)),
                ], to: &stream)
        }
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
            .text(outcome.waiver?.approver),
            .text(outcome.waiver?.document),
            .text(outcome.waiver.map { "\($0.expires)" }),
            .text(outcome.waiver.map { say($0.location) } ?? ""),
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
            .text(standing.isNominated.map { "\($0)" }),
        ]
    }

    private func fields(of nomination: UnmatchedNomination) -> [CSVWriter.Field] {
        [
            .text(nomination.award), .text(""), .text(nomination.text), .text("unmatched"),
            .integer(nil), .integer(nil), .text(""), .integer(nil),
            .text(say(Location.cell(nomination.cell))), .text("true"),
        ]
    }

    /// `C4.4.7 generally-not: …`, so that programs find the clause first.
    private func reason(_ reason: Standing.Reason) -> DataText {
        "\(reason.clause) \(reason.modality.rawValue): \(say(reason.message))"
    }
}

/// Writes CSV that spreadsheet programs open as it is meant: UTF-8 with a mark, `\r\n`, RFC 4180
/// quoting, and no cell that runs as a formula.
enum CSVWriter {
    /// A cell of a row.
    enum Field {
        /// Written as text, even if it begins like a formula.
        case text(DataText)
        case integer(Int64?)

        /// A text, or an empty cell.
        static func text(_ text: String?) -> Field { .text(DataText(text ?? "")) }
    }

    /// Starts a file with its mark and heading.
    static func start(_ columns: [DataText], to stream: inout ReportStream) {
        stream.write("\u{FEFF}")
        write(columns.map { .text($0) }, to: &stream)
    }

    static func write(_ fields: [Field], to stream: inout ReportStream) {
        let cells = fields.map { field -> MaskedText in
            switch field {
            case .integer(let number): number.map { "\($0)" } ?? ""
            case .text(let text): stream.redaction.masked(text).inCSV
            }
        }
        stream.write(cells.joined(separator: ",") + "\r\n")
    }
}
