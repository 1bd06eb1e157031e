internal import HeguiDiagnostics

/// Valid UTF-8 → records, one at a time.
package struct CSVParser {
    private let bytes: [UInt8]
    private let file: String
    private let limits: IntakeLimits
    private var machine: CSVMachine
    private var offset: Int
    private var line: Int
    private var number: Int
    private var field: [UInt8] = []

    /// Reads `bytes` from `offset` on, which is the start of line and record `number`.
    package init(
        _ bytes: [UInt8], _ dialect: CSVDialect, file: String, limits: IntakeLimits,
        offset: Int = 0, number: Int = 1
    ) {
        self.bytes = bytes
        self.file = file
        self.limits = limits
        self.offset = offset
        self.line = number
        self.number = number
        machine = CSVMachine(dialect)
    }

    /// Returns the next record, or nil at the end.
    package mutating func next() throws(IntakeFailure) -> CSVRecord? {
        guard offset < bytes.count else { return nil }
        var record = CSVRecord(number: number, line: line, fields: [])
        number += 1
        var quoteLine = line
        while offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            switch machine.step(byte) {
            case .take: try take(byte, record)
            case .skip: break
            case .openQuote: quoteLine = line
            case .endField: try endField(&record)
            case .takeAfterQuote:
                record.strayText.append((record.fields.count + 1, line))
                try take(byte, record)
            case .endRecord:
                if byte == 0x0D { skipLineFeed() }
                line += 1
                try endField(&record)
                return record
            }
        }
        guard machine.state != .quoted else {
            let column = record.fields.count + 1
            throw IntakeFailure(
                .quoteUnbalanced(file, row: record.number, column: column, line: quoteLine)
            )
        }
        try endField(&record)
        return record
    }

    private mutating func take(_ byte: UInt8, _ record: CSVRecord) throws(IntakeFailure) {
        if byte == 0x0D {
            skipLineFeed()
            line += 1
            field.append(0x0A)
        } else {
            if byte == 0x0A { line += 1 }
            field.append(byte)
        }
        // A field that never ends must not be collected to the end of the file; UTF-8 takes at
        // most three bytes for a UTF-16 unit.
        if field.count > limits.cellLength * 3 { throw tooLong(record) }
    }

    private mutating func skipLineFeed() {
        if offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
    }

    private mutating func endField(_ record: inout CSVRecord) throws(IntakeFailure) {
        let text = String(decoding: field, as: UTF8.self)
        field.removeAll(keepingCapacity: true)
        if text.utf8.count > limits.cellLength, text.utf16.count > limits.cellLength {
            throw tooLong(record)
        }
        record.fields.append(text)
        if record.fields.count > limits.columns {
            let address = CellAddress(file: file, row: record.number)
            throw IntakeFailure(.tooManyColumns(address, limit: limits.columns))
        }
    }

    private func tooLong(_ record: CSVRecord) -> IntakeFailure {
        let address = CellAddress(
            file: file, row: record.number, column: record.fields.count + 1
        )
        return IntakeFailure(.cellTooLong(address, limit: limits.cellLength))
    }
}

/// One record of a CSV file.
package struct CSVRecord: Equatable {
    /// 1-based, blank lines counted, as a spreadsheet program numbers its rows.
    package let number: Int
    /// The line on which it starts.
    package let line: Int
    /// In UTF-8, with LF for every line break; one empty field for a blank line.
    package var fields: [String]
    /// 1-based columns of fields with text after their closing quote, with the line of that text.
    package var strayText: [(column: Int, line: Int)] = []

    package static func == (left: CSVRecord, right: CSVRecord) -> Bool {
        left.number == right.number && left.line == right.line && left.fields == right.fields
            && left.strayText.elementsEqual(right.strayText, by: ==)
    }
}
