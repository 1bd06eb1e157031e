internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

/// Maps one table of a sheet that was recognised as an annex.
struct AnnexMapper {
    let plan: AnnexPlan
    let sheet: Sheet
    let table: FoundTable

    /// By field of events: the column of the table that holds their days, where these have one.
    var dayFields: [Int: Int] = [:]

    var annex: Annex { plan.annex }

    /// A row of the sheet with the rows that continue it, by their places among the sheet's rows.
    private struct Entry {
        let row: Int
        var continued: [Int] = []
    }

    /// A column of the annex that the table has.
    private struct Place {
        /// Of the annex.
        let column: Int
        /// Of the sheet.
        let place: Int
        let days: DayReader
        /// The sheet's column with the days of the column's events, where they have one.
        let dayPlace: Int?
    }

    func map(into drafts: inout DraftTables, _ tally: inout SheetRowCounts) {
        tally.readAs.append((annex.id, annex.title.message))
        tally.ignore(.heading, count: table.preamble.count + table.header.count)
        let reader = AnnexHeading(annex: annex, sheet: sheet)
        let heading = heading(reader, &drafts)
        for dataset in plan.given { drafts.isGiven[dataset] = true }
        let sorter = sorter()
        let kinds = sorter.kinds(of: table.body)
        let footerStart = kinds.firstIndex(of: .footer).map { table.body.lowerBound + $0 }
        let footer =
            footerStart.map { reader.footer(in: $0..<table.body.upperBound) } ?? [:]
        let yields = AnnexYields(plan, pack: drafts.pack, heading: heading, footer: footer)
        let (entries, rejected) = sort(kinds, by: sorter, into: &drafts, &tally)
        let (cells, places) = (cells, places(heading, reader))
        for entry in entries { addRow(entry, of: cells, at: places, by: yields, &drafts) }
        addTotals(from: footerStart, footer: footer, yields: yields, &drafts)
        note(heading, rejected: rejected, &drafts)
    }

    /// The rows that hold something of somebody, and the places of those that say of nobody what
    /// they hold.
    private func sort(
        _ kinds: [RowSorter.Kind], by sorter: RowSorter, into drafts: inout DraftTables,
        _ tally: inout SheetRowCounts
    ) -> (entries: [Entry], rejected: [CellAddress]) {
        var totals = TotalsCheck(sheet: sheet, columns: integerColumns)
        var entries: [Entry] = []
        var rejected: [CellAddress] = []
        for (index, kind) in zip(table.body, kinds) {
            let row = sheet.rows[index]
            switch kind {
            case .data:
                tally.read += 1
                totals.add(row)
                entries.append(Entry(row: index))
            case .continuation:
                tally.read += 1
                totals.add(row)
                entries[entries.count - 1].continued.append(index)
            case .total:
                tally.ignore(.total)
                totals.compare(row).forEach { drafts.report($0) }
            case .footer: tally.ignore(.footer)
            case .ignored(let reason):
                tally.ignore(reason)
                if reason == .text { sorter.outside(index).map { drafts.report($0) } }
            case .rejected:
                tally.rejected += 1
                rejected.append(sheet.address(row: row.number))
                drafts.report(rejection(row))
            }
        }
        return (entries, rejected)
    }

    private func places(
        _ heading: [String: SourceValue], _ reader: AnnexHeading
    ) -> [Place] {
        annex.columns.enumerated().compactMap { number, column in
            table.columns[number].map { place in
                Place(
                    column: number, place: place, days: reader.days(for: column, heading),
                    dayPlace: dayFields[number].flatMap { table.columns[$0] })
            }
        }
    }

    private func addRow(
        _ entry: Entry, of cells: TableCells, at places: [Place], by yields: AnnexYields,
        _ drafts: inout DraftTables
    ) {
        let row = sheet.rows[entry.row].number
        var values = [SourceValue](repeating: .notGiven, count: plan.isRequired.count)
        for place in places {
            let address = sheet.address(row: row, column: place.place)
            let cell = plan.spelled(
                self.cell(of: place, at: entry.row, in: cells), in: place.column)
            values[place.column] = .cell(cell, address, days: place.days)
            if plan.isRequired[place.column], CellWriting(cell) == .absent {
                let column = annex.columns[place.column]
                drafts.report(
                    DataFinding(
                        .requiredEmpty, column.level, zh: "“\(column.title)”没有填写",
                        en: "`\(column.title)` is empty", at: address))
            }
            let more = entry.continued.compactMap { below -> (RawCell?, CellAddress)? in
                let row = sheet.rows[below]
                guard row.cell(column: place.place) != nil,
                    let cell = self.cell(of: place, at: below, in: cells)
                else { return nil }
                return (cell, sheet.address(row: row.number, column: place.place))
            }
            if !more.isEmpty {
                values[place.column] = .cells([(cell, address)] + more, days: place.days)
            }
        }
        yields.addRows(from: values, at: sheet.address(row: row), to: &drafts)
    }

    /// The cell of a column in a row, for events with the day that stands in a column of its own.
    private func cell(of place: Place, at row: Int, in cells: TableCells) -> RawCell? {
        let cell = cells.cell(at: row, column: place.place)
        guard let dayPlace = place.dayPlace else { return cell }
        return DatedCell(days: cells.cell(at: row, column: dayPlace), texts: cell).joined
    }

    private func addTotals(
        from start: Int?, footer: [String: SourceValue], yields: AnnexYields,
        _ drafts: inout DraftTables
    ) {
        guard !annex.totals.isEmpty else { return }
        let header = sheet.address(row: sheet.rows[table.header.lowerBound].number)
        guard let start else {
            // Without a footer there is none to look for: the totals are of the heading.
            if annex.footerStarts.isEmpty { return yields.addTotals(at: header, to: &drafts) }
            let words = annex.footerStarts.joined(separator: "、")
            drafts.report(
                DataFinding(
                    .footerMissing, .verify, zh: "表末没有以“\(words)”开头的汇总",
                    en: "there is no footer that begins with `\(words)`", at: header
                )
            )
            return
        }
        let address = sheet.address(row: sheet.rows[start].number)
        let lacking = annex.footer.filter { footer[$0.name] == nil }.map(\.after)
        if !lacking.isEmpty {
            let words = lacking.joined(separator: "、")
            drafts.report(
                DataFinding(
                    .footerMissing, .verify, zh: "表末汇总中没有“\(words)”",
                    en: "the footer lacks `\(words)`", at: address
                )
            )
        }
        yields.addTotals(at: address, to: &drafts)
    }

    private func rejection(_ row: SheetRow) -> DataFinding {
        let titles = identifyingColumns.map { $0.headers.first ?? $0.name }
        return DataFinding.rejected(titles, at: sheet.address(row: row.number))
    }
}
