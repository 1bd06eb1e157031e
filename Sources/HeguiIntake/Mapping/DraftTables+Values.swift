internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

extension DraftTables {
    /// Puts a value into a column, read as the column's type; a reference stays to be found.
    mutating func set(
        _ value: SourceValue, in row: inout DraftRow, dataset: Int, column: Int
    ) {
        guard let given = given(by: value, (dataset: dataset, column: column)) else { return }
        row.data[column] = given.datum
        row.cells[column] = given.cell
        if given.reference != nil || !row.pending.isEmpty {
            row.pending[column] = given.reference
        }
    }

    /// Returns what a value gives for a column, read as the column's type; nil for nothing at all.
    mutating func given(
        by value: SourceValue, _ place: (dataset: Int, column: Int)
    ) -> GivenDatum? {
        switch value {
        case .notGiven: return nil
        case .shared(let datum, let cell, let reference):
            return GivenDatum(datum: datum, cell: cell, reference: reference)
        case .day(let reading, let address):
            return GivenDatum(datum: accept(reading, nil, in: place, at: address), cell: address)
        case .ticks(let labels, let address, let doubts):
            let datum = doubts > 0 ? .unreadable : read(labels, place, at: address)
            return GivenDatum(datum: datum, cell: address)
        case .cells(let cells, let days):
            let written = cells.filter { $0.cell != nil }
            guard let first = written.first else { return nil }
            let text = written.compactMap(\.cell?.text).joined(separator: "\n")
            let cell = RawCell(column: first.address.column ?? 1, text: text)
            return given(by: .cell(cell, first.address, days: days), place)
        case .cell(let cell, let address, let days):
            guard let target = plans[place.dataset].targets[place.column] else {
                let reading = reading(of: cell, by: days, place)
                return GivenDatum(
                    datum: accept(reading, cell, in: place, at: address), cell: address)
            }
            return reference(by: cell, at: address, place, target: target)
        }
    }

    /// Returns what a cell says as a column's type.
    private mutating func reading(
        of cell: RawCell?, by days: DayReader, _ place: (dataset: Int, column: Int)
    ) -> ParsedDatum {
        let reader = plans[place.dataset].readers[place.column]
        guard let cell else { return reader.read(nil, days: days, &readings) }
        if let known = data[reader.kind].known(cell, by: days) { return known }
        let reading = reader.read(cell, days: days, &readings)
        data[reader.kind].remember(reading, of: cell, by: days)
        return reading
    }

    private mutating func reference(
        by cell: RawCell?, at address: CellAddress, _ place: (dataset: Int, column: Int),
        target: Int
    ) -> GivenDatum {
        let reader = plans[place.dataset].readers[place.column]
        let unknown =
            CellLength.exceeds(reader.limit, cell) ? reader.tooLong : reader.digitsLost(cell)
        if let unknown {
            return GivenDatum(
                datum: accept(unknown, cell, in: place, at: address), cell: address,
                reference: .ofAnyone(target, at: address, from: place))
        }
        switch CellWriting(cell) {
        case .absent: return GivenDatum(datum: .absent, cell: address)
        case .sameAsAbove, .broken:
            let reading = reader.read(cell, days: DayReader())
            return GivenDatum(
                datum: accept(reading, cell, in: place, at: address), cell: address)
        case .written(let written):
            let text = LostDigits.whole(written) ?? written
            return GivenDatum(
                datum: .text(text), cell: address,
                reference: PendingReference(
                    target: target, wanted: .text(text), cell: address, owner: place))
        }
    }

    /// Reports what is wrong with a reading and returns its datum.
    mutating func accept(
        _ reading: ParsedDatum, _ cell: RawCell?, in place: (dataset: Int, column: Int),
        at address: CellAddress
    ) -> Datum {
        if reading.problem == nil && reading.notes.isEmpty { return reading.datum }
        let dataset = pack.datasets[place.dataset]
        let column = dataset.columns[place.column]
        if let problem = reading.problem {
            report(
                FindingMaker(dataset: dataset).finding(problem, of: column, in: cell, at: address))
        }
        for note in reading.notes {
            report(note, on: reading.datum, of: column, dataset, at: address)
        }
        return reading.datum
    }

    private mutating func report(
        _ note: ParsingNote, on datum: Datum, of column: Column, _ dataset: Dataset,
        at address: CellAddress
    ) {
        let title = column.title.message
        switch note {
        case .declaredItems(let count):
            guard case .list(let items) = datum, items.count != count else { return }
            report(
                DataFinding(
                    .listCountDiffers, .hint, zh: "“\(title.zh)”写明共\(count)项，列出\(items.count)项",
                    en: "`\(title.en)` says \(count) items and lists \(items.count)", at: address,
                    dataset: dataset.name
                )
            )
        case .zeroMayBeLost, .yearHidden:
            report(
                DataFinding(
                    .valueAmbiguous, .hint, zh: "“\(title.zh)”请核对：\(note.message.zh)",
                    en: "check `\(title.en)`: \(note.message.en)", at: address,
                    dataset: dataset.name
                )
            )
        default: return
        }
    }

    /// Ticked boxes as the column's type.
    private mutating func read(
        _ labels: [String], _ place: (dataset: Int, column: Int), at address: CellAddress
    ) -> Datum {
        guard !labels.isEmpty else { return .absent }
        let reader = plans[place.dataset].readers[place.column]
        if reader.column.type == .list { return .list(labels.map(reader.named)) }
        if reader.column.type == .text { return .text(labels.joined(separator: "、")) }
        guard labels.count == 1 else {
            let message = Message(zh: "同时勾选了多项", en: "more than one box is ticked")
            let reading = ParsedDatum(datum: .unreadable, problem: .unreadable(message))
            return accept(reading, nil, in: place, at: address)
        }
        let cell = RawCell(column: address.column ?? 1, text: labels[0])
        let reading = reader.read(cell, days: DayReader())
        return accept(reading, cell, in: place, at: address)
    }

    /// Adds a finished row, after looking for required columns that are empty.
    mutating func append(_ row: DraftRow, to dataset: Int) {
        reportEmpty(row, of: dataset)
        rows[dataset].append(row)
    }

    /// Reports the cells of a row that must not be empty.
    mutating func reportEmpty(_ row: DraftRow, of dataset: Int) {
        for index in plans[dataset].required
        where row.data[index] == .absent && row.pending[index] == nil {
            let declared = pack.datasets[dataset]
            let column = declared.columns[index]
            report(
                FindingMaker(dataset: declared).requiredEmpty(
                    column, level: column.level, at: row.cells[index] ?? row.address
                )
            )
        }
    }
}

/// What a source gives for a column of a row.
struct GivenDatum {
    let datum: Datum
    let cell: CellAddress?
    var reference: PendingReference?
}
