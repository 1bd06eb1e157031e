internal import HeguiColumns
internal import HeguiDiagnostics
internal import HeguiRules

/// Makes plain rows of columnar ones, by reading their records anew.
///
/// It keeps the records around the last row, so that rows in order are read block by block.
package final class RowReader {
    private let tables: ColumnTables
    private var scratch: DraftTables
    /// By table.
    private var blocks: [Int: Block] = [:]

    private struct Block {
        let stretch: Int
        let first: Int
        let records: [CSVRecord]
    }

    package init(_ tables: ColumnTables) {
        self.tables = tables
        scratch = DraftTables(tables.pack)
    }

    /// Returns a row as the plain reader gives it.
    ///
    /// - Complexity: a block of records is read for a row that is not near the last one.
    package func row(_ row: Int, ofTable number: Int) -> TableRow {
        let table = tables.tables[number]
        let (stretch, index) = table.place(of: row)
        let segment = table.stretches[stretch].segment
        let address = table.address(of: row)
        guard let record = record(segment.record(of: index), stretch, number) else {
            return TableRow(data: [], cells: [], address: address)
        }
        let source = table.files[table.stretches[stretch].file]
        var draft = scratch.emptyRow(number, address: address, decidesRow: true)
        for (column, place) in source.head.mapper.places {
            let text = place <= record.fields.count ? record.fields[place - 1] : ""
            let cell = text.isEmpty ? nil : RawCell(column: place, text: text)
            let cellAddress = CellAddress(file: address.file, row: address.row, column: place)
            scratch.set(
                .cell(cell, cellAddress, days: DayReader()), in: &draft, dataset: number,
                column: column)
        }
        var result = TableRow(data: draft.data, cells: draft.cells, address: address)
        settle(&result, draft, segment, index, table)
        return result
    }

    private func settle(
        _ row: inout TableRow, _ draft: DraftRow, _ segment: Segment, _ index: Int,
        _ table: ColumnTable
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

    private func record(_ number: Int, _ stretch: Int, _ table: Int) -> CSVRecord? {
        let first = number / Segment.stride
        if let block = blocks[table], block.stretch == stretch, block.first == first {
            let place = number % Segment.stride
            return place < block.records.count ? block.records[place] : nil
        }
        let block = Block(
            stretch: stretch, first: first, records: records(first, stretch, table))
        blocks[table] = block
        let place = number % Segment.stride
        return place < block.records.count ? block.records[place] : nil
    }

    private func records(_ block: Int, _ stretch: Int, _ number: Int) -> [CSVRecord] {
        let table = tables.tables[number]
        let segment = table.stretches[stretch].segment
        let source = table.files[table.stretches[stretch].file]
        let start = segment.start + Int(segment.marks[block])
        let end =
            block + 1 < segment.marks.count
            ? segment.start + Int(segment.marks[block + 1]) : segment.end
        let bytes = source.file.bytes(end - start, at: start)
        var parser = CSVParser(
            bytes, delimiter: source.head.delimiter, file: source.file.name,
            limits: IntakeLimits())
        var records: [CSVRecord] = []
        while let record = try? parser.next() { records.append(record) }
        return records
    }
}
