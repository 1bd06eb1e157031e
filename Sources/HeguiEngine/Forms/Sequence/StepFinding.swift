import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack

/// What one step of a sequence comes to.
struct StepFinding {
    /// nil: it obliges nobody.
    var verdict: Verdict?
    /// The earliest or the last day that was allowed.
    var required: Day?
    var due: DueDay?
    var daysLate: Int64?
    var gap: Ratio?
    var causes: [UnknownCause] = []
    /// What is wrong, in words.
    var problems: [Message] = []
    var notes: [Message] = []
}
