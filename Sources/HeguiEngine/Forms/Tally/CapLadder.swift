import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack

/// The most that rows may give together, from the narrowest extent to the widest.
struct CapLadder {
    /// For one row.
    private(set) var row: Ratio?
    private(set) var steps: [Step] = []
    /// Where the cap of a row is written.
    private(set) var rowPlace: Span?
    var probe: BoundaryProbe?

    struct Step {
        let extent: Cap.Extent
        let atMost: Ratio
        let place: Span?
    }

    /// Whether any cap looks at the day of a row.
    var asksForDays: Bool { steps.contains { $0.extent != .total } }
    /// Whether any cap is for single days.
    var asksForSingleDays: Bool { steps.contains { $0.extent == .day } }

    mutating func add(_ extent: Cap.Extent, _ atMost: Ratio, at place: Span?) {
        if extent == .row {
            (row, rowPlace) = (atMost, place)
        } else {
            steps.append(Step(extent: extent, atMost: atMost, place: place))
        }
    }

    /// Returns what a row gives under its own cap.
    func capped(row whole: Interval) -> Interval {
        probe?.compare(rowPlace, whole.number, with: row)
        return whole.limited(floor: nil, ceiling: row)
    }

    /// Returns what the entries give together.
    func sum(_ entries: [TallyEntry]) throws(EvaluationError) -> Interval {
        var items = entries.map {
            Item(days: $0.days, amount: $0.amount, isSeveral: $0.standsForSeveral)
        }
        for step in steps { items = try capped(items, step) }
        var sum = Interval.zero
        for item in items { sum = try sum.plus(item.amount) }
        return sum
    }

    private struct Item {
        var days: DayRange?
        var amount: Interval
        /// Rows of unknown days may each be under a cap of its own.
        var isSeveral = false
    }

    /// Takes the items of one extent together. One of which that is not known is a group of its
    /// own for what they give at most, and absent for what they give at least.
    private func capped(
        _ items: [Item], _ step: Step
    ) throws(EvaluationError) -> [Item] {
        var places: [DayRange: Int] = [:]
        var result: [Item] = []
        for var item in items {
            guard let group = Self.group(of: item.days, step.extent) else {
                item.amount.lower = .zero
                result.append(item)
                continue
            }
            if let place = places[group] {
                result[place].amount = try result[place].amount.plus(item.amount)
            } else {
                places[group] = result.count
                result.append(Item(days: group, amount: item.amount))
            }
        }
        return result.map { item in
            if item.isSeveral { return item }
            probe?.compare(step.place, item.amount.number, with: step.atMost)
            let amount = item.amount.limited(floor: nil, ceiling: step.atMost)
            return Item(days: item.days, amount: amount)
        }
    }

    /// The days that are taken together with `days`, where they are known to be.
    private static func group(of days: DayRange?, _ extent: Cap.Extent) -> DayRange? {
        if extent == .total { return Stretch.allDays }
        guard let days else { return nil }
        let group: DayRange =
            switch extent {
            case .month: CalendarPeriod(containing: days.first, unit: .month).days
            case .quarter: CalendarPeriod(containing: days.first, unit: .quarter).days
            case .half: CalendarPeriod(containing: days.first, unit: .half).days
            case .year: CalendarPeriod(containing: days.first, unit: .year).days
            case .row, .day, .total: DayRange(days.first)
            }
        return group.contains(days) ? group : nil
    }
}
