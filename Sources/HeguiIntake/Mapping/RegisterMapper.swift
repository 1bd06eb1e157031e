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

    func map(into drafts: inout DraftTables, _ tally: inout SheetRowCounts) {
        guard let index = drafts.datasetIndex(dataset.name) else { return }
        tally.readAs.append((dataset.name, dataset.title.message))
        tally.ignore(.heading, count: table.preamble.count + table.header.count)
        drafts.isGiven[index] = true
        reportMissing(&drafts)
        mapBody(into: &drafts, &tally)
    }

    /// Maps the rows below the headings.
    private func mapBody(into drafts: inout DraftTables, _ tally: inout SheetRowCounts) {
        guard let index = drafts.datasetIndex(dataset.name) else { return }
        let rows = rows(of: sheet, from: firstRow, repeatedHeadings: table.repeatedHeadings)
        var totals = TotalsCheck(sheet: sheet, columns: integerColumns(places))
        let kinds = rows.sorter.kinds(of: table.body)
        var above: DraftRow?
        for (place, (rowIndex, kind)) in zip(table.body, kinds).enumerated() {
            if kind == .data || kind == .continuation { totals.add(sheet.rows[rowIndex]) }
            let more = kinds[(place + 1)...].prefix { $0 == .continuation }.count
            let draft = rows.row(
                at: rowIndex, continuedBy: (0..<more).map { rowIndex + 1 + $0 }, kind: kind,
                of: index, &drafts, &tally)
            if let draft { drafts.append(draft, below: &above, of: index) }
            if kind == .total {
                totals.compare(sheet.rows[rowIndex]).forEach { drafts.report($0) }
            }
        }
    }

    /// Returns what makes rows of the dataset of rows of a sheet, whose data begin in row number
    /// `firstRow`.
    func rows(
        of sheet: Sheet, from firstRow: Int, repeatedHeadings: Set<Int> = []
    ) -> RowMapper {
        let places = places
        let identifying = identifying(places)
        let cells = TableCells(sheet: sheet, firstRow: firstRow)
        let sorter = RowSorter(
            cells: cells, repeatedHeadings: repeatedHeadings, mapped: Set(places.map(\.place)),
            identifying: places.filter { identifying.contains($0.column) }.map(\.place),
            footerStarts: [], manyValued: manyValued)
        return RowMapper(
            dataset: dataset, places: places, identifying: identifying, cells: cells,
            sorter: sorter)
    }

    /// The sheet's columns whose cells may hold several things of one row.
    private var manyValued: Set<Int> {
        Set(places.filter { dataset.columns[$0.column].type == .list }.map(\.place))
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
                .columnMissing, .verify, zh: "缺少列“\(zh)”", en: "the column `\(en)` is missing",
                at: header, dataset: dataset.name
            )
        )
    }
}
