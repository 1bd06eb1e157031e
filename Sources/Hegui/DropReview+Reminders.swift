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
    ///
    /// The first file holds it. A table has no place for what it follows from, so `provenance.csv`
    /// comes with it.
    public func reminders(
        until: Day? = nil, as format: ReminderFormat, in language: ReportLanguage
    ) -> [ReportFile] {
        let review = withDigests().review
        let reminders = Reminders(review, until: until)
        let (language, provenance, redaction) = (language.language, provenance, redaction)
        switch format {
        case .text:
            let report = ReminderText(
                reminders, provenance: provenance, language: language)
            return [
                ReportFile(name: "reminders.txt", redaction: redaction) { report.write(to: &$0) }
            ]
        case .ics:
            let report = ReminderCalendar(
                reminders, provenance: provenance, language: language)
            return [
                ReportFile(name: "reminders.ics", redaction: redaction) { report.write(to: &$0) }
            ]
        case .csv:
            let report = ReminderCSV(reminders, language: language)
            let origin = CSVReport(review, language: language)
            return [
                ReportFile(name: "reminders.csv", redaction: redaction) { report.write(to: &$0) },
                ReportFile(name: "provenance.csv", redaction: redaction) {
                    origin.writeProvenance(provenance, to: &$0)
                },
            ]
        }
    }
}
