import CEL
import HeguiCalendar
import HeguiColumns
import HeguiIntake
import HeguiPack

extension RuleLowering {
    func unique(
        _ form: UniqueRequirement, _ asked: Asked
    ) throws(LoweringObstacle) -> LoweredRule.Form {
        var keys: [CellKernel] = []
        for expression in form.keys {
            guard let kernel = lowering(expression, own(asked.table)).keys() else {
                throw Self.obstacle(expression)
            }
            keys.append(kernel)
        }
        var conditions: [TruthKernel] = []
        if let condition = form.condition { conditions = [try truth(condition, asked.table)] }
        let broken = broken(nil, asked)
        return .later { [keys, conditions] store in
            let rows = WorkedRows(
                table: store.tables.tables[asked.table], threads: store.threads)
            return UniqueForm(
                keys: keys.map { rows.cells($0) }, condition: rows.truth(conditions),
                broken: broken)
        }
    }

    func agrees(
        _ form: AgreesRequirement, _ asked: Asked
    ) throws(LoweringObstacle) -> LoweredRule.Form {
        // Values of both sides compare by the same numbers.
        let numbers = form.fields.map { _ in KeyNumbers() }
        let first = try side(form.first, form.fields.map(\.first), numbers, asked)
        let second = try side(form.second, form.fields.map(\.second), numbers, asked)
        let broken = broken(nil, asked)
        return .later { store in
            guard let ours = first.worked(store), let theirs = second.worked(store) else {
                return nil
            }
            return AgreesForm(first: ours, second: theirs, sides: form.sides, broken: broken)
        }
    }

    /// One of two relations that have to agree, before its columns are worked out.
    private struct Side: Sendable {
        let relation: Int
        let conditions: [TruthKernel]
        let fields: [CellKernel]

        func worked(_ store: ColumnStore) -> AgreesForm.Side? {
            guard let relation = RelationRows(relation, store) else { return nil }
            return AgreesForm.Side(
                index: relation.index, condition: relation.rows.truth(conditions),
                fields: fields.map { relation.rows.cells($0) })
        }
    }

    private func side(
        _ selection: RowSelection, _ fields: [Expression], _ numbers: [KeyNumbers],
        _ asked: Asked
    ) throws(LoweringObstacle) -> Side {
        let link = try link(selection.relation, selection.variable, asked.table)
        try checkPlace(link)
        var conditions: [TruthKernel] = []
        if let condition = selection.condition { conditions = [try truth(condition, link)] }
        var kernels: [CellKernel] = []
        for (expression, numbers) in zip(fields, numbers) {
            guard let kernel = lowering(expression, link.roots).keys(numbers) else {
                throw Self.obstacle(expression)
            }
            kernels.append(kernel)
        }
        return Side(relation: link.number, conditions: conditions, fields: kernels)
    }

    func sequence(
        _ form: SequenceRequirement, _ asked: Asked
    ) throws(LoweringObstacle) -> LoweredRule.Form {
        var days: [CellKernel] = []
        for step in form.steps {
            days.append(try day(step.day, asked.table))
            for gap in step.gaps {
                for length in [gap.atLeast, gap.within, gap.validFor] {
                    _ = try constant(length, planner.plan(length, subject: asked.table))
                }
            }
        }
        return .ready(
            SequenceForm(
                days: days, sequence: PlannedSequence(form, planner, asked.table),
                background: background,
                isSoft: asked.isSoft))
    }
}
