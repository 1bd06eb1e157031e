import HeguiCalendar
import HeguiColumns
import HeguiPack
import HeguiTables

extension PlannedQuantityRequirement {
    func lowered(_ lowering: RuleLowering, table: Int) throws(LoweringObstacle) -> LoweredForm {
        let due = try lowering.constant(due)
        if let bounds = try bounds.bySubject(lowering, table) {
            return try measured(lowering, .bySubject(bounds), due: due, table: table)
        }
        let limits = try bounds.forAll(lowering)
        let isAlongTree = relations.contains { lowering.schema.relations[$0].tree != nil }
        if !isAlongTree,
            let counted = try quantity.counted(
                self, within: limits, due: due, lowering, table: table)
        {
            return counted
        }
        return try measured(lowering, .forAll(limits), due: due, table: table)
    }

    /// A quantity that is worked out subject by subject from columns of its rows.
    private func measured(
        _ lowering: RuleLowering, _ limits: MeasuredLimits, due: Day?, table: Int
    ) throws(LoweringObstacle) -> LoweredForm {
        let time = try time(lowering, due: due, table: table)
        let measuring = try quantity.measuring(lowering, time.periods, table: table)
        let isNumber = time.isForAll && !isShare
        let (canFall, relations) = (canFall, relations)
        return .later { store in
            guard let measure = measuring(store) else { return nil }
            let subjects = WorkedRows(table: store.tables.tables[table], threads: store.threads)
            let stretches = time.stretches(subjects)
            let demand = MeasuredKernel.Demand(
                limits: limits.worked(subjects), canFall: canFall,
                required: isNumber ? limits.text : nil)
            // Nothing is known of those that stand below themselves.
            let cycles = relations.reduce(into: Set<Int>()) { cycles, relation in
                cycles.formUnion(store.hierarchy(ofRelation: relation)?.cycles ?? [])
            }
            return MeasuredKernel(
                measure, subjects: subjects.table.rowCount, demand, threads: store.threads,
                stretches: { cycles.contains($0) ? nil : stretches($0, $1) })
        }
    }
}

extension PlannedBounds {
    /// The bounds where they are the same for all subjects.
    func forAll(_ lowering: RuleLowering) throws(LoweringObstacle) -> Limits {
        Limits(
            atLeast: try lowering.constant(atLeast), moreThan: try lowering.constant(moreThan),
            atMost: try lowering.constant(atMost), lessThan: try lowering.constant(lessThan))
    }

    /// The bounds as work on columns; nil where they are the same for all.
    fileprivate func bySubject(
        _ lowering: RuleLowering, _ table: Int
    ) throws(LoweringObstacle) -> SubjectBounds? {
        let all = [atLeast, moreThan, atMost, lessThan]
        guard all.contains(where: { $0?.expression.map { !lowering.isClosed($0) } ?? false })
        else { return nil }
        func kernel(
            _ operand: PlannedOperand<Ratio>?
        ) throws(LoweringObstacle) -> NumberKernel? {
            switch operand {
            case nil: return nil
            case .literal(let number, _)?:
                return NumberKernel(cells: .constant(0), values: [number])
            case .expression(let expression)?:
                return try RuleLowering.lowered(
                    expression,
                    lowering.lowering(expression.source, lowering.own(table))
                        .numbers(belowZero: true))
            }
        }
        return SubjectBounds(
            atLeast: try kernel(atLeast), moreThan: try kernel(moreThan),
            atMost: try kernel(atMost), lessThan: try kernel(lessThan))
    }
}

extension MeasuredLimits {
    /// The bounds as text, where they are the same for all.
    fileprivate var text: String? {
        if case .forAll(let limits) = self { limits.text(\.text) } else { nil }
    }

    /// Returns what the bounds are for a subject; nil leaves it to the plain evaluator.
    fileprivate func worked(_ subjects: WorkedRows) -> @Sendable (Int) -> Limits? {
        switch self {
        case .forAll(let limits): { _ in limits }
        case .bySubject(let bounds): bounds.worked(subjects)
        }
    }
}
