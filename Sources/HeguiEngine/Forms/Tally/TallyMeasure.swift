import HeguiCalendar
import HeguiColumns
import HeguiPack

/// The number of a subject's rows or the sum of their values, under caps.
struct TallyMeasure: StretchMeasure {
    /// The most that rows of one extent give together, in units of `scale`.
    struct Step: Sendable {
        let extent: Cap.Extent
        let atMost: Int64
    }

    let index: ReverseIndex
    /// By stretch, or one for all: which rows count.
    let conditions: [Codes]
    let days: ColumnCells?
    let amounts: ColumnCells?
    /// By cell of `amounts`, in units of `scale`.
    let values: [Int64]
    /// By stretch, or one for all: what tells rows apart.
    let distinct: [[ColumnCells]]
    let rowCap: Int64?
    let steps: [Step]
    /// How many units one is.
    let scale: Int64

    private struct Item {
        var day: Int32
        var amount: Int64
        /// The row, by which its keys are found.
        let row: Int
    }

    func measured(_ subject: Int, _ stretch: MeasuredStretch) -> Measured {
        guard let sum = sum(subject, stretch), let ratio = Ratio(sum, scale) else {
            return .unsettled
        }
        return .number(Interval(exactly: ratio))
    }

    /// Returns the sum in units of `scale`; nil where the plain evaluator is to tell.
    private func sum(_ subject: Int, _ stretch: MeasuredStretch) -> Int64? {
        let conditions = conditions[min(stretch.number, conditions.count - 1)]
        let keys = distinct[min(stretch.number, distinct.count - 1)]
        let isPlain = keys.isEmpty && steps.isEmpty
        var items: [Item] = []
        var sum: Int64 = 0
        for found in index.rows(of: subject) {
            let row = Int(found)
            let day = days?[row] ?? stretch.first
            guard day > ColumnCells.special else { return nil }
            let truth = conditions[row]
            if truth == TruthBlock.no || days != nil && !stretch.contains(day) { continue }
            guard truth == TruthBlock.yes, let amount = amount(row) else { return nil }
            if isPlain {
                guard Self.add(amount, to: &sum) else { return nil }
            } else if keys.allSatisfy({ $0[row] != ColumnCells.special }) {
                Self.take(Item(day: day, amount: amount, row: row), keys, into: &items)
            } else {
                return nil
            }
        }
        return isPlain ? sum : total(&items)
    }

    private func amount(_ row: Int) -> Int64? {
        var amount = scale
        if let amounts {
            let cell = amounts[row]
            guard cell >= 0 else { return nil }
            amount = values[Int(cell)]
        }
        return rowCap.map { min($0, amount) } ?? amount
    }

    private static func add(_ amount: Int64, to sum: inout Int64) -> Bool {
        let (result, overflow) = sum.addingReportingOverflow(amount)
        sum = result
        return !overflow
    }

    /// Adds a row; of those with the same keys the highest counts, on its day.
    private static func take(_ item: Item, _ keys: [ColumnCells], into items: inout [Item]) {
        let same =
            keys.isEmpty
            ? nil
            : items.firstIndex { other in keys.allSatisfy { $0[other.row] == $0[item.row] } }
        guard let same else { return items.append(item) }
        if item.amount > items[same].amount {
            items[same].amount = item.amount
            items[same].day = item.day
        }
    }

    private func total(_ items: inout [Item]) -> Int64? {
        if steps.contains(where: { $0.extent != .total }) {
            items.sort { $0.day < $1.day }
        }
        for step in steps {
            var groups: [Item] = []
            for item in items {
                let group = Self.group(of: item.day, step.extent)
                if let last = groups.indices.last, groups[last].day == group {
                    guard Self.add(item.amount, to: &groups[last].amount) else { return nil }
                } else {
                    groups.append(Item(day: group, amount: item.amount, row: item.row))
                }
            }
            items = groups.map {
                Item(day: $0.day, amount: min($0.amount, step.atMost), row: $0.row)
            }
        }
        var sum: Int64 = 0
        for item in items where !Self.add(item.amount, to: &sum) { return nil }
        return sum
    }

    /// The first of the days that are taken together with `day`.
    private static func group(of day: Int32, _ extent: Cap.Extent) -> Int32 {
        let unit: CalendarUnit
        switch extent {
        case .row, .day: return day
        case .total: return 0
        case .month: unit = .month
        case .quarter: unit = .quarter
        case .half: unit = .half
        case .year: unit = .year
        }
        return CalendarPeriod(containing: Day(number: day), unit: unit).start.number
    }
}
