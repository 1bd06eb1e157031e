import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack

/// A quantity whose expressions are programs.
protocol PlannedQuantity: Sendable {
    var window: PlannedWindow? { get }
    /// Whether bounds hold in each stretch of the window; a run is compared over all of it.
    var isPerSubperiod: Bool { get }

    /// Returns the subject's rows, ready to be measured, or what is missing to tell them.
    func source(_ frame: Frame) throws(EvaluationError) -> Answer<any QuantitySource>

    /// Returns what measures the quantity on columns; `periods` are those that it is counted in.
    ///
    /// - Throws: why it takes one row at a time.
    func measuring(
        _ lowering: RuleLowering, _ periods: [CalendarPeriod?], table: Int
    ) throws(LoweringObstacle) -> Measuring

    /// Returns the requirement as counters of rows, which are faster than measuring; nil where
    /// counting is not enough.
    func counted(
        _ requirement: PlannedQuantityRequirement, _ limits: Limits, due: Day?,
        _ lowering: RuleLowering, table: Int
    ) throws(LoweringObstacle) -> LoweredForm?
}

extension PlannedQuantity {
    var isPerSubperiod: Bool { true }

    func counted(
        _ requirement: PlannedQuantityRequirement, _ limits: Limits, due: Day?,
        _ lowering: RuleLowering, table: Int
    ) throws(LoweringObstacle) -> LoweredForm? { nil }
}

/// The rows of one subject that a quantity is computed from.
protocol QuantitySource {
    func reading(in stretch: Stretch) throws(EvaluationError) -> Measurement
}

extension PlannedQuantity {
    /// Returns the window as a whole.
    func whole(
        due: Day?, _ frame: Frame, _ shortage: inout Shortage
    ) throws(EvaluationError) -> Stretch? {
        guard let window else { return .always(due: due, frame) }
        return try window.whole(due: due, frame, &shortage)
    }
}

extension Stretch {
    /// Returns all time, open until `due`.
    static func always(due: Day?, _ frame: Frame) -> Stretch {
        Stretch(
            id: "all", title: .init(zh: "全部", en: "all time"), period: nil, certain: allDays,
            possible: allDays, horizon: frame.asOf, limit: due,
            isOver: due.map { frame.asOf >= $0 } ?? true)
    }
}
