internal import HeguiDiagnostics

/// A text file → one sheet, with what is wrong about it.
struct CSVReader {
    let file: String
    let limits: IntakeLimits
    private var found = FirstDiagnostics()
    private var rows: [SheetRow] = []
    private var cellCount = 0
    private var widths: [Width: (count: Int, firstRow: Int)] = [:]
    private var damaged: (count: Int, first: CellAddress)?

    init(file: String, limits: IntakeLimits) {
        self.file = file
        self.limits = limits
    }

    var diagnostics: [Diagnostic] { found.items }

    /// Reads decoded text; fails where the file cannot be taken as a table.
    mutating func read(
        _ text: DecodedText, _ detected: CSVDialect
    ) throws(IntakeFailure) -> Sheet {
        let declared = Delimiter.declared(in: text.utf8)
        let dialect = declared.map { CSVDialect($0.delimiter) } ?? detected
        var parser = CSVParser(
            dialect.bytes(of: text.utf8), dialect, file: file, limits: limits,
            offset: declared?.length ?? 0, number: declared == nil ? 1 : 2
        )
        while let record = try parser.next() { try take(record) }
        reportRaggedRows()
        if let damaged {
            found.append(.replacementCharacter(damaged.first, count: damaged.count))
        }
        return Sheet(file: file, rows: rows)
    }

    private mutating func take(_ record: CSVRecord) throws(IntakeFailure) {
        for stray in record.strayText {
            found.append(
                .textAfterQuote(file, row: record.number, column: stray.column, line: stray.line)
            )
        }
        var cells: [RawCell] = []
        for (index, field) in record.fields.enumerated() where !field.isEmpty {
            if field.utf8.contains(0xEF), field.unicodeScalars.contains("\u{FFFD}") {
                let address = CellAddress(file: file, row: record.number, column: index + 1)
                damaged = (1 + (damaged?.count ?? 0), damaged?.first ?? address)
            }
            cells.append(RawCell(column: index + 1, text: field))
        }
        guard !cells.isEmpty else { return }
        cellCount += cells.count
        guard record.number <= limits.rows, cellCount <= limits.cells else {
            let address = CellAddress(file: file, row: record.number)
            throw IntakeFailure(.tooManyRows(address, limit: limits.rows))
        }
        rows.append(SheetRow(number: record.number, line: record.line, cells: cells))
        let width = Width(written: record.fields.count, filled: cells.last?.column ?? 0)
        widths[width] = (1 + (widths[width]?.count ?? 0), widths[width]?.firstRow ?? record.number)
    }

    /// The width that most records have; among equals that of the earliest.
    private var commonWidth: Int? {
        Dictionary(grouping: widths) { $0.key.written }.mapValues { seen in
            (
                count: seen.reduce(0) { $0 + $1.value.count },
                first: seen.map(\.value.firstRow).min() ?? 0
            )
        }.max { ($0.value.count, $1.value.first) < ($1.value.count, $0.value.first) }?.key
    }

    /// Rows that lack columns or fill more than most rows have; a title line of one field and
    /// empty fields at the end are neither.
    private mutating func reportRaggedRows() {
        guard let expected = commonWidth, expected > 1 else { return }
        let ragged = widths.filter {
            $0.key.written > 1 && ($0.key.written < expected || $0.key.filled > expected)
        }
        var byWidth: [Int: (count: Int, firstRow: Int)] = [:]
        for (width, seen) in ragged {
            let known = byWidth[width.written] ?? (0, .max)
            byWidth[width.written] = (
                known.count + seen.count, min(known.firstRow, seen.firstRow)
            )
        }
        for (width, seen) in byWidth.sorted(by: { $0.value.firstRow < $1.value.firstRow }) {
            found.append(
                .rowRagged(
                    CellAddress(file: file, row: seen.firstRow), fields: width,
                    expected: expected, others: seen.count - 1
                )
            )
        }
    }
}

/// How wide a record is written, and how far it is filled.
private struct Width: Hashable {
    let written: Int
    let filled: Int
}

extension Delimiter {
    /// The delimiter of a first line such as `sep=;`, which Excel writes and obeys, and how many
    /// bytes that line takes.
    package static func declared(in bytes: [UInt8]) -> (delimiter: Delimiter, length: Int)? {
        guard bytes.starts(with: Array("sep=".utf8)), bytes.count > 5,
            let delimiter = Delimiter(rawValue: bytes[4])
        else { return nil }
        switch (bytes[5], bytes.count > 6 ? bytes[6] : 0) {
        case (0x0D, 0x0A): return (delimiter, 7)
        case (0x0A, _), (0x0D, _): return (delimiter, 6)
        default: return nil
        }
    }
}
