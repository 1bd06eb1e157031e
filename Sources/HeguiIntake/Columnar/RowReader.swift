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
        let bytes: [UInt8]
        /// Where each record begins, and behind the last; nil where a line break may stand within
        /// quotes.
        let starts: [Int]?
        /// All records, where they cannot be told by their lines.
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
        let known = blocks[table]
        let block: Block
        if let known, known.stretch == stretch, known.first == first {
            block = known
        } else {
            block = self.block(first, stretch, table)
            blocks[table] = block
        }
        let place = number % Segment.stride
        guard let starts = block.starts else {
            return place < block.records.count ? block.records[place] : nil
        }
        guard place + 1 < starts.count else { return nil }
        return records(
            Array(block.bytes[starts[place]..<starts[place + 1]]), source(stretch, table)
        ).first
    }

    private func source(_ stretch: Int, _ table: Int) -> ColumnTable.Source {
        tables.tables[table].files[tables.tables[table].stretches[stretch].file]
    }

    private func block(_ number: Int, _ stretch: Int, _ table: Int) -> Block {
        let segment = tables.tables[table].stretches[stretch].segment
        let source = source(stretch, table)
        let start = segment.start + Int(segment.marks[number])
        let end =
            number + 1 < segment.marks.count
            ? segment.start + Int(segment.marks[number + 1]) : segment.end
        let bytes = source.file.bytes(end - start, at: start)
        // Without quotes and lone carriage returns every line is a record.
        let isPlain = !bytes.contains { $0 == 0x22 || $0 == 0x0D }
        guard isPlain else {
            return Block(
                stretch: stretch, first: number, bytes: [], starts: nil,
                records: records(bytes, source))
        }
        var starts = [0]
        for (place, byte) in bytes.enumerated() where byte == 0x0A { starts.append(place + 1) }
        if starts.last != bytes.count { starts.append(bytes.count) }
        return Block(
            stretch: stretch, first: number, bytes: bytes, starts: starts, records: [])
    }

    private func records(_ bytes: [UInt8], _ source: ColumnTable.Source) -> [CSVRecord] {
        var parser = CSVParser(
            bytes, delimiter: source.head.delimiter, file: source.file.name,
            limits: IntakeLimits())
        var records: [CSVRecord] = []
        while let record = try? parser.next() { records.append(record) }
        return records
    }
}
