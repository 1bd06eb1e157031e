import HeguiCalendar
import HeguiColumns
import HeguiPack
import HeguiTables

/// The longest run of sub-periods whose bounds are broken.
struct PeriodStreakMeasure: StretchMeasure {
    let run: StreakQuantity.Run
    let quantity: any StretchMeasure
    let limits: Limits
    let stretches: [Stretch]

    func measured(_ subject: Int, _ stretch: MeasuredStretch) -> Measured {
        var found = StreakElements()
        for (number, part) in stretches.enumerated() where part.isOver {
            guard let days = part.possible else { continue }
            var element = StreakElements.Element(days: days, least: false, most: false)
            switch quantity.measured(subject, MeasuredStretch(number, part)) {
            case .unsettled: return .unsettled
            case .empty: element.isLeftOut = true
            case .number(let interval):
                guard let side = limits.side(of: interval) else { return .unsettled }
                element.least = side != .within
                element.most = element.least
            }
            found.elements.append(element)
        }
        return .number(Interval(exactly: Ratio(Int64(found.runs(run).least.length))))
    }
}

/// The longest run of rows that are misses.
struct RowStreakMeasure: StretchMeasure {
    let run: StreakQuantity.Run
    let index: ReverseIndex
    let days: ColumnCells
    let chosen: Codes
    let skipped: Codes?
    let missed: Codes
    /// Rows after this day do not count.
    let asOf: Int32
    /// Whether rows of one day stand in the order of their keys.
    let hasKeys: Bool

    func measured(_ subject: Int, _ stretch: MeasuredStretch) -> Measured {
        var elements: [(day: Int32, isMissed: Bool)] = []
        for found in index.rows(of: subject) {
            let row = Int(found)
            guard days[row] > ColumnCells.special else { return .unsettled }
            if days[row] > asOf || chosen[row] == TruthBlock.no { continue }
            let isSkipped = skipped?[row] ?? TruthBlock.no
            guard chosen[row] == TruthBlock.yes, isSkipped != TruthBlock.unsettled else {
                return .unsettled
            }
            if isSkipped == TruthBlock.yes { continue }
            guard missed[row] != TruthBlock.unsettled else { return .unsettled }
            elements.append((days[row], missed[row] == TruthBlock.yes))
        }
        // A stable order: rows of one day stay in theirs.
        let sorted = elements.enumerated().sorted {
            ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
        }.map(\.element)
        let ties = zip(sorted, sorted.dropFirst()).contains { left, right in
            left.day == right.day && left.isMissed != right.isMissed
        }
        if ties, hasKeys { return .unsettled }
        return .number(Interval(exactly: Ratio(length(sorted))))
    }

    private func length(_ elements: [(day: Int32, isMissed: Bool)]) -> Int64 {
        var (best, current) = (Int64(0), Int64(0))
        for element in elements {
            if element.isMissed {
                current += 1
            } else if run != .total {
                current = 0
            }
            best = max(best, current)
        }
        return run == .longest ? best : current
    }
}

extension PlannedStreak {
    func measuring(
        _ lowering: RuleLowering, _ periods: [CalendarPeriod?], table: Int
    ) throws(LoweringObstacle) -> Measuring {
        switch elements {
        case .periods(let form):
            let limits = try form.bounds.forAll(lowering)
            let due = try lowering.constant(form.due)
            let stretches = try form.stretches(lowering, due: due)
            let measuring = try form.quantity.measuring(
                lowering, stretches.map(\.period), table: table)
            let run = run
            return { store in
                measuring(store).map {
                    PeriodStreakMeasure(
                        run: run, quantity: $0, limits: limits, stretches: stretches)
                }
            }
        case .rows(let rows): return try rows.measuring(run, lowering, table: table)
        }
    }
}

extension PlannedStreakRows {
    fileprivate func measuring(
        _ run: StreakQuantity.Run, _ lowering: RuleLowering, table: Int
    ) throws(LoweringObstacle) -> Measuring {
        let link = try lowering.link(selection, table)
        let day = try lowering.day(day.first, link)
        let chosen = try lowering.conditions(
            [selection.condition].compactMap(\.self), link, in: [nil])[0]
        let skipped = try lowering.conditions([skip].compactMap(\.self), link, in: [nil])[0]
        let missed = try lowering.truth(miss, link)
        let hasSkip = skip != nil
        let asOf = lowering.asOf.number
        return { store in
            guard let relation = RelationRows(link.number, store) else { return nil }
            return RowStreakMeasure(
                run: run, index: relation.index, days: relation.rows.cells(day),
                chosen: relation.rows.truth(chosen),
                skipped: hasSkip ? relation.rows.truth(skipped) : nil,
                missed: relation.rows.truth([missed]), asOf: asOf,
                hasKeys: !relation.rows.table.dataset.key.isEmpty)
        }
    }
}
