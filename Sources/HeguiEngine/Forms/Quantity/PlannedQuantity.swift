import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiReview

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
        _ requirement: PlannedQuantityRequirement, within limits: Limits, due: Day?,
        _ lowering: RuleLowering, table: Int
    ) throws(LoweringObstacle) -> LoweredForm?
}

extension PlannedQuantity {
    var isPerSubperiod: Bool { true }

    func counted(
        _ requirement: PlannedQuantityRequirement, within limits: Limits, due: Day?,
        _ lowering: RuleLowering, table: Int
    ) throws(LoweringObstacle) -> LoweredForm? { nil }
}

/// The rows of one subject that a quantity is computed from.
protocol QuantitySource {
    func measurement(in stretch: Stretch) throws(EvaluationError) -> Measurement
}

extension PlannedQuantity {
    /// Returns the window as a whole.
    func whole(
        due: Day?, _ frame: Frame, _ missing: inout MissingOperands
    ) throws(EvaluationError) -> Stretch? {
        guard let window else { return .always(due: due, frame) }
        return try window.whole(due: due, frame, &missing)
    }
}

extension Stretch {
    /// Returns all time, unsettled until `due`.
    static func always(due: Day?, _ frame: Frame) -> Stretch {
        Stretch(
            id: "all", title: .init(zh: "全部", en: "all time"), period: nil, certain: allDays,
            possible: allDays, horizon: frame.asOf, limit: due,
            isOver: due.map { frame.asOf >= $0 } ?? true)
    }
}

/// What a quantity comes to over a stretch of time.
struct Measurement {
    enum State {
        /// It lies in the interval.
        case measured
        /// There is nothing to measure.
        case empty
        /// It may be anything, or there may be nothing to measure.
        case unknown
    }

    var state = State.measured
    var interval: Interval
    /// What is missing where the interval is no point.
    var causes: [UnknownCause] = []
    var sources: [CellAddress] = []
    /// Of a share, the cells of the rows that it counts, while `sources` are those that it lacks.
    var counted: [CellAddress] = []
    /// What it is made up of.
    var parts: [OutcomePart] = []
    var share: Share?
    var undecided = UndecidedShare()
    var run: Run?

    /// The days of a streak's run, if it is known which one it is.
    struct Run {
        /// nil: there is no run.
        var days: DayRange?
        var isCertain: Bool
    }

    init(_ interval: Interval) {
        self.interval = interval
    }
}

/// A row of a relation and when it was.
struct DatedRow {
    let row: RowReference
    let days: RowDays
    /// Why it is not known whether the row is the subject's; empty where it is.
    var doubts: [UnknownCause] = []

    /// Returns the rows that a selection has, and those that it may have.
    static func all(
        of selection: PlannedSelection, known: [RowReference], and open: OpenPart?,
        by rowDay: PlannedRowDay?, _ frame: Frame
    ) throws(EvaluationError) -> [DatedRow] {
        let rows = try all(known, by: rowDay, frame)
        guard let open, !open.rows.isEmpty else { return rows }
        return try rows
            + all(selection.possibleRows(of: open), by: rowDay, frame, doubts: open.causes)
    }

    private static func all(
        _ rows: [RowReference], by rowDay: PlannedRowDay?, _ frame: Frame,
        doubts: [UnknownCause] = []
    ) throws(EvaluationError) -> [DatedRow] {
        var result: [DatedRow] = []
        result.reserveCapacity(rows.count)
        for row in rows {
            let days = try rowDay?.read(frame.looking(at: row)) ?? .any
            result.append(DatedRow(row: row, days: days, doubts: doubts))
        }
        return result
    }

    /// Returns whether the row is the subject's and belongs to `stretch`.
    func belongs(to stretch: Stretch) -> Answer<Bool> {
        let isThen = isThen(stretch)
        return doubts.isEmpty ? isThen : isThen.and(.unknown(doubts))
    }

    private func isThen(_ stretch: Stretch) -> Answer<Bool> {
        switch days {
        case .any: return .known(true)
        case .unknown(let causes): return .unknown(causes)
        case .on(let days, var causes):
            if let answer = stretch.holds(days) { return .known(answer) }
            causes.formUnion(stretch.causes)
            return .unknown(causes)
        case .spread(let days):
            guard let possible = stretch.possible, possible.intersects(days),
                days.first <= stretch.horizon
            else { return .known(false) }
            return .known(true)
        }
    }
}
