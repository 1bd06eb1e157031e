internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

/// Makes the rows that an annex gives from the values of one row of its sheet.
struct AnnexYields {
    let plan: AnnexPlan
    private let pack: Pack
    /// By heading field.
    private let heading: [SourceValue]
    /// By footer field.
    private let footer: [SourceValue]
    /// The year that the sheet is of, where its heading says so.
    private let year: Int?

    init(
        _ plan: AnnexPlan, pack: Pack, heading: [String: SourceValue],
        footer: [String: SourceValue]
    ) {
        self.plan = plan
        self.pack = pack
        self.heading = plan.annex.heading.map { heading[$0.name] ?? .notGiven }
        self.footer = plan.annex.footer.map { footer[$0.name] ?? .notGiven }
        if let field = plan.yearField, case .cell(let cell, _, _) = self.heading[field] {
            year = IntegerReader.read(cell).value.flatMap { Int(exactly: $0) }
        } else {
            year = nil
        }
    }

    /// Adds the rows of `annex.rows`; `written` are the values of the sheet's columns.
    ///
    /// A day that nobody can have meant is there nevertheless: its row is, with a day that is not
    /// known.
    func addRows(
        from written: [SourceValue], at address: CellAddress, to drafts: inout DraftTables
    ) {
        let bounds = plan.bounds(
            written, asOf: drafts.asOf, formYear: year, &drafts.readings)
        let values = plan.doubting(written, within: bounds, &drafts.readings)
        addStandIns(written, values, at: address, to: &drafts)
        var first: DraftRow?
        for entry in plan.rows where isMade(entry, of: written) {
            for found in items(of: entry, values, within: bounds, &drafts) {
                for item in found.items {
                    let context = Context(values: values, first: first, item: item)
                    let isFirst = entry.number == 0 && entry.each == nil
                    var row = drafts.emptyRow(
                        entry.dataset, address: address, decidesRow: isFirst)
                    row.origin = DraftRow.Origin(annex: plan.number, entry: entry.number)
                    fill(&row, by: entry, in: context, &drafts)
                    drafts.doubtDays(in: &row, of: entry.dataset, formYear: year)
                    drafts.append(row, to: entry.dataset)
                    if entry.number == 0 { first = row }
                }
                guard let cell = found.cell else { continue }
                let context = Context(values: values, first: first, item: nil)
                var row = drafts.emptyRow(entry.dataset, address: address, decidesRow: false)
                fill(&row, by: entry, in: context, &drafts)
                note(found, of: entry, references: row.references, at: cell, &drafts)
            }
        }
    }

    /// Notes the rows that a cell may give besides its items.
    private func note(
        _ found: FoundItems, of entry: AnnexEntry, references: [PendingReference],
        at cell: CellAddress, _ drafts: inout DraftTables
    ) {
        if found.isList {
            let rows = DraftOpenRows(
                dataset: entry.dataset, references: references, atMost: nil, cell: cell)
            drafts.lists.append(
                DraftList(
                    items: found.texts, unlisted: found.further.map(\.atMost),
                    column: entry.itemColumn, title: entry.title, rows: rows))
        } else if let further = found.further {
            if !found.isReported {
                drafts.report(
                    .mayHoldMore(
                        entry.title, further.atMost, at: cell, dataset: entry.datasetName))
            }
            drafts.openRows.append(
                DraftOpenRows(
                    dataset: entry.dataset, references: references, atMost: further.atMost,
                    cell: cell))
        }
    }

    /// Whether a row of the sheet gives rows of an entry.
    private func isMade(_ entry: AnnexEntry, of values: [SourceValue]) -> Bool {
        isPresent(entry.whenPresent, values) && holds(entry.condition, values)
    }

    /// Keeps rows of `annex.standIns`, where the drop is one file.
    private func addStandIns(
        _ written: [SourceValue], _ values: [SourceValue], at address: CellAddress,
        to drafts: inout DraftTables
    ) {
        guard drafts.standIns != nil else { return }
        for entry in plan.standIns where isMade(entry, of: written) {
            var row = drafts.emptyRow(entry.dataset, address: address, decidesRow: false)
            let context = Context(values: values, first: nil, item: nil)
            // What is wrong with a cell is said where the annex's own rows read it.
            drafts.withoutReports {
                fill(&row, by: entry, in: context, &$0)
                $0.doubtDays(in: &row, of: entry.dataset, formYear: year)
            }
            row.leaveOpen(pack.datasets[entry.dataset])
            drafts.standIns?[entry.dataset].append(row)
        }
    }

    /// Adds the rows of `annex.totals`.
    func addTotals(at address: CellAddress, to drafts: inout DraftTables) {
        let values = [SourceValue](repeating: .notGiven, count: plan.annex.columns.count)
        for entry in plan.totals {
            var row = drafts.emptyRow(entry.dataset, address: address, decidesRow: false)
            row.origin = DraftRow.Origin(
                annex: plan.number, entry: entry.number, isTotal: true)
            let context = Context(values: values, first: nil, item: nil)
            fill(&row, by: entry, in: context, &drafts)
            drafts.append(row, to: entry.dataset)
        }
    }

    private struct Context {
        /// By column of the annex.
        let values: [SourceValue]
        /// What the annex's first entry gave.
        let first: DraftRow?
        let item: (item: RowItem, address: CellAddress, days: DayReader)?
    }

    private func isPresent(_ column: Int?, _ values: [SourceValue]) -> Bool {
        guard let column else { return true }
        switch values[column] {
        case .cell(let cell, _, _): return CellWriting(cell) != .absent
        case .cells(let cells, _): return cells.contains { CellWriting($0.cell) != .absent }
        case .ticks(let labels, _, _): return !labels.isEmpty
        default: return false
        }
    }

    private func holds(_ condition: AnnexEntry.Condition?, _ values: [SourceValue]) -> Bool {
        guard let condition else { return true }
        switch values[condition.column] {
        case .cell(let cell?, _, _): return condition.words.contains(HeadingText.key(cell.text))
        case .ticks(let labels, _, _):
            return labels.contains { condition.words.contains(HeadingText.key($0)) }
        default: return false
        }
    }

    private func fill(
        _ row: inout DraftRow, by entry: AnnexEntry, in context: Context,
        _ drafts: inout DraftTables
    ) {
        for assignment in entry.assignments {
            let column = assignment.column
            if case .match(let target, let by, let name) = assignment.source {
                let pending = match(
                    target, by: by, named: name, owner: (dataset: entry.dataset, column: column),
                    at: row.address, in: context, &drafts)
                row.pending[column] = pending
                row.cells[column] = pending.cell
                row.data[column] = .unreadable
            } else {
                let value = value(of: assignment.source, context, row.address)
                drafts.set(value, in: &row, dataset: entry.dataset, column: column)
            }
        }
    }

    private func value(
        of source: AnnexEntry.Source, _ context: Context, _ row: CellAddress
    ) -> SourceValue {
        switch source {
        case .column(let column): return context.values[column]
        case .heading(let field): return heading[field]
        case .footer(let field): return footer[field]
        case .first(let column):
            guard let first = context.first, first.data[column] != .notGiven else {
                return .notGiven
            }
            return .shared(first.data[column], first.cells[column], first.pending[column])
        case .text(let cell):
            // What the annex itself says stands in no cell: its place is what makes the row.
            return .cell(cell, context.item?.address ?? row, days: DayReader())
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
        case .match, .nothing: return .notGiven
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
        _ target: Int, by: [AnnexEntry.Assignment], named name: Int?,
        owner: (dataset: Int, column: Int), at address: CellAddress, in context: Context,
        _ drafts: inout DraftTables
    ) -> PendingReference {
        let terms = by.map { assignment in
            let given = drafts.given(
                by: value(of: assignment.source, context, address),
                (dataset: target, column: assignment.column))
            return MatchTerm(
                column: assignment.column, datum: given?.datum ?? .notGiven,
                reference: given?.reference, cell: given?.cell)
        }
        return PendingReference(
            target: target, wanted: .terms(terms), cell: name.flatMap { terms[$0].cell } ?? address,
            owner: owner)
    }
}
