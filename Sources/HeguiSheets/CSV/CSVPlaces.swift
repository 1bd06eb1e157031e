/// The lines and columns at which the fields of a CSV text begin.
struct CSVPlaces {
    private let bytes: [UInt8]
    private let dialect: CSVDialect
    /// The number of the first record.
    private let firstNumber: Int
    /// By record: the byte at which it begins, and its line.
    private var starts: [(offset: UInt32, line: UInt32)] = []

    /// Goes over a whole text, whose dialect is found as it is for reading.
    init(_ utf8: [UInt8]) {
        let declared = Delimiter.declared(in: utf8)
        dialect =
            declared.map { CSVDialect($0.delimiter) } ?? CSVDialect.detect(in: utf8)
            ?? CSVDialect(.comma)
        bytes = dialect.bytes(of: utf8)
        firstNumber = declared == nil ? 1 : 2
        var cursor = Cursor(offset: declared?.length ?? 0, line: firstNumber)
        var machine = CSVMachine(dialect)
        while cursor.offset < bytes.count {
            starts.append((UInt32(cursor.offset), UInt32(cursor.line)))
            while cursor.offset < bytes.count {
                let byte = bytes[cursor.offset]
                let action = machine.step(byte)
                cursor.advance(in: bytes)
                guard case .endRecord = action else { continue }
                if byte == 0x0D, cursor.offset < bytes.count, bytes[cursor.offset] == 0x0A {
                    cursor.advance(in: bytes)
                }
                break
            }
        }
    }

    /// Returns where a field begins, or the end of the record where it has fewer fields; nil where
    /// there is no such record.
    func place(row: Int, column: Int) -> TextPlace? {
        guard starts.indices.contains(row - firstNumber) else { return nil }
        let start = starts[row - firstNumber]
        var cursor = Cursor(offset: Int(start.offset), line: Int(start.line))
        var machine = CSVMachine(dialect)
        var field = 1
        while cursor.offset < bytes.count, field < column {
            let action = machine.step(bytes[cursor.offset])
            if case .endRecord = action { break }
            cursor.advance(in: bytes)
            if case .endField = action { field += 1 }
        }
        return TextPlace(line: cursor.line, column: cursor.column)
    }

    /// A byte and the line and column that it stands at.
    private struct Cursor {
        var offset: Int
        var line: Int
        var column = 1

        init(offset: Int, line: Int) {
            self.offset = offset
            self.line = line
        }

        /// Steps over a byte; CRLF is one line break.
        mutating func advance(in bytes: [UInt8]) {
            let byte = bytes[offset]
            offset += 1
            let isReturn = byte == 0x0D && !(offset < bytes.count && bytes[offset] == 0x0A)
            if byte == 0x0A || isReturn {
                line += 1
                column = 1
            } else if offset >= bytes.count || bytes[offset] & 0xC0 != 0x80 {
                // The next byte begins a character.
                column += 1
            }
        }
    }
}

/// Where a cell stands in a text file, as editors count.
package struct TextPlace: Hashable, Sendable {
    /// 1-based.
    package let line: Int
    /// 1-based, in Unicode code points.
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}
