internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

/// Maps one table of a sheet that was recognised as an annex.
struct AnnexMapper {
    let annex: Annex
    let sheet: Sheet
    let table: FoundTable

    func map(into drafts: inout DraftTables, _ tally: inout SheetRowCounts) {
        tally.readAs.append((annex.id, annex.title.message))
        tally.ignore(.heading, count: table.preamble.count + table.header.count)
        let reader = AnnexHeading(annex: annex, sheet: sheet)
        let heading = reader.values(in: table.preamble)
        reportMissing(heading, reader, to: &drafts)
        for yield in annex.rows + annex.totals {
            drafts.datasetIndex(yield.dataset).map { drafts.isGiven[$0] = true }
        }
        let sorter = sorter()
        let kinds = table.body.map { sorter.kind($0) }
        let footerStart = kinds.firstIndex(of: .footer).map { table.body.lowerBound + $0 }
        let footer =
            footerStart.map { reader.footer(in: $0..<table.body.upperBound) } ?? [:]
        let yields = AnnexYields(annex: annex, pack: drafts.pack, heading: heading, footer: footer)
        var totals = TotalsCheck(sheet: sheet, columns: integerColumns)
        for (index, kind) in zip(table.body, kinds) {
            let row = sheet.rows[index]
            switch kind {
            case .data:
                tally.read += 1
                totals.add(row)
                addRow(row, heading: heading, reader: reader, yields: yields, &drafts)
            case .total:
                tally.ignore(.total)
                totals.compare(row).forEach { drafts.report($0) }
            case .footer: tally.ignore(.footer)
            case .ignored(let reason):
                tally.ignore(reason)
                if reason == .text { sorter.outside(index).map { drafts.report($0) } }
            case .rejected:
                tally.rejected += 1
                drafts.report(rejection(row))
            }
        }
        addTotals(from: footerStart, footer: footer, yields: yields, &drafts)
    }

    private func addRow(
        _ row: SheetRow, heading: [String: SourceValue], reader: AnnexHeading,
        yields: AnnexYields, _ drafts: inout DraftTables
    ) {
        var values: [String: SourceValue] = [:]
        for (column, place) in zip(annex.columns, table.columns) {
            guard let place else { continue }
            let address = sheet.address(row: row.number, column: place)
            var cell = cells.cell(row: row.number, column: place)
            cell = column.spelled(cell)
            values[column.name] = .cell(cell, address, days: reader.days(for: column, heading))
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
        }
        yields.addRows(from: values, at: sheet.address(row: row.number), to: &drafts)
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

    private func reportMissing(
        _ heading: [String: SourceValue], _ reader: AnnexHeading, to drafts: inout DraftTables
    ) {
        let needed = reader.neededHeadings
        for field in annex.heading where needed.contains(field.name) && heading[field.name] == nil {
            let words = field.labels.first ?? field.pattern ?? field.name
            drafts.report(
                DataFinding(
                    .headingMissing, .verify, zh: "表格上方没有“\(words)”",
                    en: "`\(words)` does not stand above the table",
                    at: sheet.address(row: sheet.rows[table.header.lowerBound].number)
                )
            )
        }
    }

    private func rejection(_ row: SheetRow) -> DataFinding {
        let titles = identifyingColumns.map { $0.headers.first ?? $0.name }
        return DataFinding.rejected(titles, at: sheet.address(row: row.number))
    }
}
