internal import HeguiColumns
internal import HeguiDiagnostics
internal import HeguiPack

extension ColumnTables {
    /// Returns `findings` with the keys of the rows that they stand in.
    ///
    /// - Complexity: a record is read anew for each finding in a row that has a key.
    func named(_ findings: [DataFinding]) -> [DataFinding] {
        let reader = RowReader(self)
        var named = findings
        for (number, table) in tables.enumerated() {
            let dataset = table.dataset
            let columns = dataset.key.compactMap { dataset.columnIndex($0) }
            guard !columns.isEmpty, table.isGiven else { continue }
            for index in findings.indices where findings[index].dataset == dataset.name {
                guard let row = table.row(at: findings[index].cell) else { continue }
                named[index].key = RowKeys.key(
                    of: reader.row(row, ofTable: number), columns, dataset)
            }
        }
        return named
    }
}

extension ColumnTable {
    /// Returns the row whose record a cell stands in, or nil where it is in none.
    func row(at cell: CellAddress) -> Int? {
        guard cell.sheet == nil else { return nil }
        let stretch = stretches.first { stretch in
            let first = stretch.segment.firstRecord
            return files[stretch.file].file.name == cell.file && first <= cell.row
                && cell.row < first + stretch.segment.rowCount
        }
        guard let stretch,
            let index = stretch.segment.index(ofRecord: cell.row - stretch.segment.firstRecord)
        else { return nil }
        return stretch.firstRow + index
    }
}
