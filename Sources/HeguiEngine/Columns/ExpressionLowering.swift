import CEL
import HeguiCalendar
import HeguiColumns
import HeguiPack
import HeguiTables

/// Turns one expression into work on columns.
///
/// An expression over a single column is tried by the plain evaluator once for each value that the
/// column holds, whatever functions it calls; only comparisons and `&&`, `||`, `!`, `?:` between
/// several columns are done here.
struct ExpressionLowering {
    let store: ColumnStore
    let environment: Environment
    let asOf: Day
    let parameters: ParametersObject
    /// By variable: the rows that are looked at.
    let roots: [String: ColumnRoot]
    /// The period that is counted, where there is one and only one.
    let period: CalendarPeriod?
    let expression: Expression

    /// Of how many values of a column an expression is tried at most.
    static let trials = 200_000

    var checked: CheckedExpression { expression.checked }
    private var schema: Schema { store.schema }

    /// Returns the condition as work on columns, or nil where it is not of that kind.
    func truth() -> TruthKernel? { truth(checked.root) }

    /// Returns the day as work on columns, or nil where it is not of that kind.
    func day() -> CellKernel? { day(checked.root) }

    func truth(_ id: SyntaxNode.ID) -> TruthKernel? {
        told(id) ?? rowProgram(id).map(TruthKernel.rows)
    }

    private func told(_ id: SyntaxNode.ID) -> TruthKernel? {
        switch checked.nodes[id].kind {
        case .logical(let isAnd, let operands):
            let parts = operands.compactMap(truth)
            guard parts.count == operands.count else { return nil }
            return isAnd ? .and(parts) : .or(parts)
        case .conditional(let condition, let first, let second):
            guard let condition = truth(condition), let first = truth(first),
                let second = truth(second)
            else { return nil }
            return .choice(condition, first, second)
        case .call(let call) where call.function.text == "!_" && call.arguments.count == 1:
            return truth(call.arguments[0]).map(TruthKernel.not)
        case .call(let call) where call.isOperator && call.arguments.count == 2:
            return comparison(call) ?? tried(id)
        default: return derived(id) ?? tried(id)
        }
    }

    /// A column of the pack's own making is what it is made from.
    private func derived(_ id: SyntaxNode.ID) -> TruthKernel? {
        inlined(id).flatMap { $0.truth() }
    }

    func inlined(_ id: SyntaxNode.ID) -> ExpressionLowering? {
        // Packed rows hold what was computed.
        guard store.rowStore == nil, let chain = chain(id), chain.path.count == 1,
            let root = roots[chain.variable],
            case .column(let column) = schema.tables[root.table].accesses[chain.path[0]]
        else { return nil }
        let table = schema.tables[root.table]
        let definition = table.dataset.columns[column]
        let isGiven = isGiven(column, of: root.table)
        guard let source = definition.derived ?? (isGiven ? nil : definition.otherwise) else {
            return nil
        }
        return ExpressionLowering(
            store: store, environment: environment, asOf: asOf, parameters: parameters,
            roots: [table.singular: root], period: nil, expression: source)
    }

    func isGiven(_ column: Int, of table: Int) -> Bool {
        if case .notGiven = store.tables.tables[table].meanings[column] { return false }
        return true
    }

    private static let comparisons: [String: TruthBlock.Comparison] = [
        "_<_": .less, "_<=_": .lessOrEqual, "_>_": .greater, "_>=_": .greaterOrEqual,
        "_==_": .equal, "_!=_": .notEqual,
    ]

    /// A comparison of a column of days or integers with a constant or another such column.
    private func comparison(_ call: SyntaxNode.Call) -> TruthKernel? {
        guard let comparison = Self.comparisons[call.function.text] else { return nil }
        let (left, right) = (call.arguments[0], call.arguments[1])
        if let emptiness = emptiness(of: left, comparison, right)
            ?? emptiness(of: right, comparison, left)
        {
            return emptiness
        }
        if let column = ordered(left), let constant = constant(right, as: column.type) {
            return compare(column.source, comparison, with: constant)
        }
        if let column = ordered(right), let constant = constant(left, as: column.type) {
            return compare(column.source, comparison.mirrored, with: constant)
        }
        if let first = ordered(left), let second = ordered(right), first.type == second.type {
            return .pair(first.source, comparison, second.source)
        }
        return nil
    }

    /// A comparison of a column with null.
    private func emptiness(
        of left: SyntaxNode.ID, _ comparison: TruthBlock.Comparison,
        _ right: SyntaxNode.ID
    ) -> TruthKernel? {
        guard case .constant(.null) = checked.nodes[right].kind, let leaf = leaf(left),
            leaf.kind == .cells, inlinable(leaf) == false,
            let source = source(of: leaf, named: true)
        else { return nil }
        let least = ColumnCells.special + 1
        switch comparison {
        case .equal: return .compare(source, .less, with: least, absent: TruthBlock.yes)
        case .notEqual: return .compare(source, .greaterOrEqual, with: least, absent: TruthBlock.no)
        default: return nil
        }
    }

    private func compare(
        _ source: CellSource, _ comparison: TruthBlock.Comparison, with constant: Int32
    ) -> TruthKernel {
        // An empty cell is unsettled, as comparing it with a value is unknown.
        .compare(source, comparison, with: constant, absent: TruthBlock.unsettled)
    }

    private enum Ordered {
        case day, integer
    }

    /// The column of days or integers that a node is.
    private func ordered(_ id: SyntaxNode.ID) -> (source: CellSource, type: Ordered)? {
        guard let leaf = leaf(id), let source = source(of: leaf) else { return nil }
        if case .size = leaf.kind { return (source, .integer) }
        guard leaf.kind == .cells, let meaning = meaning(of: leaf) else { return nil }
        switch meaning {
        case .days: return (source, .day)
        case .integers: return (source, .integer)
        default: return nil
        }
    }

    /// The constant that a node is, as cells of such a column hold it.
    private func constant(_ id: SyntaxNode.ID, as type: Ordered) -> Int32? {
        guard leaves(id)?.isEmpty == true else { return nil }
        switch (type, evaluate(id, nil, as: .null)) {
        case (.integer, .int(let number)): return Int32(exactly: number)
        case (.day, .opaque(let day as DayValue)):
            return day.days.day.map(\.number)
        default: return nil
        }
    }

    /// A node that reads at most one column, tried for each value that there is.
    private func tried(_ id: SyntaxNode.ID) -> TruthKernel? {
        guard let leaves = leaves(id), leaves.count <= 1 else { return nil }
        guard let leaf = leaves.first else {
            return .constant(truth(of: evaluate(id, nil, as: .null)))
        }
        guard let source = source(of: leaf), inlinable(leaf) == false else {
            return emptyColumn(leaf).map { .constant(truth(of: evaluate(id, $0, as: .null))) }
        }
        let program = program(id)
        func outcome(_ value: Value) -> UInt8 { truth(of: evaluate(program, leaf, as: value)) }
        if leaf.kind == .presence {
            guard let row = presentRow(leaf) else { return nil }
            return .presence(source, present: outcome(row), missing: outcome(.null))
        }
        guard let domain = domain(of: leaf) else { return nil }
        var table = [UInt8](repeating: TruthBlock.unsettled, count: domain.present.count)
        for (place, isPresent) in domain.present.enumerated() where isPresent {
            table[place] = outcome(domain.value(domain.first + Int32(place)))
        }
        return .table(source, table, first: domain.first, absent: outcome(.null))
    }

    private func truth(of value: Value) -> UInt8 {
        if case .bool(let flag) = value { return flag ? TruthBlock.yes : TruthBlock.no }
        return TruthBlock.unsettled
    }

    private func day(_ id: SyntaxNode.ID) -> CellKernel? {
        if case .conditional(let condition, let first, let second) = checked.nodes[id].kind {
            guard let condition = truth(condition), let first = day(first),
                let second = day(second)
            else { return nil }
            return .choice(condition, first, second)
        }
        if let inner = inlined(id) { return inner.day() }
        if let column = ordered(id), column.type == .day { return .cells(column.source) }
        return tabled(id, cell) ?? worked(id, cell)
    }

    private func cell(of value: Value) -> Int32 {
        switch value {
        case .null: ColumnCells.absent
        case .opaque(let day as DayValue): day.days.day.map(\.number) ?? ColumnCells.special
        default: ColumnCells.special
        }
    }

    func program(_ id: SyntaxNode.ID) -> Program {
        environment.plan(checked.part(id), variables: expression.variables)
    }

    /// The value of a variable that depends on no row.
    func background(_ name: String) -> Value {
        switch name {
        case "as_of": .opaque(DayValue(asOf))
        case ExpressionEnvironment.paramsTypeName: .object(parameters)
        case "period": period.map { .opaque(PeriodValue($0)) } ?? .null
        default: .null
        }
    }

    func evaluate(_ id: SyntaxNode.ID, _ leaf: ColumnLeaf?, as value: Value) -> Value {
        evaluate(program(id), leaf, as: value)
    }

    /// Returns what the program gives with `value` for the leaf.
    func evaluate(_ program: Program, _ leaf: ColumnLeaf?, as value: Value) -> Value {
        program.evaluate(
            expression.variables.map { name in
                guard let root = roots[name] else { return background(name) }
                guard let leaf, leaf.variable == name else { return .null }
                return .object(
                    ColumnTrial(
                        schema: schema, table: root.table, path: leaf.path[...], value: value))
            })
    }
}

extension TruthBlock.Comparison {
    /// The comparison with its sides changed.
    var mirrored: TruthBlock.Comparison {
        switch self {
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        case .equal, .notEqual: self
        }
    }
}
