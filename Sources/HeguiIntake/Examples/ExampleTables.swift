internal import HeguiDiagnostics
package import HeguiPack
internal import HeguiSheets
package import HeguiTables
internal import HeguiYAML

/// The rows that an example or a test case gives, as the tables of a drop.
package struct ExampleTables: Sendable {
    private let pack: Pack
    private let plans: [DatasetPlan]

    package init(_ pack: Pack) {
        self.pack = pack
        plans = DatasetPlan.all(of: pack)
    }

    /// Returns the tables of one situation of a pack.
    package static func make(_ situation: Situation, _ pack: Pack) -> Tables {
        ExampleTables(pack).make(situation)
    }

    /// Returns the tables of a situation: cells are read as those of a sheet are, and columns that
    /// are not written are not given. Rows stand in a file of the situation's name, one sheet a
    /// dataset.
    package func make(_ situation: Situation) -> Tables {
        var drafts = DraftTables(pack, plans: plans)
        for index in drafts.isGiven.indices {
            drafts.isGiven[index] = !situation.without.contains(pack.datasets[index].name)
        }
        for table in situation.given {
            guard let dataset = drafts.datasetIndex(table.dataset) else { continue }
            let grid = CellGrid(file: situation.name, sheet: table.dataset)
            for (number, row) in table.rows.enumerated() {
                let address = CellAddress(grid, row: number + 1)
                var draft = drafts.emptyRow(dataset, address: address, decidesRow: true)
                for cell in row.cells {
                    Self.set(cell, in: &draft, dataset: dataset, at: address, &drafts)
                }
                drafts.append(draft, to: dataset)
            }
        }
        _ = KeyCheck.removeRepeats(from: &drafts)
        var linker = Linker(drafts)
        linker.link()
        let tables = linker.tables
        return Tables(tables: tables, findings: linker.drafts.findings)
    }

    private static func set(
        _ cell: Situation.GivenCell, in row: inout DraftRow, dataset: Int,
        at address: CellAddress, _ drafts: inout DraftTables
    ) {
        guard let column = drafts.pack.datasets[dataset].columnIndex(cell.column) else { return }
        let place = address.with(column: column + 1)
        let texts = cell.texts.map(\.text)
        if cell.isList {
            row.data[column] = .list(texts)
            row.cells[column] = place
            return
        }
        let written = texts.first.map { RawCell(column: column + 1, text: $0) }
        drafts.set(
            .cell(written, place, days: DayReader()), in: &row, dataset: dataset, column: column
        )
    }
}
