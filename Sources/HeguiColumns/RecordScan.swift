import CScan

/// One stretch of text on its way into a segment: cut into records, which are read in batches.
@safe
struct RecordScan {
    private let separator: UInt8
    private let text: TextBuffer
    private let origin: Int
    private let batch: RecordBatch
    private var reader: BatchReader
    /// Whether the encoding of the text has yet to be looked at.
    private(set) var isUnusual = false

    init(_ scanner: RecordScanner, _ text: TextBuffer, _ segment: Segment, from start: Int) {
        separator = scanner.separator
        batch = scanner.batch
        self.text = text
        origin = start
        reader = BatchReader(scanner.fields, text, segment, origin: start)
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
