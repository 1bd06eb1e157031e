import CEL
import HeguiCalendar
import HeguiColumns
import HeguiDiagnostics
import HeguiIntake
import HeguiPack
import HeguiYAML

/// Turns rules into work on columns.
struct RuleLowering {
    let store: ColumnStore
    let plan: Plan
    let asOf: Day
    /// Made once: an environment is large.
    let planner: Planner
    private let parameters: ParametersObject
    let background: FrameBackground
    /// A frame of no row, for what depends on none.
    let frame: Frame
    private let isDated: Bool

    init(_ store: ColumnStore, plan: Plan, asOf: Day) {
        self.init(
            store, plan: plan, asOf: asOf,
            planner: Planner(
                plan.pack, schema: plan.schema, given: plan.given, language: .chinese),
            parametersOn: asOf)
    }

    /// A lowering under the parameters of another day.
    func on(_ day: Day) -> RuleLowering {
        RuleLowering(store, plan: plan, asOf: asOf, planner: planner, parametersOn: day)
    }

    private init(
        _ store: ColumnStore, plan: Plan, asOf: Day, planner: Planner, parametersOn day: Day
    ) {
        self.store = store
        self.plan = plan
        self.asOf = asOf
        self.planner = planner
        parameters = ParametersObject(plan.pack.parameters, on: DayRange(day))
        background = FrameBackground(
            records: Records(schema: plan.schema, tables: Tables(tables: [])),
            calendar: plan.pack.calendar, asOf: asOf, parameters: parameters)
        frame = background.frame
        isDated = plan.pack.parameters.contains { $0.values.count > 1 }
    }

    func lowered(_ planned: PlannedRule) throws(LoweringObstacle) -> LoweredRule {
        let rule = planned.rule
        if !plan.pack.effective.contains(asOf) { return constant(.notApplicable, rule) }
        let isBounded = rule.effective.from != nil || rule.effective.until != nil
        if let versionBy = rule.versionBy, isBounded || isDated {
            return try versions(planned, by: versionBy)
        }
        if isBounded, !rule.effective.contains(asOf) { return constant(.notApplicable, rule) }
        return try version(planned)
    }

    /// Returns the rule under the parameters that this lowering has.
    func version(_ planned: PlannedRule) throws(LoweringObstacle) -> LoweredRule {
        let rule = planned.rule
        var levels: [LoweredRule.LevelCase] = []
        for levelCase in rule.levelCases {
            let condition = try truth(levelCase.condition, planned.table)
            levels.append(LoweredRule.LevelCase(condition: condition, level: levelCase.level))
        }
        var condition: TruthKernel?
        if let when = rule.condition { condition = try truth(when, planned.table) }
        let form = try form(
            rule.requirement,
            Asked(table: planned.table, isSoft: rule.modality == .soft))
        return LoweredRule(
            form: form, condition: condition, levels: levels, ownLevel: rule.level)
    }

    func constant(_ verdict: Verdict, _ rule: Rule) -> LoweredRule {
        LoweredRule(
            form: .constant(verdict), condition: nil, levels: [], ownLevel: rule.level)
    }

    /// Returns whether a condition holds for each row of a table, where columns tell it.
    func codes(of expression: Expression, _ table: Int) -> Codes? {
        guard let kernel = try? truth(expression, table) else { return nil }
        let rows = store.tables.tables[table]
        let codes = Codes(repeating: TruthBlock.no, count: rows.rowCount)
        for stretch in rows.stretches.indices {
            RowBlock.each(of: rows, stretch) { block in
                codes.set(
                    kernel.block(block), at: block.firstRow, no: TruthBlock.no,
                    yes: TruthBlock.yes, open: TruthBlock.open)
            }
        }
        return codes
    }

    /// What a form is asked of.
    struct Asked {
        let table: Int
        /// Whether the rule only advises.
        let isSoft: Bool
    }

    private func form(
        _ requirement: Requirement, _ asked: Asked
    ) throws(LoweringObstacle) -> LoweredRule.Form {
        switch requirement {
        case .expression(let form): try condition(form, asked)
        case .deadline(let form): try deadline(form, asked)
        case .exists(let form): try exists(form, asked)
        case .quantity(let form): try quantity(form, asked)
        case .unique(let form): try unique(form, asked)
        case .agrees(let form): try agrees(form, asked)
        case .sequence(let form): try sequence(form, asked)
        case .combination(let form): try combination(form, asked)
        }
    }

    private func combination(
        _ form: Combination, _ asked: Asked
    ) throws(LoweringObstacle) -> LoweredRule.Form {
        var parts: [LoweredRule.Form] = []
        for part in form.parts {
            if part.requirement.comparesSubjects {
                throw LoweringObstacle("其中有一项比较各行", "one of its parts compares rows")
            }
            parts.append(
                try self.form(part.requirement, Asked(table: asked.table, isSoft: false)))
        }
        return .combination(form.mode, parts, isSoft: asked.isSoft)
    }

    func lowering(
        _ expression: Expression, _ roots: [String: ColumnRoot],
        _ period: CalendarPeriod? = nil
    ) -> ExpressionLowering {
        ExpressionLowering(
            store: store, environment: planner.environment, asOf: asOf, parameters: parameters,
            roots: roots, period: period, expression: expression)
    }

    func own(_ table: Int) -> [String: ColumnRoot] {
        [plan.schema.tables[table].singular: .own(table: table)]
    }

    static func obstacle(_ expression: Expression) -> LoweringObstacle {
        let text = expression.source.text
        return LoweringObstacle("`\(text)`要逐行计算", "`\(text)` takes one row at a time")
    }

    /// Returns what an expression was turned into.
    ///
    /// - Throws: that it takes one row at a time, where it could not be.
    static func lowered<Kernel>(
        _ expression: Expression, _ kernel: Kernel?
    ) throws(LoweringObstacle) -> Kernel {
        guard let kernel else { throw obstacle(expression) }
        return kernel
    }

    func truth(
        _ expression: Expression, _ table: Int
    ) throws(LoweringObstacle) -> TruthKernel {
        try Self.lowered(expression, lowering(expression, own(table)).truth())
    }

    func day(
        _ expression: Expression, _ table: Int
    ) throws(LoweringObstacle) -> CellKernel {
        try Self.lowered(expression, lowering(expression, own(table)).day())
    }

    /// The value of an operand that depends on no row, nil where there is none.
    func constant<Literal>(
        _ operand: Operand<Literal>?, _ planned: PlannedOperand<Literal>?
    ) throws(LoweringObstacle) -> Literal? {
        guard let operand, let planned else { return nil }
        if let expression = operand.expression, !isClosed(expression) {
            throw Self.obstacle(expression)
        }
        guard case .known(let value)? = try? planned.read(frame) else {
            throw LoweringObstacle("一个数值无法确定", "one of its values cannot be told")
        }
        return value
    }

    /// Whether an expression depends on no row.
    func isClosed(_ expression: Expression) -> Bool {
        expression.checked.variables.isSubset(
            of: ["as_of", ExpressionEnvironment.paramsTypeName])
    }

    func broken(_ due: Day?, _ asked: Asked) -> Verdict {
        if let due, asOf < due { return .pending }
        return asked.isSoft ? .advised : .violated
    }

    private func condition(
        _ form: ExpressionRequirement, _ asked: Asked
    ) throws(LoweringObstacle) -> LoweredRule.Form {
        let due = try constant(form.due, planner.plan(form.due, subject: asked.table))
        return .ready(
            ConditionForm(
                condition: try truth(form.expression, asked.table),
                broken: broken(due, asked),
                showsValues: form.observed != nil || form.required != nil))
    }

    private func deadline(
        _ form: DeadlineRequirement, _ asked: Asked
    ) throws(LoweringObstacle) -> LoweredRule.Form {
        let done = try day(form.done, asked.table)
        let opening = try constant(
            form.notBefore, planner.plan(form.notBefore, subject: asked.table))
        let due: CellKernel
        switch form.due {
        case .by(.literal(let day, _)): due = .constant(day.number)
        case .by(.expression(let expression)): due = try day(expression, asked.table)
        case .within(let from, let length):
            let operand = planner.plan(length, subject: asked.table)
            guard let length = try constant(length, operand) else {
                throw LoweringObstacle("期限长度不定", "its length is not known")
            }
            due = self.due(
                from: try day(from, asked.table), length, form.counting, asked.table)
        }
        return .ready(
            DeadlineForm(
                done: done, due: due, opening: opening?.number, asOf: asOf,
                late: asked.isSoft ? .advised : .violated))
    }

    /// The due days of all days that a deadline runs from, counted once for each.
    private func due(
        from start: CellKernel, _ length: PeriodLength, _ counting: CountingRule, _ table: Int
    ) -> CellKernel {
        let rows = store.tables.tables[table]
        let days = found(start, rows)
        guard let first = days.first, let last = days.last else {
            return .mapped(start, [], first: 0)
        }
        var table = [Int32](repeating: ColumnCells.special, count: Int(last - first) + 1)
        for day in days {
            let due = counting.due(
                from: Day(number: day), within: length, calendar: plan.pack.calendar)
            table[Int(day - first)] = due.rolled.number
        }
        return .mapped(start, table, first: first)
    }

    /// The days that there are, in order.
    private func found(_ start: CellKernel, _ rows: ColumnTable) -> [Int32] {
        let all = (0..<store.threads).map { _ in CellMarks() }
        Parallel.run(rows.stretches.count, threads: store.threads) { worker, stretch in
            RowBlock.each(of: rows, stretch) { all[worker].add(start.block($0)) }
        }
        for other in all.dropFirst() { all[0].add(other) }
        return all[0].cells
    }
}
