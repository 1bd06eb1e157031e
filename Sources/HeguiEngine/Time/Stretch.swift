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
    /// The cells of the rows that excuse days of it, where less is asked because of them.
    var excusing: [CellAddress] = []
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

/// Lengths of time, one after another.
struct Steps {
    /// Far more than any policy asks for.
    private static let limit = 20_000

    let length: PeriodLength
    let calendar: WorkingCalendar

    /// Returns the steps from `first` on that begin on or before `last`; each is counted from
    /// `first` itself, so that 31 January is followed by 28 February and 31 March.
    func pieces(
        from first: Day, through last: Day
    ) throws(EvaluationError) -> [PlannedWindow.Piece] {
        guard length.amount > 0 else {
            throw EvaluationError(message: "`each` takes a length above zero")
        }
        var pieces: [PlannedWindow.Piece] = []
        var start = first
        while start <= last, start < .maximum {
            guard pieces.count < Self.limit else {
                throw EvaluationError(message: "the window has too many parts")
            }
            guard let next = day(first, plus: pieces.count + 1), next > start,
                let days = DayRange(first: start, last: next.adding(days: -1))
            else { break }
            pieces.append(PlannedWindow.Piece(days: days, period: nil))
            start = next
        }
        return pieces
    }

    private func day(_ first: Day, plus count: Int) -> Day? {
        let (amount, overflow) = length.amount.multipliedReportingOverflow(by: count)
        guard !overflow, let all = PeriodLength(amount, length.unit) else { return nil }
        return CountingRule(roll: .none).due(from: first, within: all, calendar: calendar).nominal
    }
}
