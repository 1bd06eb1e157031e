internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

/// Makes the rows that an annex gives from the values of one row of its sheet.
struct AnnexYields {
    let annex: Annex
    let pack: Pack
    let heading: [String: SourceValue]
    let footer: [String: SourceValue]

    /// Adds the rows of `annex.rows`; `written` are the sheet's columns by name.
    ///
    /// A day that nobody can have meant is there nevertheless: its row is, with a day that is not
    /// known.
    func addRows(
        from written: [String: SourceValue], at address: CellAddress, to drafts: inout DraftTables
    ) {
        let bounds = annex.bounds(written, asOf: drafts.asOf, formYear: year)
        let values = annex.doubting(written, bounds)
        let present = annex.standIns.filter { isMade($0, of: written) }
        addStandIns(present, from: values, at: address, to: &drafts)
        var shared: [String: SourceValue] = [:]
        for (number, yield) in annex.rows.enumerated() where isMade(yield, of: written) {
            guard let dataset = drafts.datasetIndex(yield.dataset) else { continue }
            for found in items(of: yield, values, within: bounds, &drafts) {
                for item in found.items {
                    let context = Context(values: values, shared: shared, item: item)
                    let isFirst = number == 0 && yield.each == nil
                    var row = drafts.emptyRow(dataset, address: address, decidesRow: isFirst)
                    row.origin = DraftRow.Origin(annex: annex.id, entry: number)
                    fill(&row, dataset: dataset, by: yield, in: context, &drafts)
                    drafts.doubtDays(in: &row, of: dataset, formYear: year)
                    drafts.append(row, to: dataset)
                    if number == 0 { shared = AnnexYields.shared(row, pack.datasets[dataset]) }
                }
                guard let cell = found.cell else { continue }
                let context = Context(values: values, shared: shared, item: nil)
                var row = drafts.emptyRow(dataset, address: address, decidesRow: false)
                fill(&row, dataset: dataset, by: yield, in: context, &drafts)
                let references = row.pending.sorted { $0.key < $1.key }.map(\.value)
                note(found, of: yield, dataset: dataset, references: references, at: cell, &drafts)
            }
        }
    }

    /// Notes the rows that a cell may give besides its items.
    private func note(
        _ found: FoundItems, of yield: Annex.Yield, dataset: Int, references: [PendingReference],
        at cell: CellAddress, _ drafts: inout DraftTables
    ) {
        if found.isList {
            let column = yield.assignments.first {
                if case .itemText = $0.source { true } else { false }
            }
            let rows = DraftOpenRows(
                dataset: dataset, references: references, atMost: nil, cell: cell)
            drafts.lists.append(
                DraftList(
                    items: found.texts, unlisted: found.further.map(\.atMost),
                    column: column.flatMap { pack.datasets[dataset].columnIndex($0.column) },
                    title: title(of: yield.each), rows: rows))
        } else if let further = found.further {
            if !found.isReported {
                drafts.report(
                    .mayHoldMore(
                        title(of: yield.each), further.atMost, at: cell, dataset: yield.dataset))
            }
            drafts.openRows.append(
                DraftOpenRows(
                    dataset: dataset, references: references, atMost: further.atMost, cell: cell))
        }
    }

    /// The year that the sheet is of, where its heading says so.
    private var year: Int? {
        annex.heading.first(where: \.isYear).flatMap { field in
            guard case .cell(let cell, _, _)? = heading[field.name],
                let year = IntegerReader.read(cell).value
            else { return nil }
            return Int(exactly: year)
        }
    }

    func title(of column: String?) -> String {
        annex.columns.first { $0.name == column }?.headers.first ?? column ?? ""
    }

    /// Whether a row of the sheet gives rows of an entry.
    private func isMade(_ yield: Annex.Yield, of values: [String: SourceValue]) -> Bool {
        isPresent(yield.whenPresent, values) && holds(yield.onlyIf, values)
    }

    /// Keeps rows of `annex.standIns`, where the drop is one file.
    private func addStandIns(
        _ yields: [Annex.Yield], from values: [String: SourceValue], at address: CellAddress,
        to drafts: inout DraftTables
    ) {
        guard drafts.standIns != nil else { return }
        for yield in yields {
            guard let dataset = drafts.datasetIndex(yield.dataset) else { continue }
            var row = drafts.emptyRow(dataset, address: address, decidesRow: false)
            let context = Context(values: values, shared: [:], item: nil)
            // What is wrong with a cell is said where the annex's own rows read it.
            drafts.withoutReports {
                fill(&row, dataset: dataset, by: yield, in: context, &$0)
                $0.doubtDays(in: &row, of: dataset, formYear: year)
            }
            row.leaveOpen(pack.datasets[dataset])
            drafts.standIns?[dataset].append(row)
        }
    }

    /// Adds the rows of `annex.totals`.
    func addTotals(at address: CellAddress, to drafts: inout DraftTables) {
        for (number, yield) in annex.totals.enumerated() {
            guard let dataset = drafts.datasetIndex(yield.dataset) else { continue }
            var row = drafts.emptyRow(dataset, address: address, decidesRow: false)
            row.origin = DraftRow.Origin(annex: annex.id, entry: number, isTotal: true)
            let context = Context(values: [:], shared: [:], item: nil)
            fill(&row, dataset: dataset, by: yield, in: context, &drafts)
            drafts.append(row, to: dataset)
        }
    }

    private struct Context {
        let values: [String: SourceValue]
        let shared: [String: SourceValue]
        let item: (item: RowItem, address: CellAddress, days: DayReader)?
    }

    private func isPresent(_ column: String?, _ values: [String: SourceValue]) -> Bool {
        guard let column else { return true }
        switch values[column] {
        case .cell(let cell, _, _): return CellWriting(cell) != .absent
        case .cells(let cells, _): return cells.contains { CellWriting($0.cell) != .absent }
        case .ticks(let labels, _, _): return !labels.isEmpty
        default: return false
        }
    }

    private func holds(
        _ condition: Annex.CellCondition?, _ values: [String: SourceValue]
    ) -> Bool {
        guard let condition else { return true }
        let wanted = condition.texts.map(HeadingText.key)
        switch values[condition.column] {
        case .cell(let cell?, _, _): return wanted.contains(HeadingText.key(cell.text))
        case .ticks(let labels, _, _):
            return labels.contains { wanted.contains(HeadingText.key($0)) }
        default: return false
        }
    }

    private static func shared(_ row: DraftRow, _ dataset: Dataset) -> [String: SourceValue] {
        var shared: [String: SourceValue] = [:]
        for (index, column) in dataset.columns.enumerated() where row.data[index] != .notGiven {
            shared[column.name] = .shared(row.data[index], row.cells[index], row.pending[index])
        }
        return shared
    }

    private func fill(
        _ row: inout DraftRow, dataset: Int, by yield: Annex.Yield, in context: Context,
        _ drafts: inout DraftTables
    ) {
        for assignment in yield.assignments {
            guard let column = pack.datasets[dataset].columnIndex(assignment.column) else {
                continue
            }
            if case .match(let target, let by) = assignment.source {
                let place = (dataset: dataset, column: column)
                let pending = match(
                    target, by: by, owner: place, at: row.address, in: context, &drafts)
                guard let pending else { continue }
                row.pending[column] = pending
                row.cells[column] = pending.cell
                row.data[column] = .unreadable
            } else {
                let value = value(of: assignment.source, context, row.address)
                drafts.set(value, in: &row, dataset: dataset, column: column)
            }
        }
    }

    private func value(
        of source: Annex.Source, _ context: Context, _ row: CellAddress
    ) -> SourceValue {
        switch source {
        case .column(let name): return context.values[name] ?? .notGiven
        case .heading(let name): return heading[name] ?? .notGiven
        case .footer(let name): return footer[name] ?? .notGiven
        case .row(let name): return context.shared[name] ?? .notGiven
        case .text(let text):
            // What the annex itself says stands in no cell: its place is what makes the row.
            let address = context.item?.address ?? row
            return .cell(RawCell(column: 1, text: text), address, days: DayReader())
        case .itemText:
            guard let item = context.item else { return .notGiven }
            let text =
                switch item.item {
                case .text(let text): text
                case .event(let event): event.text
                }
            let column = item.address.column ?? 1
            return .cell(RawCell(column: column, text: text), item.address, days: item.days)
        case .itemDay:
            guard let item = context.item, case .event(let event) = item.item else {
                return .notGiven
            }
            return .day(AnnexYields.reading(of: event), item.address)
        case .match: return .notGiven
        }
    }

    private static func reading(of event: DatedItem) -> ParsedDatum {
        if let date = event.date { return ParsedDatum(datum: .day(date)) }
        let isWritten = event.notes.contains {
            if case .dateRejected = $0 { true } else { false }
        }
        return ParsedDatum(datum: isWritten ? .unreadable : .absent)
    }

    private func match(
        _ target: String, by: [Annex.Assignment], owner: (dataset: Int, column: Int),
        at address: CellAddress, in context: Context, _ drafts: inout DraftTables
    ) -> PendingReference? {
        guard let index = drafts.datasetIndex(target) else { return nil }
        let dataset = pack.datasets[index]
        var probe = drafts.emptyRow(index, address: address, decidesRow: false)
        var terms: [MatchTerm] = []
        for assignment in by {
            guard let column = dataset.columnIndex(assignment.column) else { continue }
            let value = value(of: assignment.source, context, address)
            drafts.set(value, in: &probe, dataset: index, column: column)
            terms.append(
                MatchTerm(
                    column: column, datum: probe.data[column], reference: probe.pending[column],
                    cell: probe.cells[column]
                )
            )
        }
        let name = terms.first { dataset.columns[$0.column].type == .name } ?? terms.first
        return PendingReference(
            target: index, wanted: .terms(terms), cell: name?.cell ?? address, owner: owner
        )
    }
}
