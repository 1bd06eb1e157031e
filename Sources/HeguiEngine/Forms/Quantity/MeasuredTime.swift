import CEL
import HeguiCalendar
import HeguiColumns
import HeguiDiagnostics
import HeguiPack
import Synchronization

/// The stretches of time in which a quantity of subjects is asked for.
enum MeasuredTime: Sendable {
    case forAll([Stretch])
    case bySubject(Bound)

    /// A window that columns of its subject bound.
    struct Bound: Sendable {
        let from: CellKernel?
        let until: CellKernel?
        let window: PlannedWindow
        let division: Division?
        let due: Day?
        let background: FrameBackground
    }

    var isForAll: Bool {
        if case .forAll = self { true } else { false }
    }

    /// What `period` is in each stretch; one that is nil where it differs by subject.
    var periods: [CalendarPeriod?] {
        switch self {
        case .forAll(let stretches): stretches.map(\.period)
        case .bySubject: [nil]
        }
    }

    func stretches(_ subjects: WorkedRows) -> MeasuredKernel.Stretches {
        switch self {
        case .forAll(let stretches): return { _, _ in stretches }
        case .bySubject(let bound):
            let from = bound.from.map { subjects.cells($0) }
            let until = bound.until.map { subjects.cells($0) }
            // Many subjects are bound by the same days.
            let known = (0..<max(1, subjects.threads)).map { _ in KnownStretches() }
            return { subject, worker in
                let days = (
                    from?[subject] ?? ColumnCells.absent, until?[subject] ?? ColumnCells.absent
                )
                // Without its first day a window is the plain evaluator's to judge.
                guard days.0 != ColumnCells.special, days.1 != ColumnCells.special,
                    from == nil || days.0 != ColumnCells.absent
                else { return nil }
                return known[worker % known.count].stretches(days.0, days.1) {
                    bound.stretches(days.0, days.1)
                }
            }
        }
    }

    /// Stretches by the days that bound them.
    private final class KnownStretches: Sendable {
        private let known = Locked<[UInt64: [Stretch]?]>([:])

        func stretches(
            _ from: Int32, _ until: Int32, make: () -> [Stretch]?
        ) -> [Stretch]? {
            let days = UInt64(UInt32(bitPattern: from)) << 32 | UInt64(UInt32(bitPattern: until))
            if let found = known.withLock({ $0[days] }) { return found }
            let made = make()
            known.withLock { $0[days] = .some(made) }
            return made
        }
    }
}

extension MeasuredTime.Bound {
    /// Returns nil where the plain evaluator is to tell.
    fileprivate func stretches(_ from: Int32, _ until: Int32) -> [Stretch]? {
        func day(_ cell: Int32) -> Day? {
            cell == ColumnCells.absent ? nil : Day(number: cell)
        }
        var missing = MissingOperands()
        let stretches = try? window.stretches(
            each: division, due: due, from: day(from), until: day(until), background.frame,
            &missing)
        return missing.isAny ? nil : stretches
    }
}

extension PlannedQuantityRequirement {
    /// The stretches of time in which the quantity is asked for.
    func time(
        _ lowering: RuleLowering, due: Day?, table: Int
    ) throws(LoweringObstacle) -> MeasuredTime {
        guard let window = quantity.window, !window.isForAll else {
            return .forAll(try stretches(lowering, due: due))
        }
        if window.hasExcusals {
            throw LoweringObstacle("有些日子不计", "it leaves out days that are excused")
        }
        try window.checkDays()
        _ = try lowering.constant(window.grace)
        guard quantity.isPerSubperiod else {
            throw LoweringObstacle("时段因对象而异", "its time differs by subject")
        }
        return .bySubject(
            MeasuredTime.Bound(
                from: try window.from.map { (day) throws(LoweringObstacle) in
                    try lowering.day(day, table)
                },
                until: try window.until.map { (day) throws(LoweringObstacle) in
                    try lowering.day(day, table)
                },
                window: window, division: division, due: due, background: lowering.background))
    }

    /// The stretches of time of a window that is the same for every subject.
    func stretches(
        _ lowering: RuleLowering, due: Day?
    ) throws(LoweringObstacle) -> [Stretch] {
        if let window = quantity.window {
            guard window.isForAll else {
                throw LoweringObstacle("时段因对象而异", "its time differs by subject")
            }
            try window.checkDays()
            _ = try lowering.constant(window.grace)
        }
        var missing = MissingOperands()
        let stretches = try? stretches(due: due, lowering.frame, &missing)
        guard let stretches, !missing.isAny,
            stretches.allSatisfy({ $0.demands == [.full] && $0.certain == $0.possible })
        else { throw LoweringObstacle("时段无法确定", "its time cannot be told") }
        return stretches
    }
}

extension PlannedWindow {
    /// Refuses rows that are spread over days.
    func checkDays() throws(LoweringObstacle) {
        if spreadsRows { throw LoweringObstacle("按天分摊", "it spreads rows over days") }
    }
}
