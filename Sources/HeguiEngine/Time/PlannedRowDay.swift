import CEL
import HeguiCalendar
import HeguiPack

/// The day of a row, or the days over which its value is spread, as a program.
enum PlannedRowDay: Sendable {
    case on(PlannedExpression)
    case spread(from: PlannedExpression, until: PlannedExpression)

    init(_ rowDay: Window.RowDay, _ planner: Planner, subject table: Int, row: Int) {
        func plan(_ expression: Expression) -> PlannedExpression {
            PlannedExpression(expression, planner: planner, subject: table, row: row)
        }
        switch rowDay {
        case .on(let day): self = .on(plan(day))
        case .spread(let from, let until): self = .spread(from: plan(from), until: plan(until))
        }
    }

    /// The expression whose cells tell when the row was.
    var first: PlannedExpression {
        switch self {
        case .on(let day): day
        case .spread(let from, _): from
        }
    }

    /// Returns when the row in view was.
    func read(_ frame: Frame) throws(EvaluationError) -> RowDays {
        switch self {
        case .on(let day):
            switch try day.day(frame) {
            case .unknown(let causes): return .unknown(causes)
            case .known(nil): return .unknown(day.missingCells(frame))
            case .known(let value?): return .on(value.days, Self.causes(value))
            }
        case .spread(let from, let until):
            let edges = (try from.day(frame), try until.day(frame))
            switch edges {
            case (.known(let first?), .known(let last?)):
                guard let outer = DayRange(first: first.days.first, last: last.days.last) else {
                    return .unknown(from.rowCells(frame))
                }
                if first.days.isOneDay, last.days.isOneDay { return .spread(outer) }
                return .on(outer, Self.causes(first) + Self.causes(last))
            default:
                var causes: [UnknownCause] = []
                for (expression, day) in zip([from, until], [edges.0, edges.1]) {
                    switch day {
                    case .known(nil): causes.formUnion(expression.missingCells(frame))
                    case .unknown(let missing): causes.formUnion(missing)
                    case .known: continue
                    }
                }
                return .unknown(causes)
            }
        }
    }

    private static func causes(_ day: DayValue) -> [UnknownCause] {
        day.days.isOneDay ? [] : day.cause.map { [$0] } ?? []
    }
}

/// When a row was, as far as it is known.
enum RowDays {
    /// The form does not ask.
    case any
    /// On one of these days.
    case on(DayRange, [UnknownCause])
    /// On all of these days, evenly.
    case spread(DayRange)
    case unknown([UnknownCause])
}
