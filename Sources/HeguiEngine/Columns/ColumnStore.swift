import HeguiColumns
import HeguiPack
import HeguiTables
import Synchronization

/// The tables of a drop in columns, and what is made from them once for all that ask.
final class ColumnStore: Sendable {
    /// A relation: the rows of `table` whose reference at `place` names a row of the target.
    private struct Link: Hashable {
        let table: Int
        let place: Int
    }

    let tables: ColumnTables
    let schema: Schema
    let threads: Int
    private let flats = Locked<[Link: ColumnCells]>([:])
    private let sizes = Locked<[Int: ColumnCells]>([:])
    private let hierarchies = Locked<[Link: Hierarchy]>([:])
    private let indexes = Locked<[Int: ReverseIndex]>([:])
    /// Which relations may have more rows than were read.
    let open: OpenRelations

    /// The rows themselves, with all that was computed, where they were packed rather than scanned.
    let rowStore: RowStore?

    init(_ tables: ColumnTables, schema: Schema, threads: Int, rowStore: RowStore? = nil) {
        self.rowStore = rowStore
        self.tables = tables
        self.schema = schema
        self.threads = threads
        open =
            rowStore?.open
            ?? (tables.openRows.isEmpty
                ? .none
                : OpenRelations(
                    tables.openRows, schema, from: ColumnReferences(tables: tables.tables)))
    }

    /// Whether a file of the drop has another size or time than when it was opened.
    var filesHaveChanged: Bool { tables.tables.contains(where: \.filesHaveChanged) }

    /// Returns a column of a table in one piece.
    func flat(_ table: Int, place: Int) -> ColumnCells {
        flats.withLock { known in
            let link = Link(table: table, place: place)
            if let cells = known[link] { return cells }
            let cells = ColumnCells(
                joining: tables.tables[table].slices.map { $0.segment.columns[place] })
            known[link] = cells
            return cells
        }
    }

    /// Returns how many rows a relation has for each row of its target.
    func size(ofRelation number: Int) -> ColumnCells? {
        guard let place = place(ofRelation: number) else { return nil }
        let relation = schema.relations[number]
        return sizes.withLock { known in
            if let cells = known[number] { return cells }
            let counters = Counters(rows: tables.tables[relation.target].rowCount, lanes: 1)
            let table = tables.tables[relation.table]
            for slice in table.slices.indices {
                RowBlock.each(of: table, slice) { rows in
                    let all = TruthBlock(count: rows.count)
                    all.fill(TruthBlock.yes)
                    counters.count(rows.cells(place), [all])
                }
            }
            let cells = ColumnCells(counters, special: open.targets(ofRelation: number))
            known[number] = cells
            return cells
        }
    }

    /// Returns the rows of a relation by the row that they refer to, along a tree by those above it
    /// too.
    func index(ofRelation number: Int) -> ReverseIndex? {
        guard let place = referencePlace(ofRelation: number) else { return nil }
        let relation = schema.relations[number]
        let hierarchy = hierarchy(ofRelation: number)
        return indexes.withLock { known in
            if let index = known[number] { return index }
            let references = tables.tables[relation.table].slices.map {
                $0.segment.columns[place]
            }
            let count = tables.tables[relation.target].rowCount
            let index: ReverseIndex
            if let hierarchy {
                index = ReverseIndex(
                    references,
                    paths: (0..<count).map { hierarchy.path(from: $0).map { Int32($0) } })
            } else {
                index = ReverseIndex(references, targets: count)
            }
            known[number] = index
            return index
        }
    }

    /// The rows of a relation's target as the tree along which it goes; nil for one along none.
    func hierarchy(ofRelation number: Int) -> Hierarchy? {
        let relation = schema.relations[number]
        guard let tree = relation.tree else { return nil }
        return hierarchies.withLock { known in
            let link = Link(table: relation.target, place: tree)
            if let hierarchy = known[link] { return hierarchy }
            let table = tables.tables[relation.target]
            var parents = [Int?](repeating: nil, count: table.rowCount)
            if case .reference(let place, relation.target) = table.meanings[tree] {
                for slice in table.slices {
                    let cells = slice.segment.columns[place]
                    for index in 0..<slice.segment.keptCount where cells[index] >= 0 {
                        parents[slice.firstRow + index] = Int(cells[index])
                    }
                }
            }
            let hierarchy = Hierarchy(parents: parents, count: table.rowCount)
            known[link] = hierarchy
            return hierarchy
        }
    }

    /// Where the references of a relation stand, if it can be told from columns, each row of which
    /// belongs to the one row that it names.
    func place(ofRelation number: Int) -> Int? {
        schema.relations[number].tree == nil ? referencePlace(ofRelation: number) : nil
    }

    private func referencePlace(ofRelation number: Int) -> Int? {
        let relation = schema.relations[number]
        guard tables.tables[relation.table].isGiven,
            case .reference(let place, relation.target) =
                tables.tables[relation.table].meanings[relation.column]
        else { return nil }
        return place
    }
}

/// References as they stand in columns.
private struct ColumnReferences: ReferenceSource {
    let tables: [ColumnTable]

    func rowCount(ofTable number: Int) -> Int { tables[number].rowCount }

    func forEachReference(ofTable number: Int, column: Int, _ body: (Int, Int?) -> Void) {
        let table = tables[number]
        guard case .reference(let place, _) = table.meanings[column] else { return }
        for slice in table.slices {
            let cells = slice.segment.columns[place]
            for index in 0..<slice.segment.keptCount {
                body(slice.firstRow + index, cells[index] >= 0 ? Int(cells[index]) : nil)
            }
        }
    }
}

extension ColumnTable {
    /// Whether the key is one that outputs hide.
    var hidesKey: Bool {
        dataset.key.contains { name in
            dataset.columns.contains { $0.name == name && $0.isMasked }
        }
    }

    /// Returns the rows whose label `text` is, for a text that is no key; nil where columns do not
    /// tell: a row without a key is called by its place, and what is hidden by what is left of it.
    func rows(named text: String) -> [Int]? {
        guard keyPlace != nil, !hidesKey, !text.contains("▸"),
            let column = dataset.label.flatMap(dataset.columnIndex),
            [.text, .name, .organisation].contains(dataset.columns[column].type),
            !dataset.columns[column].isMasked, dataset.columns[column].derived == nil,
            case .words(let place) = meanings[column]
        else { return nil }
        guard let word = values[place].firstIndex(of: .text(text)) else { return [] }
        var rows: [Int] = []
        for slice in slices {
            let cells = slice.segment.columns[place]
            for index in 0..<slice.segment.keptCount where cells[index] == Int32(word) {
                rows.append(slice.firstRow + index)
            }
        }
        return rows
    }
}
