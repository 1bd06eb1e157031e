import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack

/// When a step was done, as far as it is known.
struct StepDay {
    /// nil: not done, or not readable.
    let days: DayRange?
    /// Whether it is not done for certain.
    let isNotDone: Bool
    /// Whether it is done for certain.
    let isDone: Bool
    let causes: [UnknownCause]

    /// A step of a day that is known, or nil for one that was not done.
    init(_ day: Day?, asOf: Day) {
        days = day.map { DayRange($0) }
        isDone = day.map { $0 <= asOf } ?? false
        isNotDone = !isDone
        causes = []
    }

    /// A day after the as-of day is not done yet.
    init(_ expression: PlannedExpression, _ frame: Frame) throws(EvaluationError) {
        switch try expression.day(frame) {
        case .unknown(let missing):
            (days, isNotDone, isDone, causes) = (nil, false, false, missing)
        case .known(nil): (days, isNotDone, isDone, causes) = (nil, true, false, [])
        case .known(let day?):
            days = day.days
            isNotDone = day.days.first > frame.asOf
            isDone = day.days.last <= frame.asOf
            causes = day.days.isOneDay ? [] : day.cause.map { [$0] } ?? []
        }
    }
}
