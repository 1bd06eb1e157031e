/// A cell of a table in a dropped file; row and column are 1-based, as people count them.
///
/// Rows keep an address for each of their cells, so that it is small: the names are shared.
package struct CellAddress: Hashable, Sendable {
    /// Where the cell's rows and columns are counted.
    package var grid: CellGrid
    private var rowNumber: Int32
    /// 0 where a whole row is meant.
    private var columnNumber: Int32

    package init(file: String, sheet: String? = nil, row: Int, column: Int? = nil) {
        self.init(CellGrid(file: file, sheet: sheet), row: row, column: column)
    }

    /// Makes the address of a cell in a grid that others are in too.
    package init(_ grid: CellGrid, row: Int, column: Int? = nil) {
        self.grid = grid
        rowNumber = Int32(clamping: row)
        columnNumber = Int32(clamping: column ?? 0)
    }

    package var file: String { grid.file }

    /// nil for a file without sheets (CSV).
    package var sheet: String? { grid.sheet }

    package var row: Int { Int(rowNumber) }

    /// nil where a whole row is meant.
    package var column: Int? { columnNumber == 0 ? nil : Int(columnNumber) }

    /// Returns the address of a cell of the same row.
    package func with(column: Int) -> CellAddress {
        CellAddress(grid, row: row, column: column)
    }
}

/// The file and the sheet in which cells stand; one for all of them.
package final class CellGrid: Hashable, Sendable {
    package let file: String
    /// nil for a file without sheets (CSV).
    package let sheet: String?
    /// What both names hash to: sets of cells ask for it a cell.
    private let digest: Int

    package init(file: String, sheet: String? = nil) {
        self.file = file
        self.sheet = sheet
        var hasher = Hasher()
        hasher.combine(file)
        hasher.combine(sheet)
        digest = hasher.finalize()
    }

    package static func == (left: CellGrid, right: CellGrid) -> Bool {
        left === right
            || left.digest == right.digest && left.file == right.file && left.sheet == right.sheet
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}

extension CellAddress {
    /// Returns the letters of a 1-based column as spreadsheets show them: 1 is `A`, 27 is `AA`.
    ///
    /// Empty for numbers below 1.
    package static func letters(ofColumn number: Int) -> String {
        var letters: [Character] = []
        var rest = number
        while rest > 0 {
            rest -= 1
            letters.append(Character(Unicode.Scalar(UInt8(0x41 + rest % 26))))
            rest /= 26
        }
        return String(letters.reversed())
    }

    /// Returns the 1-based column of `letters` (`A`, `aa`), or nil if they are no column's letters.
    package static func column(ofLetters letters: some StringProtocol) -> Int? {
        guard !letters.isEmpty, letters.utf8.count <= 7 else { return nil }
        var number = 0
        for byte in letters.utf8 {
            let upper = byte & ~0x20
            guard (0x41...0x5A).contains(upper) else { return nil }
            number = number * 26 + Int(upper - 0x40)
        }
        return number
    }

    /// Returns `C5`, or where a whole row is meant `row 5` / `第 5 行`.
    package func reference(in language: Language) -> String {
        if let column { return Self.letters(ofColumn: column) + String(row) }
        switch language {
        case .chinese: return "第 \(row) 行"
        case .english: return "row \(row)"
        }
    }
}
