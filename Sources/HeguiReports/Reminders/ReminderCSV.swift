import HeguiCalendar
package import HeguiDiagnostics
import HeguiEngine
import HeguiPack

/// Writes reminders as a table: one row for each, the nearest due day first, those without a due
/// day last.
package struct ReminderCSV: Sendable {
    private let reminders: Reminders
    private let language: Language
    private let missing: StillMissing
    private let writer: CSVWriter

    package init(_ reminders: Reminders, language: Language) {
        self.reminders = reminders
        self.language = language
        missing = StillMissing(index: reminders.index, language: language)
        writer = CSVWriter(redaction: reminders.index.redaction)
    }

    package func write(to stream: inout ReportStream) {
        writer.start(
            [
                "due", "days_left", "level", "rule", "clause", "subject_type", "subject_id",
                "subject_name", "group_name", "observed", "required", "missing", "message",
                "remedy", "source",
            ], to: &stream)
        for item in reminders.items {
            writer.write(
                [.text("\(item.due)"), .integer(Int64(item.daysLeft))] + fields(of: item.outcome),
                to: &stream)
        }
        for outcome in reminders.undated {
            writer.write([.text(nil), .integer(nil)] + fields(of: outcome), to: &stream)
        }
    }

    private func fields(of outcome: Outcome) -> [CSVWriter.Field] {
        let subject = outcome.subject
        return [
            outcome.level.rawValue, outcome.rule, outcome.clause, subject.type,
            reminders.index.id(of: subject), subject.name, subject.groupName ?? subject.groupID,
            outcome.observed, outcome.required, missing.text(of: outcome),
            outcome.message.text(in: language), outcome.remedy?.text(in: language),
            SourceList.text(outcome.sources, in: language),
        ].map { .text($0) }
    }
}
