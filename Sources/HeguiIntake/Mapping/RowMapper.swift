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
    /// `kind` is what the sorter says of the row, and `more` are the indices of the rows that go on
    /// with it. Whatever it is gets counted in `tally`, and what is wrong with it is reported to
    /// `drafts`.
    func row(
        at index: Int, continuedBy more: [Int] = [], kind: RowSorter.Kind, of number: Int,
        _ drafts: inout DraftTables, _ tally: inout SheetRowCounts
    ) -> DraftRow? {
        switch kind {
        case .data:
            tally.read += 1 + more.count
            var row = row(at: index, continuedBy: more, of: number, &drafts)
            drafts.doubtDays(in: &row, of: number)
            drafts.reportEmpty(row, of: number)
            return row
        // Read with the row above it.
        case .continuation: break
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
        at index: Int, continuedBy more: [Int], of number: Int, _ drafts: inout DraftTables
    ) -> DraftRow {
        let sheet = cells.sheet
        let row = sheet.rows[index].number
        var draft = drafts.emptyRow(number, address: sheet.address(row: row), decidesRow: true)
        for (column, place) in places {
            let own = cells.own(at: index, column: place)
            let below = more.compactMap { index in
                sheet.rows[index].cell(column: place).map { _ in
                    cells.own(at: index, column: place)
                }
            }
            let value: SourceValue =
                below.isEmpty
                ? .cell(own.cell, own.address, days: sheet.days())
                : .cells([own] + below, days: sheet.days())
            drafts.set(value, in: &draft, dataset: number, column: column)
        }
        return draft
    }
}
