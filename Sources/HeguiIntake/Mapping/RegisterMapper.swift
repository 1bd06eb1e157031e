internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

/// Maps one table of a sheet that holds a dataset as it stands.
struct RegisterMapper {
    let dataset: Dataset
    let pattern: SheetPattern
    let sheet: Sheet
    let table: FoundTable

    func map(into drafts: inout DraftTables, _ tally: inout SheetTally) {
        guard let index = drafts.datasetIndex(dataset.name) else { return }
        tally.readAs.append((dataset.name, dataset.title.message))
        tally.ignore(.heading, count: table.preamble.count + table.header.count)
        drafts.isGiven[index] = true
        reportMissing(&drafts)
        mapBody(into: &drafts, &tally)
    }

    /// Maps the rows below the headings.
    func mapBody(into drafts: inout DraftTables, _ tally: inout SheetTally) {
        guard let index = drafts.datasetIndex(dataset.name) else { return }
        let places = places
        let cells = TableCells(sheet: sheet, firstRow: firstRow)
        let sorter = sorter(cells, places)
        var totals = TotalsCheck(sheet: sheet, columns: integerColumns(places))
        for rowIndex in table.body {
            let row = sheet.rows[rowIndex]
            switch sorter.kind(rowIndex) {
            case .data:
                tally.read += 1
                totals.add(row)
                let address = sheet.address(row: row.number)
                var draft = drafts.emptyRow(index, address: address, decidesRow: true)
                for (column, place) in places {
                    let cell = cells.cell(row: row.number, column: place)
                    let cellAddress = sheet.address(row: row.number, column: place)
                    drafts.set(
                        .cell(cell, cellAddress, days: sheet.days()), in: &draft,
                        dataset: index, column: column
                    )
                }
                drafts.append(draft, to: index)
            case .total:
                tally.ignore(.total)
                totals.compare(row).forEach { drafts.report($0) }
            case .footer: tally.ignore(.footer)
            case .ignored(let reason):
                tally.ignore(reason)
                if reason == .text { sorter.outside(rowIndex).map { drafts.report($0) } }
            case .rejected:
                tally.rejected += 1
                let titles = identifying(places).map { dataset.columns[$0].title.message.zh }
                drafts.report(.rejected(titles, at: sheet.address(row: row.number)))
            }
        }
    }

    private var firstRow: Int { sheet.rows[table.header.upperBound - 1].number + 1 }

    /// The dataset's columns that are there, with the sheet's column of each.
    var places: [(column: Int, place: Int)] {
        zip(pattern.fields, table.columns).compactMap { field, place in
            guard let place, let column = dataset.columnIndex(field.name) else { return nil }
            return (column, place)
        }
    }

    /// Key and label, else what recognises the register.
    func identifying(_ places: [(column: Int, place: Int)]) -> [Int] {
        let names = dataset.key + [dataset.label].compactMap { $0 }
        let given = Set(places.map(\.column))
        let columns = names.compactMap { dataset.columnIndex($0) }.filter(given.contains)
        if !columns.isEmpty { return columns }
        return dataset.register.compactMap { dataset.columnIndex($0) }.filter(given.contains)
    }

    private func sorter(_ cells: TableCells, _ places: [(column: Int, place: Int)]) -> RowSorter {
        let columns = Set(identifying(places))
        return RowSorter(
            cells: cells, repeatedHeadings: table.repeatedHeadings,
            mapped: Set(places.map(\.place)),
            identifying: places.filter { columns.contains($0.column) }.map(\.place),
            footerStarts: []
        )
    }

    private func integerColumns(
        _ places: [(column: Int, place: Int)]
    ) -> [TotalsCheck.Column] {
        places.filter { dataset.columns[$0.column].type == .integer }.map {
            TotalsCheck.Column(
                place: $0.place, title: dataset.columns[$0.column].title.message.zh
            )
        }
    }

    func reportMissing(_ drafts: inout DraftTables) {
        let given = Set(places.map(\.column))
        let header = sheet.address(row: sheet.rows[table.header.lowerBound].number)
        let lacking = dataset.columns.enumerated().filter { index, column in
            column.isRequired && column.derived == nil && column.otherwise == nil
                && !given.contains(index)
        }.map { $0.element.title.message }
        guard !lacking.isEmpty else { return }
        let zh = lacking.map(\.zh).joined(separator: "、")
        let en = lacking.map(\.en).joined(separator: ", ")
        drafts.report(
            DataFinding(
                .columnMissing, .verify, "缺少列“\(zh)”", "the column `\(en)` is missing",
                at: header, dataset: dataset.name
            )
        )
    }
}
