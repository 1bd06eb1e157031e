internal import HeguiColumns
internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

extension ColumnLoading {
    /// Finds the rows that do not say of whom they tell, right below ones that do, as the plain
    /// reader finds them.
    ///
    /// - Complexity: linear in the rows of the datasets without a key.
    mutating func openContinuedRows() {
        for number in pack.datasets.indices {
            guard let table = tables[number], let column = table.dataset.aboutColumn,
                case .reference(let place, _) = table.meanings[column]
            else { continue }
            openContinuedRows(of: table, number, column: column, at: place)
        }
    }

    private mutating func openContinuedRows(
        of table: ColumnTable, _ number: Int, column: Int, at place: Int
    ) {
        var known: [Int: [OpenRows]] = [:]
        for open in openRows where open.dataset == table.dataset.name {
            guard open.column == table.dataset.columns[column].name else { continue }
            for row in open.rows { known[row, default: []].append(open) }
        }
        // The row before, and whom it may tell of; nil where it names nobody.
        var above: (file: Int, record: Int, meant: [[OpenRows.Place]]?)?
        for slice in table.slices {
            let cells = slice.segment.columns[place]
            let isFull = !cells.contains(ColumnCells.absent)
            // Of a slice that leaves nothing empty only the last row matters to the next.
            for index in (isFull ? max(0, cells.count - 1) : 0)..<cells.count {
                let record = slice.segment.firstRecord + slice.segment.record(of: index)
                let row = slice.firstRow + index
                var meant: [[OpenRows.Place]]?
                if cells[index] != ColumnCells.absent {
                    meant = Self.meant(
                        by: cells[index], among: known[row] ?? [], table.dataset.columns[column])
                } else if let above, above.file == slice.file, above.record == record - 1,
                    let references = above.meant
                {
                    meant = references
                    open(row, of: (number, column), for: references, at: (slice.file, record))
                }
                above = (slice.file, record, meant)
            }
        }
    }

    /// The rows of which one may be meant by a cell that names something.
    private static func meant(
        by cell: Int32, among known: [OpenRows], _ column: Column
    ) -> [[OpenRows.Place]] {
        guard cell >= 0, let target = column.reference?.dataset else {
            return known.map(\.references)
        }
        return [[OpenRows.Place(dataset: target, row: Int(cell))]]
    }

    private mutating func open(
        _ row: Int, of place: (table: Int, column: Int), for meant: [[OpenRows.Place]],
        at record: (file: Int, number: Int)
    ) {
        let (number, column) = place
        let source = files[number, default: []][record.file]
        let field = source.head.mapper.places.first { $0.column == column }?.place
        let cell = CellAddress(file: source.file.name, row: record.number, column: field)
        let dataset = pack.datasets[number]
        drafts.report(.goesOn(dataset, column, at: cell))
        for references in meant {
            openRows.append(
                OpenRows(
                    dataset: dataset.name, references: references, atMost: 1,
                    reason: .perhaps(row: cell), column: dataset.columns[column].name, rows: [row]))
        }
    }
}
