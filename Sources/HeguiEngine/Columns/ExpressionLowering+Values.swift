import CEL
import HeguiColumns
import HeguiPack
import HeguiTables

extension ExpressionLowering {
    /// Returns the values of the expression as numbers that are equal where the values are, nil
    /// where it is not of that kind; `special` where the plain evaluator is to tell.
    ///
    /// With `numbers`, values of several expressions compare; without, only those of this one.
    func keys(_ numbers: KeyNumbers? = nil) -> CellKernel? { keys(checked.root, numbers) }

    private func keys(_ id: SyntaxNode.ID, _ numbers: KeyNumbers?) -> CellKernel? {
        if case .conditional(let condition, let first, let second) = checked.nodes[id].kind {
            let numbers = numbers ?? KeyNumbers()
            guard let condition = truth(condition), let first = keys(first, numbers),
                let second = keys(second, numbers)
            else { return nil }
            return .choice(condition, first, second)
        }
        if let inner = inlined(id) { return inner.keys(numbers) }
        if numbers == nil, let cells = plainKeys(id) { return cells }
        let numbers = numbers ?? KeyNumbers()
        func number(_ value: Value) -> Int32 {
            if case .null = value { return ColumnCells.absent }
            return ValueKey(value).flatMap(numbers.number) ?? ColumnCells.special
        }
        return tabled(id, number) ?? worked(id, number)
    }

    /// The cells of a column in which equal values are equal numbers.
    private func plainKeys(_ id: SyntaxNode.ID) -> CellKernel? {
        guard let leaf = leaf(id), leaf.kind == .cells, inlinable(leaf) == false,
            let meaning = meaning(of: leaf)
        else { return nil }
        switch meaning {
        case .days, .integers: return source(of: leaf).map(CellKernel.cells)
        case .key(let place):
            return leaf.path.count == 1 && isOwn(leaf) ? .cells(.own(place: place)) : nil
        case .reference(let place, _):
            // A text that names no row may be any text.
            return leaf.path.count == 1 && isOwn(leaf) ? .rows(.own(place: place)) : nil
        case .words, .notGiven, .unkept: return nil
        }
    }

    private func isOwn(_ leaf: ColumnLeaf) -> Bool {
        if case .own? = roots[leaf.variable] { return true }
        return false
    }

    /// Returns the numbers that the expression gives; nil where it is not of that kind. What is
    /// below zero is left to the plain evaluator unless it is allowed.
    func numbers(belowZero: Bool = false) -> NumberKernel? {
        var known: [Ratio: Int32] = [:]
        var values: [Ratio] = []
        func number(_ value: Value) -> Int32 {
            guard case .known(let ratio)? = Ratio.literal(of: value),
                belowZero || ratio >= .zero
            else { return ColumnCells.special }
            if let number = known[ratio] { return number }
            let number = Int32(values.count)
            known[ratio] = number
            values.append(ratio)
            return number
        }
        guard let cells = numbers(checked.root, number) else { return nil }
        return NumberKernel(cells: cells, values: values)
    }

    private func numbers(
        _ id: SyntaxNode.ID, _ number: (Value) -> Int32
    ) -> CellKernel? {
        if case .conditional(let condition, let first, let second) = checked.nodes[id].kind {
            guard let condition = truth(condition), let first = numbers(first, number),
                let second = numbers(second, number)
            else { return nil }
            return .choice(condition, first, second)
        }
        if let inner = inlined(id) { return inner.numbers(inner.checked.root, number) }
        return tabled(id, number) ?? worked(id, number)
    }

    /// A node that reads at most one column, as a table of what `number` makes of its values.
    func tabled(_ id: SyntaxNode.ID, _ number: (Value) -> Int32) -> CellKernel? {
        guard let leaves = leaves(id), leaves.count <= 1 else { return nil }
        guard let leaf = leaves.first else {
            return .constant(number(evaluate(id, nil, as: .null)))
        }
        guard let source = source(of: leaf), leaf.kind != .presence, inlinable(leaf) == false,
            let domain = domain(of: leaf)
        else { return emptyColumn(leaf).map { .constant(number(evaluate(id, $0, as: .null))) } }
        let program = program(id)
        var table = [Int32](repeating: ColumnCells.special, count: domain.present.count)
        for (place, isPresent) in domain.present.enumerated() where isPresent {
            let value = domain.value(domain.first + Int32(place))
            table[place] = number(evaluate(program, leaf, as: value))
        }
        let absent = number(evaluate(program, leaf, as: .null))
        return .table(source, table, first: domain.first, absent: absent)
    }
}

/// A row of which one field is known, so that an expression can be tried with a value for it.
struct ColumnTrial: ObjectValue {
    let schema: Schema
    let table: Int
    /// The fields that lead to the value, from this row on.
    let path: ArraySlice<Int>
    let value: Value

    var typeName: String { schema.tables[table].singular }

    func field(at index: Int) -> Value {
        guard index == path.first else {
            return .error(EvaluationError(message: "the field is not tried"))
        }
        let rest = path.dropFirst()
        if rest.isEmpty { return value }
        guard case .reference(_, let target) = schema.tables[table].accesses[index] else {
            return .error(EvaluationError(message: "the field leads to no row"))
        }
        return .object(ColumnTrial(schema: schema, table: target, path: rest, value: value))
    }

    func cause(ofField index: Int) -> UnknownCause { UnknownCause(key: typeName) }
}
