import CEL
import HeguiColumns
import HeguiPack
import HeguiTables

/// A part of an expression that columns do not tell, worked out row by row for rows that were
/// packed: the rest of a rule is worked on columns all the same.
struct RowProgram: Sendable {
    /// Where an argument comes from.
    enum Argument: Sendable {
        case constant(Value)
        /// The row that is worked on.
        case row(table: Int)
        /// The row that a reference of that one names.
        case target(place: Int, table: Int)
    }

    let rowStore: RowStore
    let program: Program
    let arguments: [Argument]

    /// Returns whether the part holds for a row of a block; unsettled for one that does not matter.
    func truth(_ rows: RowBlock, _ index: Int) -> UInt8 {
        guard rows.matters(index), case .bool(let flag)? = value(rows, index) else {
            return TruthBlock.unsettled
        }
        return flag ? TruthBlock.yes : TruthBlock.no
    }

    /// Returns what `cell` makes of the part's values for all rows of a table.
    func cells(of table: ColumnTable, _ cell: (Value) -> Int32) -> ColumnCells {
        var cells: [Int32] = []
        for slice in table.slices.indices {
            RowBlock.each(of: table, slice) { rows in
                for index in 0..<rows.count {
                    cells.append(value(rows, index).map(cell) ?? ColumnCells.special)
                }
            }
        }
        return ColumnCells(cells)
    }

    /// Returns the part's value for a row of a block; nil where a row is not there.
    private func value(_ rows: RowBlock, _ index: Int) -> Value? {
        var values: [Value] = []
        values.reserveCapacity(arguments.count)
        for argument in arguments {
            switch argument {
            case .constant(let value): values.append(value)
            case .row(let table):
                values.append(
                    rowStore.object(RowReference(table: table, row: rows.firstRow + index)))
            case .target(let place, let table):
                let target = rows.cells(place)[index]
                guard target >= 0 else { return nil }
                values.append(rowStore.object(RowReference(table: table, row: Int(target))))
            }
        }
        return program.evaluate(values)
    }
}

extension ExpressionLowering {
    /// Returns a node as work row by row, where its rows were packed.
    func rowProgram(_ id: SyntaxNode.ID) -> RowProgram? {
        guard let rowStore = store.rowStore else { return nil }
        var arguments: [RowProgram.Argument] = []
        for name in expression.variables {
            switch roots[name] {
            case .own(let table)?: arguments.append(.row(table: table))
            case .through(let place, let table)?:
                // The row has to be there only where the node looks at it.
                arguments.append(
                    uses(id, name) ? .target(place: place, table: table) : .constant(.null))
            case .several?:
                if uses(id, name) { return nil }
                arguments.append(.constant(.null))
            case nil:
                if name == "period", period == nil, uses(id, name) { return nil }
                arguments.append(.constant(background(name)))
            }
        }
        return RowProgram(
            rowStore: rowStore, program: program(id), arguments: arguments)
    }

    /// The table of the rows that are worked on.
    var ownTable: ColumnTable? {
        for case .own(let table) in roots.values { return store.tables.tables[table] }
        return nil
    }

    /// Returns a node as cells that are worked out row by row, where its rows were packed.
    func worked(_ id: SyntaxNode.ID, _ cell: (Value) -> Int32) -> CellKernel? {
        guard let program = rowProgram(id), let table = ownTable else { return nil }
        return .cells(.made(program.cells(of: table, cell)))
    }

    /// Whether a node looks at a variable.
    private func uses(_ id: SyntaxNode.ID, _ name: String) -> Bool {
        if case .variable(name)? = checked.references[id] { return true }
        return checked.nodes[id].children(checked.references[id]).contains { uses($0, name) }
    }
}
