import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack

/// A quantity whose expressions are programs.
protocol PlannedQuantity: Sendable {
    var window: PlannedWindow? { get }
    /// Whether it can fall while its window is open.
    var canFall: Bool { get }
    /// Whether it is a whole number.
    var isWhole: Bool { get }
    /// Whether it is a share, which people read in percent.
    var isShare: Bool { get }

    /// Returns the subject's rows, ready to be measured, or what is missing to tell them.
    func source(_ frame: Frame) throws(EvaluationError) -> Answer<any QuantitySource>
}

/// The rows of one subject that a quantity is computed from.
protocol QuantitySource {
    func reading(in stretch: Stretch) throws(EvaluationError) -> Reading
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

extension Planner {
    func plan(_ quantity: Quantity, subject: Int) -> (any PlannedQuantity)? {
        switch quantity {
        case .tally(let tally): PlannedTally(tally, self, subject)
        case .rate(let rate): PlannedRate(rate, self, subject)
        case .score(let score): PlannedScore(score, self, subject)
        case .streak(let streak): PlannedStreak(streak, self, subject)
        }
    }

    /// Returns the plan of `window`; nil in `window` stays nil, a relation that is not there is none.
    func plan(_ window: Window?, subject: Int) -> PlannedWindow?? {
        guard let window else { return .some(nil) }
        return PlannedWindow(window, self, subject).map { .some($0) }
    }
}
