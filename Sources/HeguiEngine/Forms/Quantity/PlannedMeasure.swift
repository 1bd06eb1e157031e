import CEL
import HeguiCalendar
import HeguiPack

/// A quantity as the value of a column.
struct PlannedMeasure: Sendable {
    private let quantity: any PlannedQuantity
    private let output: Measure.Output
    private let type: ColumnType

    init?(_ measure: Measure, type: ColumnType, _ planner: Planner, subject table: Int) {
        guard let quantity = planner.plan(measure.quantity, subject: table) else { return nil }
        self.quantity = quantity
        output = measure.output
        self.type = type
    }

    /// Returns the number, null where there is nothing to measure, unknown where it may be one of
    /// several.
    func evaluate(_ frame: Frame) -> Value {
        do throws(EvaluationError) {
            return try value(frame)
        } catch {
            return .error(error)
        }
    }

    private func value(_ frame: Frame) throws(EvaluationError) -> Value {
        var missing = MissingOperands()
        let stretch = try quantity.whole(due: nil, frame, &missing)
        if missing.isAny { return .unknown(Unknown(causes: missing.causes)) }
        guard let stretch else { return .null }
        let measurement: Measurement
        switch try quantity.source(frame) {
        case .unknown(let causes): return .unknown(Unknown(causes: causes))
        case .known(let source): measurement = try source.measurement(in: stretch)
        }
        let unknown = Value.unknown(Unknown(causes: measurement.causes))
        switch measurement.state {
        case .empty: return .null
        case .unknown: return unknown
        case .measured: break
        }
        if output == .start {
            guard let run = measurement.run, run.isCertain else { return unknown }
            return run.days.map { .opaque(DayValue($0.first)) } ?? .null
        }
        guard let number = measurement.interval.number else { return unknown }
        guard type == .integer else { return .opaque(NumberValue(number)) }
        guard let whole = number.whole else {
            throw EvaluationError(message: "\(number.text) is not a whole number")
        }
        return .int(whole)
    }
}
