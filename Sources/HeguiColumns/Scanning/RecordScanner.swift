import CScan

/// Reads the records of a part of a file into columns of cells, many bytes at a time.
///
/// A record that is not plain is left to the plain reader as a whole: with a field that does not fit
/// its column, quotes inside quotes, too many or too few fields, or a blank line.
///
/// Sendable because one thread at a time uses a scanner.
@safe
package final class RecordScanner: @unchecked Sendable {
    /// Why a scan stops; the file then cannot be read into columns.
    package enum Refusal: Error {
        case nul
        /// The part is not UTF-8, or has U+FFFD in it.
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
        var scan = RecordScan(self, text, to: segment, from: start)
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

/// One part of a file on its way into a segment: cut into records, which are read in batches.
@safe
struct RecordScan {
    private let separator: UInt8
    private let text: TextBuffer
    private let origin: Int
    private let batch: RecordBatch
    private var reader: BatchReader
    /// Whether the encoding of the text has yet to be looked at.
    private(set) var isUnusual = false

    init(_ scanner: RecordScanner, _ text: TextBuffer, to segment: Segment, from start: Int) {
        separator = scanner.separator
        batch = scanner.batch
        self.text = text
        origin = start
        reader = BatchReader(scanner.fields, text, to: segment, origin: start)
    }

    /// How many rows there are until now.
    var rowCount: Int { reader.row }

    /// Leaves the segment as it is to be read.
    func finish() { reader.finish() }

    /// Returns where the last record ends; nil where it does not.
    mutating func run(limit: Int, isLast: Bool) throws(RecordScanner.Refusal) -> Int? {
        let end = text.count
        var place = origin
        while place < end, place < limit {
            let cut = batch.fill(text, from: place)
            isUnusual = isUnusual || cut.isUnusual
            let isCut = cut.reason == CSCAN_ROOM && batch.count > 0
            batch.limit(to: limit)
            if batch.count > 0 {
                place = batch.end(of: batch.count - 1)
                guard reader.read(batch) else { throw .keyForm }
            }
            if isCut || place >= end || place >= limit { continue }
            guard let next = try walk(from: place, isLast) else { return nil }
            place = next
        }
        return place
    }

    /// Takes a record that is not plain, byte by byte.
    ///
    /// - Returns: where the next one begins; nil where this one does not end within the text.
    private mutating func walk(
        from start: Int, _ isLast: Bool
    ) throws(RecordScanner.Refusal) -> Int? {
        let end = text.count
        var walk = QuotedRecord(separator: separator, start: start)
        while walk.place < end, !walk.isOver {
            if unsafe text.base[walk.place] == 0 { throw .nul }
            unsafe walk.step(text.base, end)
        }
        if !walk.isOver {
            guard isLast else { return nil }
            walk.close(at: end)
        }
        isUnusual = true
        batch.take(walk)
        guard reader.read(batch) else { throw .keyForm }
        return walk.place
    }
}
