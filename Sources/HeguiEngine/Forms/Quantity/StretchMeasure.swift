import HeguiCalendar
import HeguiPack

/// A quantity of subjects, worked out from columns.
protocol StretchMeasure: Sendable {
    /// Returns what the quantity comes to for a subject within the stretch of that number.
    func measured(_ subject: Int, _ stretch: MeasuredStretch) -> Measured
}

/// Works out the columns of a measure; nil where columns do not tell them.
typealias Measuring = @Sendable (ColumnStore) -> (any StretchMeasure)?

/// What a quantity comes to.
enum Measured {
    /// The plain evaluator is to tell.
    case open
    /// There is nothing to measure.
    case empty
    case number(Interval)
}

/// A stretch of time with its place among those that a form counts.
struct MeasuredStretch: Sendable {
    let number: Int
    /// The first and the last day on which a row counts; none where they cross.
    let first: Int32
    let last: Int32

    init(_ number: Int, _ stretch: Stretch) {
        self.number = number
        guard let certain = stretch.certain else {
            (first, last) = (1, 0)
            return
        }
        first = certain.first.number
        last = min(certain.last, stretch.horizon).number
    }

    func contains(_ day: Int32) -> Bool { day >= first && day <= last }
}
