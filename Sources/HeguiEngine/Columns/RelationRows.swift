import HeguiColumns
import HeguiTables

/// The rows of a relation by the row that they refer to.
struct RelationRows: Sendable {
    let index: ReverseIndex
    let rows: WorkedRows

    /// Returns nil where columns do not tell the relation.
    init?(_ relation: Int, _ store: ColumnStore) {
        guard let index = store.index(ofRelation: relation) else { return nil }
        self.index = index
        let table = store.tables.tables[store.schema.relations[relation].table]
        rows = WorkedRows(table: table, threads: store.threads)
    }
}
