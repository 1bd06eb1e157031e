import HeguiCalendar
package import HeguiDiagnostics
import HeguiPack
import HeguiReview

/// Writes reminders as a table: one row for each, the nearest due day first, those without a due
/// day last.
package struct ReminderCSV: Sendable {
    private let reminders: Reminders
    private let say: Speaker
    private let missing: StillMissing

    package init(_ reminders: Reminders, language: Language) {
        self.reminders = reminders
        say = Speaker(language)
        missing = StillMissing(index: reminders.index, say: say)
    }

    package func write(to stream: inout ReportStream) {
        CSVWriter.start(
            [
                "due", "days_left", "level", "rule", "clause", "subject_type", "subject_id",
                "subject_name", "group_name", "observed", "required", "missing", "message",
                "remedy", "source", "kind",
            ], to: &stream)
        for item in reminders.items { write(item, .due, to: &stream) }
        for outcome in reminders.undated {
            CSVWriter.write(
                [.text(""), .integer(nil)] + fields(of: outcome, .due), to: &stream)
        }
        for item in reminders.ending { write(item, .waiverEnds, to: &stream) }
    }

    /// Why a row is there.
    private enum Kind: String {
        /// Something may still be done.
        case due
        /// A waiver is about to end.
        case waiverEnds = "waiver-ends"
    }

    private func write(_ item: Reminders.Item, _ kind: Kind, to stream: inout ReportStream) {
        CSVWriter.write(
            [.text("\(item.due)" as DataText), .integer(Int64(item.daysLeft))]
                + fields(of: item.outcome, kind),
            to: &stream)
    }

    private func fields(of outcome: Outcome, _ kind: Kind) -> [CSVWriter.Field] {
        let subject = outcome.subject
        let names = [
            outcome.level.rawValue, outcome.rule, outcome.clause, subject.type, subject.id,
            subject.name, subject.groupName ?? subject.groupID, outcome.observed, outcome.required,
        ]
        let texts = [
            kind == .due ? missing.text(of: outcome) : "", say(outcome.message),
            say(outcome.remedy) ?? "", SourceList.text(outcome.sources, say),
        ]
        return names.map { .text($0) } + texts.map { .text($0) } + [.text(kind.rawValue)]
    }
}
