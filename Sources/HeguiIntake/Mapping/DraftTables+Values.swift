internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

extension DraftTables {
    /// Puts a value into a column, read as the column's type; a reference stays to be found.
    mutating func set(
        _ value: SourceValue, in row: inout DraftRow, dataset: Int, column: Int
    ) {
        let place = (dataset: dataset, column: column)
        switch value {
        case .notGiven: return
        case .shared(let datum, let cell, let pending):
            row.data[column] = datum
            row.cells[column] = cell
            row.pending[column] = pending
        case .day(let reading, let address):
            row.cells[column] = address
            row.data[column] = accept(reading, nil, in: place, at: address)
        case .ticks(let labels, let address, let doubts):
            row.cells[column] = address
            row.data[column] = doubts > 0 ? .unreadable : read(labels, place, at: address)
        case .cells(let cells, let days):
            let written = cells.filter { $0.cell != nil }
            guard let first = written.first else { return }
            let text = written.compactMap(\.cell?.text).joined(separator: "\n")
            let cell = RawCell(column: first.address.column ?? 1, text: text)
            set(
                .cell(cell, first.address, days: days), in: &row, dataset: dataset, column: column)
        case .cell(let cell, let address, let days):
            row.cells[column] = address
            let declared = pack.datasets[dataset].columns[column]
            guard let reference = declared.reference,
                let target = datasetIndex(reference.dataset)
            else {
                let reading = readers[dataset][column].read(cell, days: days)
                row.data[column] = accept(reading, cell, in: place, at: address)
                return
            }
            setReference(cell, at: address, in: &row, place, target: target)
        }
    }

    private mutating func setReference(
        _ cell: RawCell?, at address: CellAddress, in row: inout DraftRow,
        _ place: (dataset: Int, column: Int), target: Int
    ) {
        let reader = readers[place.dataset][place.column]
        let unknown =
            CellLength.exceeds(reader.limit, cell) ? reader.tooLong : reader.digitsLost(cell)
        if let unknown {
            row.data[place.column] = accept(unknown, cell, in: place, at: address)
            row.pending[place.column] = .ofAnyone(target, at: address, from: place)
            return
        }
        switch CellWriting(cell) {
        case .absent: row.data[place.column] = .absent
        case .sameAsAbove, .broken:
            let reading = reader.read(cell, days: DayReader())
            row.data[place.column] = accept(reading, cell, in: place, at: address)
        case .written(let written):
            let text = LostDigits.whole(written) ?? written
            row.data[place.column] = .text(text)
            row.pending[place.column] = PendingReference(
                target: target, wanted: .text(text), cell: address, owner: place
            )
        }
    }

    /// Reports what is wrong with a reading and returns its datum.
    mutating func accept(
        _ reading: ParsedDatum, _ cell: RawCell?, in place: (dataset: Int, column: Int),
        at address: CellAddress
    ) -> Datum {
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
        let column = pack.datasets[place.dataset].columns[place.column]
        if column.type == .list {
            return .list(labels.map(readers[place.dataset][place.column].named))
        }
        if column.type == .text { return .text(labels.joined(separator: "、")) }
        guard labels.count == 1 else {
            let message = Message(zh: "同时勾选了多项", en: "more than one box is ticked")
            let reading = ParsedDatum(datum: .unreadable, problem: .unreadable(message))
            return accept(reading, nil, in: place, at: address)
        }
        let cell = RawCell(column: address.column ?? 1, text: labels[0])
        let reading = readers[place.dataset][place.column].read(cell, days: DayReader())
        return accept(reading, cell, in: place, at: address)
    }

    /// Adds a finished row, after looking for required columns that are empty.
    mutating func append(_ row: DraftRow, to dataset: Int) {
        reportEmpty(row, of: dataset)
        rows[dataset].append(row)
    }

    /// Reports the cells of a row that must not be empty.
    mutating func reportEmpty(_ row: DraftRow, of dataset: Int) {
        let declared = pack.datasets[dataset]
        for (index, column) in declared.columns.enumerated()
        where column.isRequired && column.derived == nil {
            guard row.data[index] == .absent, row.pending[index] == nil else { continue }
            report(
                FindingMaker(dataset: declared).requiredEmpty(
                    column, level: column.level, at: row.cells[index] ?? row.address
                )
            )
        }
    }
}
