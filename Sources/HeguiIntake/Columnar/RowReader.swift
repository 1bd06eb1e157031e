internal import HeguiCalendar
internal import HeguiColumns
internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

/// Makes plain rows of columnar ones: from the cells that are kept, or else by reading their records
/// anew.
///
/// It keeps the records around the last row, so that rows in order are read block by block.
final class RowReader: RowReading {
    private let tables: ColumnTables
    /// By table: the files that its rows come from.
    private let files: [[DatasetFile]]
    /// By table: the columns that are asked for; nil: all.
    private let wanted: [Set<Int>]?
    private var scratch: DraftTables
    /// By table.
    private var blocks: [Int: RecordBlock] = [:]
    /// By table and file: the columns that are asked for and where they stand.
    private var places: [[[(column: Int, place: Int)]?]]

    /// Makes a reader of rows in which only the columns `wanted`, by table, are given.
    init(
        _ tables: ColumnTables, _ files: [[DatasetFile]], asOf: Day?, wanted: [Set<Int>]? = nil
    ) {
        self.tables = tables
        self.files = files
        self.wanted = wanted.map { wanted in
            zip(tables.pack.datasets, wanted).map { $1.union($0.columnsBeside($1)) }
        }
        scratch = DraftTables(tables.pack, asOf: asOf)
        places = files.map { files in files.map { _ in nil } }
    }

    /// Returns a row as the plain reader gives it.
    ///
    /// - Complexity: linear in the columns where their cells are kept; else a block of records is
    ///   read for a row that is not near the last one.
    func row(_ row: Int, ofTable number: Int) -> TableRow {
        let table = tables.tables[number]
        let (slice, index) = table.place(of: row)
        let segment = table.slices[slice].segment
        let places = places(number, file: table.slices[slice].file)
        let kept = KeptCells(tables: tables, table: table, segment: segment, index: index)
        if let row = kept.row(places, table.address(of: row)) { return row }
        let draft = draft(row, ofTable: number)
        var result = TableRow(data: draft.data, cells: draft.cells, address: draft.address)
        if !draft.data.isEmpty {
            settle(&result, from: draft, at: index, of: segment, in: table)
        }
        return result
    }

    /// Returns a row before its references are settled; without data where its record is gone.
    func draft(_ row: Int, ofTable number: Int) -> DraftRow {
        let table = tables.tables[number]
        let (slice, index) = table.place(of: row)
        let segment = table.slices[slice].segment
        let address = table.address(of: row)
        guard let record = record(segment.record(of: index), slice, table: number) else {
            return DraftRow(data: [], cells: [], address: address, decidesRow: true)
        }
        var draft = scratch.emptyRow(number, address: address, decidesRow: true)
        for (column, place) in places(number, file: table.slices[slice].file) {
            let text = place <= record.fields.count ? record.fields[place - 1] : ""
            let cell = text.isEmpty ? nil : RawCell(column: place, text: text)
            let cellAddress = address.with(column: place)
            scratch.set(
                .cell(cell, cellAddress, days: DayReader()), in: &draft, dataset: number,
                column: column)
        }
        scratch.doubtDays(in: &draft, of: number)
        return draft
    }

    private func places(_ table: Int, file: Int) -> [(column: Int, place: Int)] {
        if let known = places[table][file] { return known }
        let all = files[table][file].head.mapper.places
        let made = wanted.map { wanted in all.filter { wanted[table].contains($0.column) } } ?? all
        places[table][file] = made
        return made
    }

    private func settle(
        _ row: inout TableRow, from draft: DraftRow, at index: Int, of segment: Segment,
        in table: ColumnTable
    ) {
        for case (let column, .reference(let place, let target)) in table.meanings.enumerated() {
            let found = segment.columns[place][index]
            guard found >= 0, draft.pending[column] != nil else { continue }
            row.references[column] = Int(found)
            if let text = tables.tables[target].keyText(of: Int(found)) {
                row.data[column] = .text(text)
            }
        }
    }

    private func record(_ number: Int, _ slice: Int, table: Int) -> CSVRecord? {
        let first = number / Segment.stride
        if let known = blocks[table], known.slice == slice, known.first == first {
            return known.record(number % Segment.stride)
        }
        let slices = tables.tables[table].slices
        let block = RecordBlock(
            first, of: slices[slice].segment, slice,
            from: files[table][slices[slice].file])
        blocks[table] = block
        return block.record(number % Segment.stride)
    }
}
