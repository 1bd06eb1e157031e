/// Reads the records of a stretch of text into columns of cells, many bytes at a time.
///
/// What is not plain is left to others as a whole record: fields that are not as their column
/// asks, quotes inside quotes, too many or too few fields, blank lines. One thread uses a scanner
/// at a time.
@safe
package final class RecordScanner: @unchecked Sendable {
    /// What stops a scan for good; the file is then not one for columns.
    package enum Refusal: Error {
        case nul
        /// The stretch is not UTF-8, or has U+FFFD in it.
        case encoding
        /// A key is not of the form that the first ones have.
        case keyForm
    }

    let separator: UInt8
    let fields: FieldTable
    let batch: RecordBatch
    private let indexes: [(place: Int, index: KeyIndex)]
    private let columnCount: Int
    private let dictionaries: [WordDictionary?]
    private let arena: CellArena
    /// How many bytes a record took in the stretch before.
    private var bytesPerRow = 40.0

    /// Lays out a scanner for records with a field for each of `readers`, which reads about so many
    /// bytes in all.
    package init(_ readers: [FieldReader], separator: UInt8, columnCount: Int, bytes: Int) {
        arena = CellArena(piece: min(max(bytes / 16, 1 << 16), 2 << 20))
        self.separator = separator
        self.columnCount = columnCount
        dictionaries = Self.dictionaries(readers, columnCount)
        fields = FieldTable(readers, dictionaries: dictionaries, columnCount: columnCount)
        batch = RecordBatch(width: readers.count)
        indexes = readers.compactMap { reader in
            guard case .reference(let index) = reader.kind, index.pattern != nil,
                let place = reader.place
            else { return nil }
            return (place, index)
        }
    }

    private static func dictionaries(
        _ readers: [FieldReader], _ columnCount: Int
    ) -> [WordDictionary?] {
        var dictionaries = [WordDictionary?](repeating: nil, count: columnCount)
        for reader in readers {
            guard let place = reader.place else { continue }
            switch reader.kind {
            case .word, .key(nil): dictionaries[place] = WordDictionary()
            default: continue
            }
        }
        return dictionaries
    }

    /// Returns a segment without records at `place`.
    package func nothing(at place: Int) -> Segment {
        let segment = Segment(columns: 0, capacity: 0, words: dictionaries, in: arena)
        segment.start = place
        segment.end = place
        return segment
    }

    /// Reads the records that begin from `start` up to before `limit`.
    ///
    /// - Returns: the segment; nil where the last record does not end within the text, unless the
    ///   text is the file's last.
    package func scan(
        _ text: TextBuffer, from start: Int, limit: Int, isLast: Bool
    ) throws(Refusal) -> Segment? {
        // A little more than there should be is cheaper than making room later.
        let expected = Int(Double(limit - start) / bytesPerRow * 1.015) + 16
        let segment = Segment(
            columns: columnCount, capacity: expected, words: dictionaries, in: arena)
        var scan = RecordScan(self, text, segment, from: start)
        guard let end = try scan.run(limit: limit, isLast: isLast) else { return nil }
        guard case .plain = text.encoding(start..<end) else { throw .encoding }
        scan.finish()
        if segment.rowCount > 0 { bytesPerRow = Double(end - start) / Double(segment.rowCount) }
        segment.start = start
        segment.end = end
        for (place, index) in indexes {
            for orphan in index.resolve(segment.columns[place]) {
                segment.orphans.append((place, orphan.index, orphan.number))
            }
        }
        return segment
    }
}
