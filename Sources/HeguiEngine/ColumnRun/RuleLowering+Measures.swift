import CEL
import HeguiCalendar
import HeguiColumns
import HeguiDiagnostics
import HeguiIntake
import HeguiPack

extension RuleLowering {
    /// A quantity that is worked out subject by subject from columns of its rows.
    func measured(
        _ form: QuantityRequirement, _ quantity: PlannedQuantityForm,
        _ limits: MeasuredLimits, _ due: Day?, _ asked: Asked
    ) throws(LoweringObstacle) -> LoweredRule.Form {
        let time = try time(form, quantity, due, asked)
        let measuring = try measuring(form.quantity, time.periods, asked)
        let canFall = quantity.quantity.canFall
        let isNumber = time.isForAll && !quantity.quantity.isShare
        let table = asked.table
        let relations = form.quantity.parts.relations.compactMap {
            plan.schema.number(of: $0, from: table)
        }
        return .later { store in
            guard let measure = measuring(store) else { return nil }
            let subjects = WorkedRows(table: store.tables.tables[table], threads: store.threads)
            let stretches = time.stretches(subjects)
            let demand: MeasuredForm.Demand
            switch limits {
            case .forAll(let all):
                demand = MeasuredForm.Demand(
                    limits: { _ in all }, canFall: canFall, isSoft: asked.isSoft,
                    required: isNumber ? all.text(\.text) : nil)
            case .bySubject(let bounds):
                demand = MeasuredForm.Demand(
                    limits: bounds.worked(subjects), canFall: canFall, isSoft: asked.isSoft,
                    required: nil)
            }
            // Of those that stand below themselves nothing is known.
            let cycles = relations.reduce(into: Set<Int>()) { cycles, relation in
                cycles.formUnion(store.hierarchy(ofRelation: relation)?.cycles ?? [])
            }
            return MeasuredForm(
                measure, subjects: subjects.table.rowCount, demand, threads: store.threads,
                stretches: { cycles.contains($0) ? nil : stretches($0, $1) })
        }
    }

    /// A measure whose columns are still to be worked out.
    typealias Measuring = @Sendable (ColumnStore) -> (any StretchMeasure)?

    private func measuring(
        _ quantity: Quantity, _ periods: [CalendarPeriod?], _ asked: Asked
    ) throws(LoweringObstacle) -> Measuring {
        switch quantity {
        case .tally(let tally):
            let columns = try columns(tally, periods, asked)
            return { columns.measure($0) }
        case .rate(let rate):
            let columns = try columns(rate, periods, asked)
            return { columns.measure($0) }
        case .score(let score): return try self.score(score, periods, asked)
        case .streak(let streak): return try self.streak(streak, asked)
        }
    }

    /// The day of a relation's rows, where the window looks at it.
    func rowDay(
        _ window: Window?, _ link: Link
    ) throws(LoweringObstacle) -> CellKernel? {
        guard case .on(let expression)? = window?.rowDay else { return nil }
        guard let kernel = lowering(expression, link.roots).day() else {
            throw Self.obstacle(expression)
        }
        return kernel
    }

    /// Refuses rows that are spread over days.
    func checkDays(_ window: Window) throws(LoweringObstacle) {
        if case .spread? = window.rowDay {
            throw LoweringObstacle("按天分摊", "it spreads rows over days")
        }
    }

    /// The conditions of each period, or one for all where none looks at the period.
    private func conditions(
        _ expressions: [Expression], _ link: Link, _ periods: [CalendarPeriod?]
    ) throws(LoweringObstacle) -> [[TruthKernel]] {
        var all: [[TruthKernel]] = []
        for period in Self.looksAtPeriod(expressions) ? periods : [nil] {
            var kernels: [TruthKernel] = []
            for expression in expressions { kernels.append(try truth(expression, link, period)) }
            all.append(kernels)
        }
        return all
    }

    private static func looksAtPeriod(_ expressions: [Expression]) -> Bool {
        expressions.contains { $0.checked.variables.contains("period") }
    }

    func columns(
        _ tally: TallyQuantity, _ periods: [CalendarPeriod?], _ asked: Asked
    ) throws(LoweringObstacle) -> TallyColumns {
        if let window = tally.window { try checkDays(window) }
        let selection = tally.selection
        let link = try link(selection.relation, selection.variable, asked.table)
        var distinct: [[CellKernel]] = []
        for period in Self.looksAtPeriod(tally.distinct) ? periods : [nil] {
            distinct.append(try self.distinct(tally.distinct, link, period))
        }
        var amount: NumberKernel?
        if let value = tally.value {
            if Self.looksAtPeriod([value]) { throw Self.obstacle(value) }
            guard let kernel = lowering(value, link.roots).numbers() else {
                throw Self.obstacle(value)
            }
            amount = kernel
        }
        var caps: [(extent: Cap.Extent, atMost: Ratio)] = []
        for cap in tally.caps.sorted(by: { $0.per < $1.per }) {
            let operand = PlannedOperand(cap.atMost, planner: planner, subject: asked.table)
            guard let atMost = try constant(cap.atMost, operand) else { continue }
            caps.append((cap.per, atMost))
        }
        let day = try rowDay(tally.window, link)
        if day == nil, caps.contains(where: { $0.extent != .row && $0.extent != .total }) {
            throw LoweringObstacle("封顶按日期，而没有日期", "its caps go by days that rows lack")
        }
        return try TallyColumns(
            relation: link.number,
            conditions: conditions(
                [selection.condition].compactMap(\.self), link, periods),
            day: day, amount: amount, distinct: distinct, caps: caps)
    }

    private func columns(
        _ rate: RateQuantity, _ periods: [CalendarPeriod?], _ asked: Asked
    ) throws(LoweringObstacle) -> RateColumns {
        if let window = rate.window { try checkDays(window) }
        let link = try link(rate.relation, rate.variable, asked.table)
        let counted = [rate.denominator].compactMap(\.self)
        let fulfilled = counted + [rate.numerator]
        let confirmed = fulfilled + [rate.confirmed].compactMap(\.self)
        let all = Self.looksAtPeriod(confirmed) ? periods : [nil]
        var conditions: [RateColumns.Conditions] = []
        for period in all {
            conditions.append(
                RateColumns.Conditions(
                    counted: try self.conditions(counted, link, [period])[0],
                    fulfilled: try self.conditions(fulfilled, link, [period])[0],
                    confirmed: try self.conditions(confirmed, link, [period])[0]))
        }
        return RateColumns(
            relation: link.number, day: try rowDay(rate.window, link), conditions: conditions)
    }

    private func score(
        _ score: ScoreQuantity, _ periods: [CalendarPeriod?], _ asked: Asked
    ) throws(LoweringObstacle) -> Measuring {
        func number(_ operand: Operand<Ratio>?) throws(LoweringObstacle) -> Ratio? {
            try constant(operand, planner.plan(operand, subject: asked.table))
        }
        var blocks: [ScoreColumns.Block] = []
        for block in score.blocks {
            var items: [ScoreColumns.Item] = []
            for item in block.items {
                switch item.kind {
                case .add(let tally): items.append(.add(try columns(tally, periods, asked)))
                case .deduct(let tally):
                    items.append(.deduct(try columns(tally, periods, asked)))
                case .points(let expression):
                    let lowering = lowering(expression, own(asked.table))
                    guard let kernel = lowering.numbers(belowZero: true) else {
                        throw Self.obstacle(expression)
                    }
                    items.append(.points(kernel))
                }
            }
            blocks.append(
                ScoreColumns.Block(
                    start: try number(block.start) ?? .zero, items: items,
                    floor: try number(block.floor), ceiling: try number(block.ceiling),
                    weight: try number(block.weight) ?? .one))
        }
        let columns = ScoreColumns(
            table: asked.table, blocks: blocks, floor: try number(score.floor),
            ceiling: try number(score.ceiling), round: score.round)
        return { columns.measure($0) }
    }

    private func streak(
        _ streak: StreakQuantity, _ asked: Asked
    ) throws(LoweringObstacle) -> Measuring {
        switch streak.elements {
        case .periods(let form):
            guard let quantity = PlannedQuantityForm(form, planner, asked.table) else {
                throw Self.noRelation
            }
            let limits = try limits(form.bounds, asked.table)
            let due = try constant(form.due, planner.plan(form.due, subject: asked.table))
            let stretches = try stretches(form.quantity.window, quantity, due)
            let measuring = try measuring(form.quantity, stretches.map(\.period), asked)
            return { store in
                measuring(store).map {
                    PeriodStreakMeasure(
                        run: streak.run, quantity: $0, limits: limits, stretches: stretches)
                }
            }
        case .rows(let selection, let day, let miss, let skip):
            let link = try link(selection.relation, selection.variable, asked.table)
            guard let day = lowering(day, link.roots).day() else { throw Self.obstacle(day) }
            let chosen = try conditions([selection.condition].compactMap(\.self), link, [nil])[0]
            let skipped = try conditions([skip].compactMap(\.self), link, [nil])[0]
            let missed = try truth(miss, link)
            let hasSkip = skip != nil
            let asOf = asOf.number
            return { store in
                guard let relation = RelationRows(link.number, store) else { return nil }
                return RowStreakMeasure(
                    run: streak.run, index: relation.index, days: relation.rows.cells(day),
                    chosen: relation.rows.truth(chosen),
                    skipped: hasSkip ? relation.rows.truth(skipped) : nil,
                    missed: relation.rows.truth([missed]), asOf: asOf,
                    hasKeys: !relation.rows.table.dataset.key.isEmpty)
            }
        }
    }
}
