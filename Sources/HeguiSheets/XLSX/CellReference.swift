/// A cell's address as spreadsheets write it: `B12` is row 12, column 2.
struct CellReference: Hashable {
    let row: Int
    let column: Int

    static let origin = CellReference(row: 1, column: 1)

    init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// Returns nil for anything but letters and then digits within a sheet's size.
    init?(_ text: some StringProtocol) {
        var row = 0
        var column = 0
        for byte in text.utf8 {
            switch byte {
            case 0x24: continue
            case 0x41...0x5A where row == 0: column = column * 26 + Int(byte - 0x40)
            case 0x61...0x7A where row == 0: column = column * 26 + Int(byte - 0x60)
            case 0x30...0x39 where column > 0: row = row * 10 + Int(byte - 0x30)
            default: return nil
            }
            guard column <= 16_384, row <= 1_048_576 else { return nil }
        }
        guard row > 0, column > 0 else { return nil }
        self.row = row
        self.column = column
    }
}

extension MergedRange {
    /// Reads a block such as `A1:J1`.
    init?(reference: String) {
        let corners = reference.split(separator: ":").map(CellReference.init)
        guard corners.count == 2, let first = corners[0], let last = corners[1],
            first.row <= last.row, first.column <= last.column
        else { return nil }
        self.init(
            firstRow: first.row, firstColumn: first.column,
            lastRow: last.row, lastColumn: last.column
        )
    }
}
