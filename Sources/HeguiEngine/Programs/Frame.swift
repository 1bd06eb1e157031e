import CEL
import HeguiCalendar
import HeguiPack

/// What an expression sees while one subject is judged.
struct Frame {
    let rowStore: RowStore
    let calendar: WorkingCalendar
    let asOf: Day
    let subject: RowReference
    /// The row of a relation that a form is looking at.
    private(set) var row: RowReference?
    private(set) var period: CalendarPeriod?
    /// Where boundaries that are tried are noted; nil while a drop is reviewed.
    var probe: BoundaryProbe?
    /// Where evaluations are kept; nil unless a verdict is to be explained.
    var log: EvaluationLog?

    private let subjectValue: Value
    private let asOfValue: Value
    private let parameters: Value
    private var rowValue = Value.null
    private var periodValue = Value.null

    init(
        rowStore: RowStore, calendar: WorkingCalendar, asOf: Day, subject: RowReference,
        parameters: ParametersObject
    ) {
        self.rowStore = rowStore
        self.calendar = calendar
        self.asOf = asOf
        self.subject = subject
        subjectValue = rowStore.object(subject)
        asOfValue = .opaque(DayValue(asOf))
        self.parameters = .object(parameters)
    }

    /// Returns this frame with the row of a relation in view.
    func looking(at row: RowReference) -> Frame {
        var frame = self
        frame.row = row
        frame.rowValue = rowStore.object(row)
        return frame
    }

    /// Returns this frame while `period` is counted.
    func counting(_ period: CalendarPeriod?) -> Frame {
        guard let period else { return self }
        var frame = self
        frame.period = period
        frame.periodValue = .opaque(PeriodValue(period))
        return frame
    }

    func value(of slot: PlannedExpression.Slot) -> Value {
        switch slot {
        case .subject: subjectValue
        case .asOf: asOfValue
        case .parameters: parameters
        case .row: rowValue
        case .period: periodValue
        }
    }
}

/// Keeps every evaluation of an expression while one subject is judged.
final class EvaluationLog {
    struct Entry {
        let expression: Expression
        /// The row of a relation that was in view.
        let row: RowReference?
        let trace: EvaluationTrace
    }

    /// A subject with more evaluations than this is explained by its first ones.
    private static let limit = 20_000

    private(set) var entries: [Entry] = []

    func note(_ expression: Expression, _ row: RowReference?, as trace: EvaluationTrace) {
        guard entries.count < Self.limit else { return }
        entries.append(Entry(expression: expression, row: row, trace: trace))
    }
}
