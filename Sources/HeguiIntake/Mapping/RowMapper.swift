internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

/// How one row of cells becomes a row of a dataset, for sheets and for the single records that
/// columns leave alike.
struct RowMapper {
    let dataset: Dataset
    /// The dataset's columns that are there, with the sheet's column of each.
    let places: [(column: Int, place: Int)]
    /// The dataset's columns of which one must be filled in.
    let identifying: [Int]
    let cells: TableCells
    let sorter: RowSorter

    /// Returns the row at an index of the sheet's rows as one of dataset `number`; nil for one that
    /// holds no data.
    ///
    /// `kind` is what the sorter says of the row. Whatever it is gets counted in `tally`, and what
    /// is wrong with it is reported to `drafts`.
    func row(
        at index: Int, kind: RowSorter.Kind, of number: Int, _ drafts: inout DraftTables,
        _ tally: inout SheetRowCounts
    ) -> DraftRow? {
        switch kind {
        case .data, .continuation:
            tally.read += 1
            var row = row(at: index, of: number, &drafts)
            drafts.doubtDays(in: &row, of: number)
            drafts.reportEmpty(row, of: number)
            return row
        case .total: tally.ignore(.total)
        case .footer: tally.ignore(.footer)
        case .ignored(let reason):
            tally.ignore(reason)
            if reason == .text { sorter.outside(index).map { drafts.report($0) } }
        case .rejected:
            tally.rejected += 1
            let titles = identifying.map { dataset.columns[$0].title.message.zh }
            let row = cells.sheet.rows[index].number
            drafts.report(.rejected(titles, at: cells.sheet.address(row: row)))
        }
        return nil
    }

    private func row(
        at index: Int, of number: Int, _ drafts: inout DraftTables
    ) -> DraftRow {
        let sheet = cells.sheet
        let row = sheet.rows[index].number
        var draft = drafts.emptyRow(number, address: sheet.address(row: row), decidesRow: true)
        for (column, place) in places {
            let address = sheet.address(row: row, column: place)
            let value = SourceValue.cell(
                cells.cell(row: row, column: place), address, days: sheet.days())
            drafts.set(value, in: &draft, dataset: number, column: column)
        }
        return draft
    }
}
