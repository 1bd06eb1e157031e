internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

/// Maps one table of a sheet that was recognised as an annex.
struct AnnexMapper {
    let annex: Annex
    let sheet: Sheet
    let table: FoundTable

    /// By field of events: the column of the table that holds their days, where these have one.
    var dayFields: [Int: Int] = [:]

    /// A row of the sheet with the rows that continue it.
    private struct Entry {
        let row: SheetRow
        var continued: [SheetRow] = []
    }

    func map(into drafts: inout DraftTables, _ tally: inout SheetRowCounts) {
        tally.readAs.append((annex.id, annex.title.message))
        tally.ignore(.heading, count: table.preamble.count + table.header.count)
        let reader = AnnexHeading(annex: annex, sheet: sheet)
        let heading = heading(reader, &drafts)
        for yield in annex.rows + annex.totals {
            drafts.datasetIndex(yield.dataset).map { drafts.isGiven[$0] = true }
        }
        let sorter = sorter()
        let kinds = sorter.kinds(of: table.body)
        let footerStart = kinds.firstIndex(of: .footer).map { table.body.lowerBound + $0 }
        let footer =
            footerStart.map { reader.footer(in: $0..<table.body.upperBound) } ?? [:]
        let yields = AnnexYields(annex: annex, pack: drafts.pack, heading: heading, footer: footer)
        let (entries, rejected) = sort(kinds, by: sorter, into: &drafts, &tally)
        for entry in entries {
            addRow(entry, heading: heading, reader: reader, yields: yields, &drafts)
        }
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
                entries.append(Entry(row: row))
            case .continuation:
                tally.read += 1
                totals.add(row)
                entries[entries.count - 1].continued.append(row)
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

    private func addRow(
        _ entry: Entry, heading: [String: SourceValue], reader: AnnexHeading,
        yields: AnnexYields, _ drafts: inout DraftTables
    ) {
        let row = entry.row
        var values: [String: SourceValue] = [:]
        for (field, column) in annex.columns.enumerated() {
            guard let place = table.columns[field] else { continue }
            let days = reader.days(for: column, heading)
            let address = sheet.address(row: row.number, column: place)
            let cell = column.spelled(self.cell(of: field, at: place, in: row.number))
            values[column.name] = .cell(cell, address, days: days)
            if column.isRequired, CellWriting(cell) == .absent {
                let title = column.headers.first ?? column.name
                drafts.report(
                    DataFinding(
                        .requiredEmpty, column.level, zh: "“\(title)”没有填写",
                        en: "`\(title)` is empty",
                        at: address
                    )
                )
            }
            let more = entry.continued.compactMap { below -> (RawCell?, CellAddress)? in
                let isOwn = sheet.cell(row: below.number, column: place) != nil
                guard isOwn, let cell = self.cell(of: field, at: place, in: below.number) else {
                    return nil
                }
                return (cell, sheet.address(row: below.number, column: place))
            }
            if !more.isEmpty {
                values[column.name] = .cells([(cell, address)] + more, days: days)
            }
        }
        yields.addRows(from: values, at: sheet.address(row: row.number), to: &drafts)
    }

    /// The cell of a field in a row, for events with the day that stands in a column of its own.
    private func cell(of field: Int, at place: Int, in row: Int) -> RawCell? {
        let cell = cells.cell(row: row, column: place)
        guard let dayField = dayFields[field], let dayPlace = table.columns[dayField] else {
            return cell
        }
        return DatedCell(days: cells.cell(row: row, column: dayPlace), texts: cell).joined
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
