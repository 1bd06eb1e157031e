public import HeguiCalendar
import HeguiDiagnostics
import HeguiReports
import HeguiReview

/// A format in which a bulletin is written.
public enum BulletinFormat: String, CaseIterable, Sendable {
    /// To be pasted into a document.
    case markdown
    /// A web page that needs nothing but itself.
    case html
    /// A public document for Word and WPS, as GB/T 9704—2012 asks for.
    case docx
}

extension DropReview {
    /// Returns a bulletin (通报) of a period for all units: rates, who is below the line, what is
    /// outstanding; it names no person.
    ///
    /// - Parameters:
    ///   - period: a half-year as a rule; what is due only after it is left out.
    ///   - minGroup: the least number of people of whom anything is told, so that nothing of a
    ///     person can be worked out.
    ///   - format: the form.
    ///   - frame: what stands round a bulletin that goes out as a document; other formats have none.
    ///   - language: the language.
    /// - Returns: the bulletin, not yet written.
    /// - Throws: `ReviewFailure` for a period that begins after the day of the review, and for one
    ///   that ends before it: the rates would be those of a day that the title does not name.
    public func bulletin(
        of period: CalendarPeriod, minGroup: Int, as format: BulletinFormat,
        frame: DocumentFrame = DocumentFrame(), in language: ReportLanguage
    ) throws(ReviewFailure) -> ReportFile {
        guard period.start <= review.asOf else {
            throw ReviewFailure(
                Message(
                    zh: "`\(period)` 在截至日期 \(review.asOf) 之后才开始",
                    en: "`\(period)` begins only after the as-of day \(review.asOf)"))
        }
        guard review.asOf <= period.end else {
            throw ReviewFailure(
                Message(
                    zh: "通报的是 `\(period.chineseDescription)`，比率却是 \(review.asOf) 的",
                    en: "the bulletin is about `\(period)`, and the rates are of \(review.asOf)"),
                help: Message(
                    zh: "以本期末日 \(period.end) 为截至日期",
                    en: "review as of \(period.end), the period's end"))
        }
        let bulletin = Bulletin(
            withDigests().review, period: period, minGroup: minGroup, language: language.language,
            provenance: provenance)
        switch format {
        case .markdown:
            let report = BulletinMarkdown(bulletin)
            return ReportFile(name: "bulletin.md", redaction: redaction) { report.write(to: &$0) }
        case .html:
            let report = BulletinHTML(bulletin)
            return ReportFile(name: "bulletin.html", redaction: redaction) { report.write(to: &$0) }
        case .docx:
            let report = BulletinDOCX(
                bulletin, issuer: frame.issuer, number: frame.number,
                recipients: frame.recipients, day: frame.day)
            return ReportFile(name: "bulletin.docx", redaction: redaction) {
                try report.write(to: &$0)
            }
        }
    }
}

/// What stands round a document that goes out; what is not given is left blank.
public struct DocumentFrame: Sendable {
    /// Who sends it; by default who issued the policy.
    public var issuer: String?
    /// Its number, such as `西组通〔2014〕1号`.
    public var number: String?
    /// Whom it is sent to.
    public var recipients: String?
    /// The day that it is dated.
    public var day: Day?

    /// Makes a frame in which nothing is given.
    public init() {}
}

/// A format in which reminders are written.
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
