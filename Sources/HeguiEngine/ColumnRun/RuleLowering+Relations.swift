import CEL
import HeguiCalendar
import HeguiColumns
import HeguiDiagnostics
import HeguiPack

extension RuleLowering {
    static let noRelation = LoweringObstacle(
        "关系不能按列得出", "columns do not tell its relation")

    /// A relation of the subject as columns have it, with the variables of its rows' expressions.
    struct Link {
        let number: Int
        let table: Int
        let roots: [String: ColumnRoot]
    }

    func link(
        _ relation: Relation, _ variable: String, _ subject: Int
    ) throws(LoweringObstacle) -> Link {
        guard let number = plan.schema.number(of: relation, from: subject) else {
            throw Self.noRelation
        }
        let table = plan.schema.relations[number].table
        let singular = plan.schema.tables[subject].singular
        if plan.schema.relations[number].tree != nil {
            // A row belongs to several subjects.
            return Link(
                number: number, table: table,
                roots: [singular: .several(table: subject), variable: .own(table: table)])
        }
        guard let place = store.place(ofRelation: number) else { throw Self.noRelation }
        return Link(
            number: number, table: table,
            roots: [
                singular: .through(reference: place, table: subject),
                variable: .own(table: table),
            ])
    }

    /// Refuses a relation whose rows belong to several subjects.
    func checkPlace(_ link: Link) throws(LoweringObstacle) {
        guard store.place(ofRelation: link.number) != nil else {
            throw LoweringObstacle("沿层级汇总", "it rolls up along a tree")
        }
    }

    private func isAlongTree(_ quantity: Quantity, _ subject: Int) -> Bool {
        quantity.parts.relations.contains { relation in
            plan.schema.number(of: relation, from: subject)
                .map { plan.schema.relations[$0].tree != nil } ?? false
        }
    }

    func truth(
        _ expression: Expression, _ link: Link, _ period: CalendarPeriod? = nil
    ) throws(LoweringObstacle) -> TruthKernel {
        try Self.lowered(expression, lowering(expression, link.roots, period).truth())
    }

    func exists(
        _ form: ExistsRequirement, _ asked: Asked
    ) throws(LoweringObstacle) -> LoweredRule.Form {
        let selection = form.selection
        let link = try link(selection.relation, selection.variable, asked.table)
        try checkPlace(link)
        let due = try constant(form.due, planner.plan(form.due, subject: asked.table))
        var conditions: [TruthKernel] = []
        if let condition = selection.condition { conditions = [try truth(condition, link)] }
        return .exists(
            relation: link.number, RelationLane(conditions), broken: broken(due, asked))
    }

    func quantity(
        _ form: QuantityRequirement, _ asked: Asked
    ) throws(LoweringObstacle) -> LoweredRule.Form {
        guard let quantity = PlannedQuantityForm(form, planner, asked.table) else {
            throw Self.noRelation
        }
        let due = try constant(form.due, planner.plan(form.due, subject: asked.table))
        if let bounds = try subjectBounds(form.bounds, asked.table) {
            return try measured(form, quantity, .bySubject(bounds), due, asked)
        }
        let limits = try limits(form.bounds, asked.table)
        switch form.quantity {
        case _ where isAlongTree(form.quantity, asked.table):
            return try measured(form, quantity, .forAll(limits), due, asked)
        case .rate(let rate) where rate.window == nil && form.each == nil:
            return try self.rate(rate, limits, due, asked)
        case .tally(let tally)
        where tally.value == nil && tally.caps.isEmpty && tally.window?.isForAll ?? true:
            let stretches = try stretches(tally.window, quantity, due)
            return try self.tally(tally, stretches, limits, asked)
        default: return try measured(form, quantity, .forAll(limits), due, asked)
        }
    }

    func limits(
        _ bounds: Bounds, _ table: Int
    ) throws(LoweringObstacle) -> Limits {
        return Limits(
            atLeast: try constant(bounds.atLeast, planner.plan(bounds.atLeast, subject: table)),
            moreThan: try constant(
                bounds.moreThan, planner.plan(bounds.moreThan, subject: table)),
            atMost: try constant(bounds.atMost, planner.plan(bounds.atMost, subject: table)),
            lessThan: try constant(
                bounds.lessThan, planner.plan(bounds.lessThan, subject: table)))
    }

    /// The bounds of a quantity as work on columns; nil where they are the same for all.
    private func subjectBounds(
        _ bounds: Bounds, _ table: Int
    ) throws(LoweringObstacle) -> SubjectBounds? {
        let all = [bounds.atLeast, bounds.moreThan, bounds.atMost, bounds.lessThan]
        guard all.contains(where: { $0?.expression.map { !isClosed($0) } ?? false }) else {
            return nil
        }
        func kernel(_ operand: Operand<Ratio>?) throws(LoweringObstacle) -> NumberKernel? {
            switch operand {
            case nil: return nil
            case .literal(let number, _)?:
                return NumberKernel(cells: .constant(0), values: [number])
            case .expression(let expression)?:
                guard let kernel = lowering(expression, own(table)).numbers(belowZero: true) else {
                    throw Self.obstacle(expression)
                }
                return kernel
            }
        }
        return SubjectBounds(
            atLeast: try kernel(bounds.atLeast), moreThan: try kernel(bounds.moreThan),
            atMost: try kernel(bounds.atMost), lessThan: try kernel(bounds.lessThan))
    }

    /// The stretches of time of a window that is the same for every subject.
    func stretches(
        _ window: Window?, _ quantity: PlannedQuantityForm, _ due: Day?
    ) throws(LoweringObstacle) -> [Stretch] {
        if let window {
            guard window.isForAll else {
                throw LoweringObstacle("时段因对象而异", "its time differs by subject")
            }
            try checkDays(window)
            _ = try constant(window.grace, planner.plan(window.grace, subject: 0))
        }
        var shortage = Shortage()
        let stretches = try? quantity.stretches(due: due, frame, &shortage)
        guard let stretches, !shortage.isLacking,
            stretches.allSatisfy({ $0.demands == [.full] && $0.certain == $0.possible })
        else { throw LoweringObstacle("时段无法确定", "its time cannot be told") }
        return stretches
    }

    private func rate(
        _ rate: RateQuantity, _ limits: Limits, _ due: Day?, _ asked: Asked
    ) throws(LoweringObstacle) -> LoweredRule.Form {
        let link = try link(rate.relation, rate.variable, asked.table)
        var counted: [TruthKernel] = []
        if let denominator = rate.denominator { counted = [try truth(denominator, link)] }
        let fulfilled = counted + [try truth(rate.numerator, link)]
        var sure = fulfilled
        if let confirmed = rate.confirmed { sure.append(try truth(confirmed, link)) }
        return .rate(
            relation: link.number,
            [RelationLane(counted), RelationLane(fulfilled), RelationLane(sure)], limits,
            isOver: due.map { asOf >= $0 } ?? true,
            isSoft: asked.isSoft)
    }

    private func tally(
        _ tally: TallyQuantity, _ stretches: [Stretch], _ limits: Limits, _ asked: Asked
    ) throws(LoweringObstacle) -> LoweredRule.Form {
        let selection = tally.selection
        let link = try link(selection.relation, selection.variable, asked.table)
        let day = try rowDay(tally.window, link)
        var lanes: [RelationLane] = []
        var parts: [TallyForm.Part] = []
        for stretch in stretches {
            var conditions: [TruthKernel] = []
            if let condition = selection.condition {
                conditions = [try truth(condition, link, stretch.period)]
            }
            let distinct = try distinct(tally.distinct, link, stretch.period)
            parts.append(
                TallyForm.Part(
                    lane: lanes.count, limits: limits,
                    verdicts: try verdicts(limits, stretch)))
            lanes.append(
                RelationLane(
                    conditions, days: day.map { days($0, stretch) }, distinct: distinct))
        }
        return .tally(
            relation: link.number, lanes, parts: parts, isSoft: asked.isSoft)
    }

    private func days(_ day: CellKernel, _ stretch: Stretch) -> RelationLane.Days {
        guard let certain = stretch.certain else {
            return RelationLane.Days(day: day, first: 1, last: 0)
        }
        return RelationLane.Days(
            day: day, first: certain.first.number,
            last: min(certain.last, stretch.horizon).number)
    }

    /// What tells rows apart.
    func distinct(
        _ expressions: [Expression], _ link: Link, _ period: CalendarPeriod?
    ) throws(LoweringObstacle) -> [CellKernel] {
        var kernels: [CellKernel] = []
        for expression in expressions {
            guard let kernel = lowering(expression, link.roots, period).keys() else {
                throw Self.obstacle(expression)
            }
            kernels.append(kernel)
        }
        return kernels
    }

    /// Up to which number verdicts are laid out.
    private static let reach = 100_000

    /// What each number of rows comes to, up to where it no longer changes.
    private func verdicts(
        _ limits: Limits, _ stretch: Stretch
    ) throws(LoweringObstacle) -> [Verdict] {
        let bounds = [limits.atLeast, limits.moreThan, limits.atMost, limits.lessThan]
        var most: Int64 = 0
        for bound in bounds.compactMap(\.self) {
            guard let whole = bound.rounded(to: .one, .up)?.whole, whole < Self.reach else {
                throw LoweringObstacle("界限太大", "its bounds are too large")
            }
            most = max(most, whole)
        }
        return (0...most + 1).map { number in
            switch limits.side(of: Interval(exactly: Ratio(number))) {
            case .within?: return .met
            case .below? where !stretch.isOver: return .pending
            default: return .violated
            }
        }
    }
}

extension Window {
    /// Whether it is the same for every subject.
    var isForAll: Bool { from == nil && until == nil && excused.isEmpty }
}
