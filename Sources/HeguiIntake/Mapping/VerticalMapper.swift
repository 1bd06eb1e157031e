internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

/// Maps the annex of one person, with labels beside the values and boxes to tick.
struct VerticalMapper {
    let plan: AnnexPlan
    let sheet: Sheet
    /// Indices into the sheet's rows.
    let rows: Range<Int>
    let pack: Pack

    private var annex: Annex { plan.annex }

    func map(into drafts: inout DraftTables, _ tally: inout SheetRowCounts) {
        tally.readAs.append((annex.id, annex.title.message))
        for entry in plan.rows { drafts.isGiven[entry.dataset] = true }
        let reader = AnnexHeading(annex: annex, sheet: sheet)
        let heading = reader.values(in: rows)
        let values = values(heading, reader, reportingTo: &drafts)
        let address = sheet.address(row: sheet.rows[rows.lowerBound].number)
        guard isIdentified(values) else {
            tally.rejected += rows.count
            let titles = required.map { annex.columns[$0].title }
            drafts.report(.rejected(titles, at: address))
            // A form that nobody filled in says nothing of anybody.
            let isBlank = values.allSatisfy { $0.written == nil && !$0.hasTicks }
            note(isBlank ? .read : .unread, at: address, &drafts)
            return
        }
        note(.read, at: address, &drafts)
        tally.read += rows.count
        for column in required {
            guard case .cell(let cell, let place, _) = values[column],
                CellWriting(cell) == .absent
            else { continue }
            let declared = annex.columns[column]
            drafts.report(
                DataFinding(
                    .requiredEmpty, declared.level, zh: "“\(declared.title)”没有填写",
                    en: "`\(declared.title)` is empty", at: place))
        }
        AnnexYields(plan, pack: drafts.pack, heading: heading, footer: [:])
            .addRows(from: values, at: address, to: &drafts)
    }

    private func note(
        _ state: ReceivedAnnex.State, at address: CellAddress, _ drafts: inout DraftTables
    ) {
        drafts.receipts.append(
            AnnexArrival(
                annex: annex, address: address, state: state,
                clues: AnnexArrival.clues(file: sheet.file, sheet: sheet.name)))
    }

    private var required: [Int] {
        let required = annex.columns.indices.filter { plan.isRequired[$0] }
        return required.isEmpty
            ? annex.columns.indices.filter { annex.recognisedBy.contains(annex.columns[$0].name) }
            : required
    }

    private func isIdentified(_ values: [SourceValue]) -> Bool {
        required.contains { column in
            switch values[column] {
            case .cell(let cell, _, _): CellWriting(cell) != .absent
            case .ticks(let labels, _, let doubts): !labels.isEmpty || doubts > 0
            default: false
            }
        }
    }

    /// By column.
    private func values(
        _ heading: [String: SourceValue], _ reader: AnnexHeading,
        reportingTo drafts: inout DraftTables
    ) -> [SourceValue] {
        let labels = annex.columns.flatMap(\.headers) + annex.heading.flatMap(\.labels)
        let labelled = LabelledValue(sheet: sheet, rows: rows, labels: labels)
        let text = SheetText(sheet, rows: rows)
        var values = [SourceValue](repeating: .notGiven, count: annex.columns.count)
        for (place, column) in annex.columns.enumerated() {
            if column.type == .ticks {
                values[place] = ticks(column, text, reportingTo: &drafts)
            } else if let found = labelled.find(column.headers) {
                let days = reader.days(for: column, heading)
                values[place] = .cell(
                    plan.spelled(found.cell, in: place), found.address, days: days)
            }
        }
        return values
    }

    /// The words behind ticked boxes between the column's two texts; a word ends at a colon.
    private func ticks(
        _ column: Annex.SheetColumn, _ text: SheetText, reportingTo drafts: inout DraftTables
    ) -> SourceValue {
        guard let from = column.from else { return .notGiven }
        let lines = text.between(from, column.to)
        guard let first = lines.first else { return .notGiven }
        let ticks = TickedOptions(lines, isLabel: isLabel)
        if let doubt = ticks.doubts.first {
            drafts.report(
                .mayHoldMore(
                    title(of: column), ticks.doubts.count, text: doubt.label, at: doubt.address,
                    dataset: annex.rows.first?.dataset ?? ""))
        }
        let address = ticks.doubts.first?.address ?? ticks.ticked.first?.address
        return .ticks(
            ticks.ticked.map { spelled($0.label, column) }, address ?? first.address,
            doubts: ticks.doubts.count)
    }

    /// Whether a text is part of a label of the form, and no option of it.
    private func isLabel(_ text: String) -> Bool {
        annex.columns.contains { column in
            (column.headers + [column.from, column.to].compactMap { $0 }).contains {
                $0.compact.contains(text)
            }
        }
    }

    /// What a column is called in the dataset that takes it.
    private func title(of column: Annex.SheetColumn) -> String {
        guard let yield = annex.rows.first, let dataset = pack.dataset(yield.dataset) else {
            return column.name
        }
        for assignment in yield.assignments {
            if case .column(column.name) = assignment.source,
                let place = dataset.columnIndex(assignment.column)
            {
                return dataset.columns[place].title.message.zh
            }
        }
        return column.name
    }

    private func spelled(_ word: String, _ column: Annex.SheetColumn) -> String {
        let value = column.values.first { ([$0.name] + $0.spellings).map(\.compact).contains(word) }
        return value?.name ?? word
    }
}
