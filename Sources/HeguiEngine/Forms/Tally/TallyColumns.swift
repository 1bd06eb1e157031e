import HeguiCalendar
import HeguiColumns
import HeguiPack

/// A tally as work on columns of its rows, before they are worked out.
struct TallyColumns: Sendable {
    let relation: Int
    /// By stretch, or one for all.
    let conditions: [[TruthKernel]]
    let day: CellKernel?
    let amount: NumberKernel?
    /// By stretch, or one for all.
    let distinct: [[CellKernel]]
    private let rowCap: Int64?
    private let steps: [TallyMeasure.Step]
    private let scale: Int64
    private let values: [Int64]

    /// - Throws: an obstacle where numbers have no common unit of a useful size.
    init(
        relation: Int, conditions: [[TruthKernel]], day: CellKernel?, amount: NumberKernel?,
        distinct: [[CellKernel]], caps: [(extent: Cap.Extent, atMost: Ratio)]
    ) throws(LoweringObstacle) {
        self.relation = relation
        self.conditions = conditions
        self.day = day
        self.amount = amount
        self.distinct = distinct
        let numbers = (amount?.values ?? []) + caps.map(\.atMost)
        guard let unit = CommonUnit(of: numbers) else {
            throw LoweringObstacle("数值的分母太大", "its numbers have no common unit")
        }
        scale = unit.scale
        values = (amount?.values ?? []).compactMap(unit.units)
        var (rowCap, steps): (Int64?, [TallyMeasure.Step]) = (nil, [])
        for cap in caps {
            guard let atMost = unit.units(cap.atMost) else { continue }
            if cap.extent == .row {
                rowCap = atMost
            } else {
                steps.append(TallyMeasure.Step(extent: cap.extent, atMost: atMost))
            }
        }
        (self.rowCap, self.steps) = (rowCap, steps)
    }

    func measure(_ store: ColumnStore) -> TallyMeasure? {
        guard let relation = RelationRows(relation, store) else { return nil }
        let rows = relation.rows
        return TallyMeasure(
            index: relation.index, conditions: conditions.map { rows.truth($0) },
            days: day.map { rows.cells($0) }, amounts: amount.map { rows.cells($0.cells) },
            values: values, distinct: distinct.map { $0.map { rows.cells($0) } },
            rowCap: rowCap, steps: steps, scale: scale)
    }
}

/// A fraction of which several numbers are whole multiples.
struct CommonUnit {
    /// How many units one is.
    let scale: Int64

    private static let most: Int64 = 1_000_000_000

    /// Returns nil where there is none of a useful size.
    init?(of numbers: [Ratio]) {
        var scale: Int64 = 1
        for number in numbers {
            var (a, b) = (scale, number.denominator)
            while b != 0 { (a, b) = (b, a % b) }
            let (product, overflow) = (scale / a).multipliedReportingOverflow(
                by: number.denominator)
            guard !overflow, product <= Self.most else { return nil }
            scale = product
        }
        guard
            numbers.allSatisfy({ number in
                !number.numerator.multipliedReportingOverflow(by: scale / number.denominator)
                    .overflow
            })
        else { return nil }
        self.scale = scale
    }

    /// Returns a number in units; nil for one that is no multiple.
    func units(_ number: Ratio) -> Int64? {
        guard scale % number.denominator == 0 else { return nil }
        let (units, overflow) = number.numerator.multipliedReportingOverflow(
            by: scale / number.denominator)
        return overflow ? nil : units
    }
}

extension PlannedTally {
    func measuring(
        _ lowering: RuleLowering, _ periods: [CalendarPeriod?], table: Int
    ) throws(LoweringObstacle) -> Measuring {
        let columns = try columns(lowering, periods, table: table)
        return { columns.measure($0) }
    }

    /// Returns the tally as work on columns; `periods` are those that it is counted in.
    func columns(
        _ lowering: RuleLowering, _ periods: [CalendarPeriod?], table: Int
    ) throws(LoweringObstacle) -> TallyColumns {
        try window?.checkDays()
        let link = try lowering.link(selection, table)
        var distinct: [[CellKernel]] = []
        for period in RuleLowering.looksAtPeriod(self.distinct) ? periods : [nil] {
            distinct.append(try lowering.keys(self.distinct, link, in: period))
        }
        var amount: NumberKernel?
        if let value {
            if RuleLowering.looksAtPeriod([value]) { throw RuleLowering.obstacle(value) }
            let kernel = lowering.lowering(value.source, link.roots).numbers()
            amount = try RuleLowering.lowered(value, kernel)
        }
        var caps: [(extent: Cap.Extent, atMost: Ratio)] = []
        for cap in self.caps {
            guard let atMost = try lowering.constant(cap.atMost) else { continue }
            caps.append((cap.extent, atMost))
        }
        let day = try day(lowering, link)
        if day == nil, caps.contains(where: { $0.extent != .row && $0.extent != .total }) {
            throw LoweringObstacle("封顶按日期，而没有日期", "its caps go by days that rows lack")
        }
        return try TallyColumns(
            relation: link.number,
            conditions: lowering.conditions(
                [selection.condition].compactMap(\.self), link, in: periods),
            day: day, amount: amount, distinct: distinct, caps: caps)
    }

    /// The day of the rows, where the window looks at it.
    func day(
        _ lowering: RuleLowering, _ link: RuleLowering.Link
    ) throws(LoweringObstacle) -> CellKernel? {
        guard case .on(let day)? = rowDay else { return nil }
        return try lowering.day(day, link)
    }
}
