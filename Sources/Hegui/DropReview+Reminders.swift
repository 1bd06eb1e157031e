public import HeguiCalendar
import HeguiReports

/// A form in which reminders are written.
public enum ReminderFormat: String, CaseIterable, Sendable {
    /// For people.
    case text
    /// iCalendar, RFC 5545.
    case ics
    case csv
}

extension DropReview {
    /// Returns what is pending, the nearest due day first; with `until`, what is due up to then.
    public func reminders(
        until: Day? = nil, as format: ReminderFormat, in language: ReportLanguage
    ) -> ReportFile {
        let reminders = Reminders(withDigests().review, until: until)
        let language = language.language
        switch format {
        case .text:
            let report = ReminderText(
                reminders, provenance: provenance, language: language)
            return ReportFile(name: "reminders.txt") { report.write(to: &$0) }
        case .ics:
            let report = ReminderCalendar(
                reminders, provenance: provenance, language: language)
            return ReportFile(name: "reminders.ics") { report.write(to: &$0) }
        case .csv:
            let report = ReminderCSV(reminders, language: language)
            return ReportFile(name: "reminders.csv") { report.write(to: &$0) }
        }
    }
}
