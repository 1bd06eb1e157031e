import HeguiColumns
import HeguiPack
import HeguiReview

/// Two relations of a subject have to say the same.
struct AgreesKernel: RequirementKernel {
    /// One of the relations: which of its rows are looked at, and their fields as numbers.
    struct Side: Sendable {
        let index: ReverseIndex
        let condition: Codes
        let fields: [ColumnCells]

        /// Returns the rows that are looked at; nil where that cannot be told.
        func rows(of subject: Int) -> [Int]? {
            var rows: [Int] = []
            for found in index.rows(of: subject) {
                switch condition[Int(found)] {
                case TruthBlock.no: continue
                case TruthBlock.yes: rows.append(Int(found))
                default: return nil
                }
            }
            return rows
        }
    }

    let first: Side
    let second: Side
    let sides: AgreesRequirement.Sides

    func judge(_ rows: RowBlock, into codes: Codes) {
        for row in rows.firstRow..<rows.firstRow + rows.count {
            codes[row] =
                agrees(row).map { VerdictCode.of($0 ? .met : .violated) } ?? VerdictCode.unsettled
        }
    }

    private func agrees(_ subject: Int) -> Bool? {
        guard let ours = first.rows(of: subject), let theirs = second.rows(of: subject) else {
            return nil
        }
        if theirs.isEmpty { return ours.isEmpty || sides == .second }
        if ours.isEmpty { return sides == .first }
        var canTell = true
        for left in ours {
            for right in theirs {
                switch isSame(left, right) {
                case true?: return canTell ? true : nil
                case false?: continue
                case nil: canTell = false
                }
            }
        }
        return canTell ? false : nil
    }

    /// Whether no field differs; an empty one does not. Nil where that cannot be told.
    private func isSame(_ left: Int, _ right: Int) -> Bool? {
        var isSame = true
        for (ours, theirs) in zip(first.fields, second.fields) {
            let (a, b) = (ours[left], theirs[right])
            if a == ColumnCells.special || b == ColumnCells.special { return nil }
            if a == ColumnCells.absent || b == ColumnCells.absent { continue }
            isSame = isSame && a == b
        }
        return isSame
    }

    func reader(_ rows: RowBlock) -> (Int, inout OutcomeFacts) -> Bool { { _, _ in true } }
}

extension PlannedAgrees {
    func lowered(_ lowering: RuleLowering, table: Int) throws(LoweringObstacle) -> LoweredForm {
        // Values of both sides compare by the same numbers.
        let numbers = fields.map { _ in KeyNumbers() }
        let ours = try Side(
            first, fields: fields.map(\.first), numbers: numbers, lowering, of: table)
        let theirs = try Side(
            second, fields: fields.map(\.second), numbers: numbers, lowering, of: table)
        let sides = sides
        return .later { store in
            guard let ours = ours.worked(store), let theirs = theirs.worked(store) else {
                return nil
            }
            return AgreesKernel(first: ours, second: theirs, sides: sides)
        }
    }

    /// One of two relations that have to agree, before its columns are worked out.
    private struct Side: Sendable {
        private let relation: Int
        private let conditions: [TruthKernel]
        private let fields: [CellKernel]

        init(
            _ selection: PlannedSelection, fields: [PlannedExpression], numbers: [KeyNumbers],
            _ lowering: RuleLowering, of table: Int
        ) throws(LoweringObstacle) {
            let link = try lowering.link(selection, table)
            try lowering.checkPlace(link)
            var conditions: [TruthKernel] = []
            if let condition = selection.condition {
                conditions = [try lowering.truth(condition, link)]
            }
            var kernels: [CellKernel] = []
            for (field, numbers) in zip(fields, numbers) {
                let kernel = lowering.lowering(field.source, link.roots).keys(numbers)
                kernels.append(try RuleLowering.lowered(field, kernel))
            }
            relation = link.number
            self.conditions = conditions
            self.fields = kernels
        }

        func worked(_ store: ColumnStore) -> AgreesKernel.Side? {
            guard let relation = RelationRows(relation, store) else { return nil }
            return AgreesKernel.Side(
                index: relation.index, condition: relation.rows.truth(conditions),
                fields: fields.map { relation.rows.cells($0) })
        }
    }
}
