import CEL
import HeguiCalendar

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
