import CEL
import HeguiCalendar

extension Judgement {
    /// Returns the judgement of what is not fulfilled on the as-of day: pending before the day on
    /// which it is due, violated from that day on or where none is stated.
    static func unfulfilled(
        until due: PlannedOperand<Day>?, _ frame: Frame
    ) throws(EvaluationError) -> Judgement {
        guard let due else { return Judgement(.violated) }
        switch try due.read(frame) {
        case .unknown(let causes): return .undetermined(causes)
        case .known(let day):
            frame.probe?.compare(due.span, frame.asOf, day)
            var judgement = Judgement(frame.asOf < day ? .pending : .violated)
            judgement.due = day
            judgement.nominalDue = day
            if judgement.verdict == .pending {
                judgement.daysLeft = Int64(frame.asOf.days(until: day))
            }
            return judgement
        }
    }
}
