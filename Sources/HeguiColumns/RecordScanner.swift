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
    private let dictionaries: [WordDictionary?]
    private let arena: CellArena

    /// Lays out a scanner for records with a field for each of `readers`, whose cells go to `arena`.
    package init(
        _ readers: [FieldReader], separator: UInt8, columnCount: Int, arena: CellArena
    ) {
        self.arena = arena
        self.separator = separator
        dictionaries = Self.dictionaries(readers, columnCount)
        fields = FieldTable(readers, dictionaries: dictionaries, columnCount: columnCount)
        batch = RecordBatch(width: readers.count, separator: separator)
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
        let segment = Segment(words: dictionaries, in: arena)
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
        let segment = Segment(words: dictionaries, in: arena)
        var scan = RecordScan(self, text, segment, from: start)
        guard let end = try scan.run(limit: limit, isLast: isLast) else { return nil }
        if scan.isUnusual {
            guard case .plain = text.encoding(start..<end) else { throw .encoding }
        }
        for (place, index) in indexes {
            for orphan in unsafe index.resolve(fields.bases[place], count: scan.rowCount) {
                segment.orphans.append((place, orphan.index, orphan.number))
            }
        }
        scan.finish()
        segment.start = start
        segment.end = end
        return segment
    }
}
