import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack

/// Days that do not count, from rows of a relation.
struct PlannedExcusal: Sendable {
    private let selection: PlannedSelection
    private let from: PlannedExpression
    private let until: PlannedExpression
    private let evidence: RowEvidence

    /// The days that are excused for certain, and those that may be.
    struct Days {
        var certain = DaySet()
        var possible = DaySet()
        /// What is missing where they differ.
        var causes: [UnknownCause] = []
        /// The rows that excuse them, each with all the days that it may, and its excusal.
        fileprivate(set) var rows: [(row: RowReference, days: DayRange, excusal: PlannedExcusal)] =
            []

        /// Returns the cells of the rows that excuse days of `piece`.
        func cells(_ piece: DayRange, _ rowStore: RowStore) -> [CellAddress] {
            rows.reduce(into: []) { cells, one in
                guard one.days.intersects(piece) else { return }
                one.excusal.evidence.collect(one.row, rowStore, into: &cells)
            }
        }
    }

    init?(_ excusal: Window.Excusal, _ planner: Planner, subject table: Int) {
        guard let selection = PlannedSelection(excusal.rows, planner, subject: table) else {
            return nil
        }
        self.selection = selection
        from = PlannedExpression(
            excusal.from, planner: planner, subject: table, row: selection.table)
        until = PlannedExpression(
            excusal.until, planner: planner, subject: table, row: selection.table)
        evidence = RowEvidence(
            [excusal.part], of: excusal.rows.relation, row: selection.table, planner.schema,
            tells: \.isDay)
    }

    /// Adds the excused days; notes a relation that cannot be told at all.
    func collect(
        _ frame: Frame, into days: inout Days, _ missing: inout MissingOperands
    ) throws(EvaluationError) {
        switch try selection.chosen(frame) {
        case .unknown(let causes): missing.note(causes)
        case .known(let chosen):
            for row in chosen.certain { try add(row, frame, isCertain: true, to: &days) }
            for row in chosen.possible { try add(row, frame, isCertain: false, to: &days) }
            days.causes.formUnion(chosen.causes)
        }
    }

    private func add(
        _ row: RowReference, _ outer: Frame, isCertain: Bool, to days: inout Days
    ) throws(EvaluationError) {
        let frame = outer.looking(at: row)
        // Without a first day it may be any up to the last one; without a last day it goes on.
        var first = Stretch.allDays
        var last = DayRange(Day.maximum)
        var hasFirst = false
        switch try from.day(frame) {
        case .known(let day?):
            (first, hasFirst) = (day.days, true)
            days.note(day)
        case .known(nil): days.causes.formUnion(from.missingCells(frame))
        case .unknown(let causes): days.causes.formUnion(causes)
        }
        switch try until.day(frame) {
        case .known(let day?):
            last = day.days
            days.note(day)
            if !hasFirst { first = DayRange(first: .minimum, last: day.days.first) ?? first }
        case .known(nil): break
        case .unknown(let causes):
            days.causes.formUnion(causes)
            last = DayRange(first: first.first, last: .maximum) ?? last
        }
        if let all = DayRange(first: first.first, last: last.last) {
            days.possible.insert(all)
            days.rows.append((row, all, self))
        }
        if isCertain, let sure = DayRange(first: first.last, last: last.first) {
            days.certain.insert(sure)
        }
    }
}

extension PlannedExcusal.Days {
    fileprivate mutating func note(_ day: DayValue) {
        if !day.days.isOneDay, let cause = day.cause { causes.formUnion([cause]) }
    }
}
