import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack

/// A stretch of time over which a quantity is computed: a period, a part of one, or all time.
struct Stretch {
    /// What is asked of it.
    enum Demand: Equatable {
        /// Nothing: it is left out.
        case nothing
        case full
        /// The bounds in proportion.
        case share(Ratio, Rounding)
    }

    /// Its name among the parts of an outcome.
    var id: String
    var title: Message
    /// What `period` is in expressions.
    var period: CalendarPeriod?
    /// The days that belong to it for certain, and those that may; nil: none.
    var certain: DayRange?
    var possible: DayRange?
    /// Rows after this day do not count.
    var horizon: Day
    /// The day until which it is open.
    var limit: Day?
    var isOver: Bool
    /// One, or two where it cannot be told which days are excused.
    var demands: [Demand] = [.full]
    /// What to name where its days or its demands cannot be told.
    var causes: [UnknownCause] = []
    /// How many days or months count, where not all do.
    var note: Message?

    static let allDays = DayRange(first: .minimum, last: .maximum) ?? DayRange(.minimum)

    /// Whether a row of these days belongs to it.
    func holds(_ days: DayRange) -> Bool? {
        guard let possible, days.first <= horizon, possible.intersects(days) else { return false }
        guard days.last <= horizon, let certain, certain.contains(days) else { return nil }
        return true
    }
}
