internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiTables

extension DraftTables {
    /// Adds a row of a register, which may go on with the row right above it where it does not say
    /// of whom it tells.
    mutating func append(_ draft: DraftRow, below above: inout DraftRow?, of number: Int) {
        var row = draft
        defer {
            above = row
            rows[number].append(row)
        }
        guard let above, let column = plans[number].about, row.data[column] == .absent,
            row.pending[column] == nil, row.address.row == above.address.row + 1,
            let reference = above.pending[column]
        else { return }
        let cell = row.cells[column] ?? row.address
        row.pending[column] = PendingReference(
            target: reference.target, wanted: .above(reference), cell: cell,
            owner: (dataset: number, column: column))
        report(.goesOn(pack.datasets[number], column, at: cell))
    }
}

extension PendingReference {
    /// Takes over who may be meant from the row above, where the row goes on with that one.
    func goOn() {
        guard case .above(let other) = wanted else { return }
        perhaps = other.found.map { [$0] } ?? other.perhaps
        mayBeAnyone = other.mayBeAnyone
    }
}

extension DataFinding {
    /// Returns the finding for a row that does not say of whom it tells, right below one that does.
    static func goesOn(_ dataset: Dataset, _ column: Int, at cell: CellAddress) -> DataFinding {
        let title = dataset.columns[column].title.message
        return DataFinding(
            .rowMayContinue, .verify,
            zh: "这一行没有写“\(title.zh)”，可能接着上一行；是谁的待核实，没有计入",
            en: "the row has no `\(title.en)` and may go on with the one above; it is not counted",
            at: cell, dataset: dataset.name,
            help: Message(
                zh: "每一行都写明“\(title.zh)”", en: "write `\(title.en)` in every row"))
    }
}
