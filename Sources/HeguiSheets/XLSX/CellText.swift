/// Text of one cell, collected in pieces and never beyond the limit.
struct CellText {
    private(set) var text = ""
    private(set) var isTooLong = false
    /// In UTF-16 units; counted piece by piece, since a text may come in thousands of them, from
    /// where it takes so many bytes that it may be too long.
    private var length: Int?

    mutating func append(_ piece: String, limit: Int) {
        guard !isTooLong else { return }
        if length != nil || text.utf8.count + piece.utf8.count > limit {
            let whole = (length ?? text.utf16.count) + piece.utf16.count
            guard whole <= limit else {
                isTooLong = true
                return
            }
            length = whole
        }
        if text.isEmpty { text = piece } else { text += piece }
    }

    /// The text with Office's escapes such as `_x000D_` turned into characters, CR LF into LF.
    var unescaped: String {
        guard text.utf8.contains(0x5F) else { return text }
        var result = ""
        var rest = text[...]
        while let start = rest.firstRange(of: "_x") {
            result += rest[..<start.lowerBound]
            let tail = rest[start.upperBound...]
            let digits = tail.prefix(4)
            let close = tail.dropFirst(4).first
            // A number may have a sign, an escape may not.
            if close == "_", digits.utf8.count == 4, digits.allSatisfy(\.isHexDigit),
                let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value)
            {
                result.unicodeScalars.append(scalar)
                rest = tail.dropFirst(5)
            } else {
                result += "_x"
                rest = tail
            }
        }
        result += rest
        return result.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }
}

extension String {
    /// The text as a cell or comment holds it, in which nothing is read as one of Office's escapes:
    /// `_x005F_x0041_` for `_x0041_`.
    package var escapedForOffice: String {
        guard utf8.contains(0x5F) else { return self }
        return replacing(#/_(?=x[0-9A-Fa-f]{4}_)/#) { _ in "_x005F_" }
    }
}

/// What a cell's element held, before it is known what it means.
struct CellContent {
    var reference = CellReference.origin
    var type = "n"
    var style = 0
    var hasFormula = false
    var hasValue = false
    var value = CellText()
    var inline = CellText()
}

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
