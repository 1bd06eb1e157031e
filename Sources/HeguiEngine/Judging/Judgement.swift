import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack

/// What a form of requirement says of a subject, before levels, waivers and words.
struct Judgement {
    var verdict: Verdict
    var observed: String?
    var required: String?
    /// What is asked in words, where the number alone does not say on which side it stands.
    var asked: Message?
    var gap: Ratio?
    var due: Day?
    var nominalDue: Day?
    var dueIsCertain = true
    var done: DayRange?
    var daysLate: Int64?
    var daysLeft: Int64?
    var rate: Outcome.Rate?
    /// The bounds between which the observed value lies where some rows cannot be told.
    var lower: String?
    var upper: String?
    var parts: [OutcomePart] = []
    /// The cells that tell what was found.
    var sources: [CellAddress] = []
    /// Further cells, such as those of rows with the same values.
    var besides: [CellAddress] = []
    var causes: [UnknownCause] = []
    /// What is lacking, in words.
    var lacking: Message?
    /// Why nothing can be told, where it is not just a missing cell.
    var reason: Message?
    /// What people should know besides, such as that the due day was moved.
    var notes: [Message] = []

    init(_ verdict: Verdict) {
        self.verdict = verdict
    }

    /// Returns the judgement for want of `causes`.
    static func undetermined(_ causes: [UnknownCause]) -> Judgement {
        var judgement = Judgement(.undetermined)
        judgement.causes = causes
        return judgement
    }

    /// Sets what was found and asked for in numbers.
    mutating func state(observed: Int64, required: Int64) {
        self.observed = String(observed)
        self.required = String(required)
        gap = Ratio(max(0, required.subtractingReportingOverflow(observed).partialValue))
    }
}
