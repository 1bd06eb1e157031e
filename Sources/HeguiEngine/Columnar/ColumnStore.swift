import HeguiColumns
import HeguiIntake
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
    private let flats = Mutex<[Link: ColumnCells]>([:])
    private let sizes = Mutex<[Int: ColumnCells]>([:])
    private let indexes = Mutex<[Int: ReverseIndex]>([:])

    init(_ tables: ColumnTables, schema: Schema, threads: Int) {
        self.tables = tables
        self.schema = schema
        self.threads = threads
    }

    /// Returns a column of a table in one piece.
    func flat(_ table: Int, place: Int) -> ColumnCells {
        flats.withLock { known in
            let link = Link(table: table, place: place)
            if let cells = known[link] { return cells }
            let cells = ColumnCells(
                joining: tables.tables[table].stretches.map { $0.segment.columns[place] })
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
            for stretch in table.stretches.indices {
                RowBlock.each(of: table, stretch) { rows in
                    let all = TruthBlock(count: rows.count)
                    all.fill(TruthBlock.yes)
                    counters.count(rows.cells(place), [all])
                }
            }
            let cells = ColumnCells(counters)
            known[number] = cells
            return cells
        }
    }

    /// Returns the rows of a relation by the row that they refer to.
    func index(ofRelation number: Int) -> ReverseIndex? {
        guard let place = place(ofRelation: number) else { return nil }
        let relation = schema.relations[number]
        return indexes.withLock { known in
            if let index = known[number] { return index }
            let table = tables.tables[relation.table]
            let index = ReverseIndex(
                table.stretches.map { $0.segment.columns[place] },
                targets: tables.tables[relation.target].rowCount)
            known[number] = index
            return index
        }
    }

    /// Where the references of a relation stand, if it can be told from columns.
    func place(ofRelation number: Int) -> Int? {
        let relation = schema.relations[number]
        guard relation.tree == nil, tables.tables[relation.table].isGiven,
            case .reference(let place, relation.target) =
                tables.tables[relation.table].meanings[relation.column]
        else { return nil }
        return place
    }
}
