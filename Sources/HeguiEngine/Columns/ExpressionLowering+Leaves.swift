import CEL
import HeguiCalendar
import HeguiColumns
import HeguiPack
import HeguiTables

extension ExpressionLowering {
    private var schema: Schema { store.schema }

    /// A chain of fields from a row.
    struct Chain {
        let variable: String
        let path: [Int]
        /// The table of the row that the last field belongs to.
        let table: Int
    }

    /// Returns the chain of fields that a node is, if it is one.
    func chain(_ id: SyntaxNode.ID) -> Chain? {
        guard case .select(let operand, let word, .value) = checked.nodes[id].kind else {
            return nil
        }
        let outer: (variable: String, path: [Int], table: Int)
        if case .variable(let name)? = checked.references[operand], let root = roots[name] {
            outer = (name, [], root.table)
        } else if let inner = chain(operand), let last = inner.path.last,
            case .reference(_, let target) = schema.tables[inner.table].accesses[last]
        {
            outer = (inner.variable, inner.path, target)
        } else {
            return nil
        }
        guard let field = schema.tables[outer.table].fieldNames.firstIndex(of: word.text) else {
            return nil
        }
        return Chain(variable: outer.variable, path: outer.path + [field], table: outer.table)
    }

    /// Returns the leaf that a node is, if it is one.
    func leaf(_ id: SyntaxNode.ID) -> ColumnLeaf? {
        if case .call(let call) = checked.nodes[id].kind, call.function.text == "size",
            let operand = call.target ?? call.arguments.first, let chain = chain(operand),
            let last = chain.path.last,
            case .relation(let relation) = schema.tables[chain.table].accesses[last]
        {
            return ColumnLeaf(
                variable: chain.variable, path: chain.path, kind: .size(relation: relation))
        }
        guard let chain = chain(id), let last = chain.path.last else { return nil }
        switch schema.tables[chain.table].accesses[last] {
        case .column: return ColumnLeaf(variable: chain.variable, path: chain.path, kind: .cells)
        case .reference:
            return ColumnLeaf(variable: chain.variable, path: chain.path, kind: .presence)
        case .relation: return nil
        }
    }

    /// Returns the leaves under a node; nil where it reads anything else of a row.
    func leaves(_ id: SyntaxNode.ID) -> Set<ColumnLeaf>? {
        if let leaf = leaf(id) { return [leaf] }
        switch checked.references[id] {
        case .variable(let name)?:
            if roots[name] != nil { return nil }
            return name == "period" && period == nil ? nil : []
        case .local?, .unresolved?: return nil
        default: break
        }
        switch checked.nodes[id].kind {
        case .comprehension, .binding, .message: return nil
        default: break
        }
        var all: Set<ColumnLeaf> = []
        for child in checked.nodes[id].children(checked.references[id]) {
            guard let own = leaves(child) else { return nil }
            all.formUnion(own)
        }
        return all
    }

    /// The table of the row that a leaf's last field belongs to, and that field.
    private func end(of leaf: ColumnLeaf) -> (table: Int, access: Schema.Access)? {
        guard let root = roots[leaf.variable] else { return nil }
        var table = root.table
        for field in leaf.path.dropLast() {
            guard case .reference(_, let target) = schema.tables[table].accesses[field] else {
                return nil
            }
            table = target
        }
        return leaf.path.last.map { (table, schema.tables[table].accesses[$0]) }
    }

    /// What the cells of a leaf say.
    func meaning(of leaf: ColumnLeaf) -> ColumnMeaning? {
        guard let end = end(of: leaf) else { return nil }
        switch end.access {
        case .column(let column), .reference(let column, _):
            return store.tables.tables[end.table].meanings[column]
        case .relation: return nil
        }
    }

    /// Whether the leaf's column is computed by the pack rather than read; nil for no column.
    func inlinable(_ leaf: ColumnLeaf) -> Bool? {
        guard let end = end(of: leaf) else { return nil }
        guard case .column(let column) = end.access, store.rowStore == nil else { return false }
        let definition = schema.tables[end.table].dataset.columns[column]
        if definition.derived != nil || definition.measure != nil { return true }
        return definition.otherwise != nil && !isGiven(column, of: end.table)
    }

    /// Returns the leaf where no file has its column, so that every cell of it is empty.
    func emptyColumn(_ leaf: ColumnLeaf) -> ColumnLeaf? {
        if case .several? = roots[leaf.variable] { return nil }
        guard leaf.path.count == 1, inlinable(leaf) == false, let end = end(of: leaf),
            case .column(let column) = end.access, store.tables.tables[end.table].isGiven,
            !isGiven(column, of: end.table)
        else { return nil }
        return leaf
    }

    /// Returns where the leaf's cells come from; nil where columns do not have them.
    ///
    /// With `named`, a column of references counts as well: a cell is empty where it names nothing.
    func source(of leaf: ColumnLeaf, named: Bool = false) -> CellSource? {
        guard let root = roots[leaf.variable] else { return nil }
        switch root {
        case .own(let table): return own(leaf, leaf.path[...], of: table, named: named)
        case .through(let reference, let table):
            guard let cells = flat(leaf, leaf.path[...], of: table, named: named) else {
                return nil
            }
            return .through(reference: reference, cells: cells)
        case .several: return nil
        }
    }

    private func own(
        _ leaf: ColumnLeaf, _ path: ArraySlice<Int>, of table: Int, named: Bool
    ) -> CellSource? {
        guard let first = path.first else { return nil }
        if path.count == 1 {
            if case .size(let relation) = leaf.kind {
                return store.size(ofRelation: relation).map(CellSource.made)
            }
            return place(first, of: table, leaf.kind, named: named).map { .own(place: $0) }
        }
        guard case .reference(let column, let target) = schema.tables[table].accesses[first],
            let reference = referencePlace(column, of: table, to: target),
            let cells = flat(leaf, path.dropFirst(), of: target, named: named)
        else { return nil }
        return .through(reference: reference, cells: cells)
    }

    /// The leaf's cells for all rows of `table`, one after another.
    private func flat(
        _ leaf: ColumnLeaf, _ path: ArraySlice<Int>, of table: Int, named: Bool
    ) -> ColumnCells? {
        guard let first = path.first else { return nil }
        if path.count == 1 {
            if case .size(let relation) = leaf.kind { return store.size(ofRelation: relation) }
            return place(first, of: table, leaf.kind, named: named).map {
                store.flat(table, place: $0)
            }
        }
        guard case .reference(let column, let target) = schema.tables[table].accesses[first],
            let reference = referencePlace(column, of: table, to: target),
            let cells = flat(leaf, path.dropFirst(), of: target, named: named)
        else { return nil }
        return ColumnCells(cells, of: store.flat(table, place: reference))
    }

    private func referencePlace(_ column: Int, of table: Int, to target: Int) -> Int? {
        guard store.tables.tables[target].isGiven,
            case .reference(let place, target) = store.tables.tables[table].meanings[column]
        else { return nil }
        return place
    }

    private func place(
        _ field: Int, of table: Int, _ kind: ColumnLeaf.Kind, named: Bool
    ) -> Int? {
        switch (schema.tables[table].accesses[field], kind) {
        case (.reference(let column, let target), .presence):
            return referencePlace(column, of: table, to: target)
        case (.column(let column), .cells):
            switch store.tables.tables[table].meanings[column] {
            case .days(let place), .integers(let place), .words(let place): return place
            case .reference(let place, _): return named ? place : nil
            case .notGiven, .unkept, .key: return nil
            }
        default: return nil
        }
    }

    /// A row that a presence finds, for trying an expression with it.
    func presentRow(_ leaf: ColumnLeaf) -> Value? {
        guard let end = end(of: leaf), case .reference(_, let target) = end.access else {
            return nil
        }
        return .object(ColumnTrial(schema: schema, table: target, path: [], value: .null))
    }

    /// The values that a leaf's cells have.
    struct Domain {
        let first: Int32
        /// Which cells there are, from `first` on.
        let present: [Bool]
        let value: (Int32) -> Value
    }

    func domain(of leaf: ColumnLeaf) -> Domain? {
        guard let end = end(of: leaf) else { return nil }
        if case .size(let relation) = leaf.kind {
            guard let cells = store.size(ofRelation: relation) else { return nil }
            return domain([cells]) { .int(Int64($0)) }
        }
        guard case .column(let column) = end.access else { return nil }
        let table = store.tables.tables[end.table]
        let meaning = table.meanings[column]
        guard let place = meaning.place else { return nil }
        let parts = table.slices.map { $0.segment.columns[place] }
        switch meaning {
        case .days:
            return domain(parts) { .opaque(DayValue(Day(number: $0))) }
        case .integers: return domain(parts) { .int(Int64($0)) }
        case .words:
            let values = table.values[place]
            guard values.count <= Self.trials else { return nil }
            let type = table.dataset.columns[column].type
            let cause = UnknownCause(key: table.dataset.name)
            return Domain(
                first: 0, present: Array(repeating: true, count: values.count),
                value: { values[Int($0)].value(type: type) { cause } })
        case .notGiven, .unkept, .reference, .key: return nil
        }
    }

    private func domain(
        _ parts: [ColumnCells], _ value: @escaping (Int32) -> Value
    ) -> Domain? {
        let all = parts.compactMap(\.bounds)
        let least = all.map(\.lowerBound).min() ?? 0
        let most = all.map(\.upperBound).max() ?? 0
        let span = Int(most) - Int(least) + 1
        guard span <= Self.trials else { return nil }
        var present = [Bool](repeating: false, count: span)
        for part in parts { part.mark(&present, first: least) }
        return Domain(first: least, present: present, value: value)
    }
}
