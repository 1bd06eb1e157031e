import HeguiCalendar
import HeguiDiagnostics
import HeguiPack

/// What pack.yaml says, but for the calendar's days.
struct PackHeader {
    var id: String
    var title: LocalizedText
    var version: String
    var language: Language
    var document: Pack.Document
    var effective: Effective
    var calendarName: String
    var calendarSpan: Span?
    var counting: CountingRule
    var parameters: [Parameter]
}
