/// What the scanner found in one part of a file.
///
/// Sendable because one thread at a time fills or changes a segment: the scanner's, then the one
/// that settles the rows; others read it afterwards.
package final class Segment: @unchecked Sendable {
    /// A record that the scanner leaves to the plain reader.
    package struct OddRow: Sendable {
        /// Its place among the segment's rows.
        package let index: Int
        /// The record with its line break.
        package let bytes: [UInt8]
    }

    /// One byte offset for so many rows.
    package static let stride = 128

    /// The cells of the columns that are kept, by place.
    package private(set) var columns: [ColumnCells] = []
    package internal(set) var oddRows: [OddRow] = []
    /// How many records there are; each is a row until the plain reader says otherwise.
    package private(set) var rowCount = 0
    /// Where every `stride`-th row begins, from the beginning of the segment.
    package internal(set) var marks: [UInt32] = []
    /// Where the records begin and end in the file.
    package internal(set) var start = 0
    package internal(set) var end = 0
    /// References that name no row: the column's place, the row, the key's number.
    package internal(set) var orphans: [(place: Int, index: Int, number: Int32)] = []
    /// The dictionary of the columns of words, one for each place that has one.
    package let words: [WordDictionary?]
    /// The number of the segment's first record in its file, 1 for the header.
    package var firstRecord = 0

    private let arena: CellArena

    init(words: [WordDictionary?], in arena: CellArena) {
        self.words = words
        self.arena = arena
    }

    /// Rows that were not scanned, by their cells.
    package init(cells: [[Int32]], rows: Int) {
        words = []
        arena = CellArena(piece: 1 << 16, from: ColumnMemory(limit: .max, folder: ""))
        columns = cells.map { ColumnCells($0) }
        rowCount = rows
    }

    /// Takes the cells of so many rows.
    func take(_ scratches: [CellScratch], rows: Int) {
        columns = scratches.map { unsafe ColumnCells($0.base, count: rows, in: arena) }
        rowCount = rows
    }

    /// The places among the records of the rows; nil if every record is one.
    package private(set) var kept: [Int32]?

    /// How many rows there are.
    package var keptCount: Int { kept?.count ?? rowCount }

    /// Leaves only the rows at `rows`, which are in ascending order.
    package func keep(_ rows: [Int]) {
        for column in columns { column.keep(rows) }
        kept = rows.map { row in kept.map { $0[row] } ?? Int32(truncatingIfNeeded: row) }
    }

    /// Returns the place among the segment's records of row `index`.
    package func record(of index: Int) -> Int { kept.map { Int($0[index]) } ?? index }

    /// Returns the row that a record is, or nil for one that was left out.
    package func index(ofRecord record: Int) -> Int? {
        guard let kept else { return record }
        return kept.firstIndex(of: Int32(truncatingIfNeeded: record))
    }

    /// Counts the offsets from the beginning of the file.
    package func move(by offset: Int) {
        start += offset
        end += offset
    }
}
