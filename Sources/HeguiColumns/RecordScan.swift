import CScan

/// One stretch of text on its way into a segment: cut into records, which are read in batches.
@safe
struct RecordScan {
    private let table: FieldTable
    private let separator: UInt8
    private let segment: Segment
    private let text: TextBuffer
    private let base: UnsafePointer<UInt8>
    private let origin: Int
    private let batch: RecordBatch
    private var reader: BatchReader

    /// No cell of a shorter record is longer than a cell may be.
    private static let longest = 32_767

    init(_ scanner: RecordScanner, _ text: TextBuffer, _ segment: Segment, from start: Int) {
        table = scanner.fields
        separator = scanner.separator
        batch = scanner.batch
        self.segment = segment
        self.text = text
        unsafe base = UnsafePointer(text.base)
        origin = start
        batch.clear(keeping: 0)
        reader = BatchReader(scanner.fields, text, segment, origin: start)
    }

    /// Leaves the segment as it is to be read.
    func finish() { reader.finish() }

    /// Where a scan stands.
    private struct Cursor {
        var rowStart: Int
        var fieldStart: Int
        var field = 0
        /// The record's place in the batch.
        var record = 0

        init(at place: Int) {
            rowStart = place
            fieldStart = place
        }

        @inline(__always)
        mutating func begin(at place: Int) {
            rowStart = place
            fieldStart = place
            field = 0
            record &+= 1
        }
    }

    /// What a block of bytes came to.
    private enum Step {
        case next
        /// The scan goes on from there.
        case restart(Int)
        case limit
        /// A record does not end within the text.
        case open
    }

    /// Returns where the last record ends; nil where it does not.
    mutating func run(limit: Int, isLast: Bool) throws(RecordScanner.Refusal) -> Int? {
        let end = text.count
        var cursor = Cursor(at: origin)
        var place = origin
        while place < end, cursor.rowStart < limit {
            switch try step(place, limit, isLast, &cursor) {
            case .next: place += 64
            case .restart(let next): place = next
            case .limit: place = end
            case .open: return nil
            }
            // A block ends at most so many records.
            if cursor.record > RecordBatch.size - 66 { try read(&cursor) }
        }
        var last = cursor.rowStart
        if cursor.rowStart < limit, cursor.rowStart < end {
            guard isLast else { return nil }
            endField(at: end, cursor)
            endRecord(at: end, &cursor)
            last = end
        }
        try read(&cursor)
        return last
    }

    private mutating func read(_ cursor: inout Cursor) throws(RecordScanner.Refusal) {
        guard reader.read(batch) else { throw .keyForm }
        batch.clear(keeping: min(cursor.field, table.count))
        cursor.record = 0
    }

    /// Goes over the 64 bytes from `place` on.
    @inline(__always)
    private mutating func step(
        _ place: Int, _ limit: Int, _ isLast: Bool, _ cursor: inout Cursor
    ) throws(RecordScanner.Refusal) -> Step {
        let end = text.count
        var stops = unsafe cscan_stops(base + place, separator)
        if end &- place < 64 { stops &= (1 << UInt64(end &- place)) &- 1 }
        while stops != 0 {
            let at = place &+ stops.trailingZeroBitCount
            stops &= stops &- 1
            let byte = unsafe base[at]
            if byte == separator {
                endField(at: at, cursor)
                cursor.field &+= 1
                cursor.fieldStart = at &+ 1
            } else if byte == 0x0A {
                let isPair = unsafe at > cursor.fieldStart && base[at &- 1] == 0x0D
                endField(at: isPair ? at &- 1 : at, cursor)
                endRecord(at: at &+ 1, &cursor)
                if at &+ 1 >= limit { return .limit }
            } else if byte == 0x0D, at + 1 < end, unsafe base[at + 1] == 0x0A {
                continue
            } else if byte == 0 {
                throw .nul
            } else {
                guard let next = try quoted(&cursor, end, isLast) else { return .open }
                return .restart(next)
            }
        }
        return .next
    }

    @inline(__always)
    private func endField(at place: Int, _ cursor: Cursor) {
        guard cursor.field < table.count else { return }
        let slot = cursor.field &* RecordBatch.size &+ cursor.record
        unsafe batch.starts[slot] = Int32(truncatingIfNeeded: cursor.fieldStart)
        unsafe batch.lengths[slot] = Int32(truncatingIfNeeded: place &- cursor.fieldStart)
    }

    @inline(__always)
    private func endRecord(at end: Int, isPlain: Bool = true, _ cursor: inout Cursor) {
        let isWide = cursor.field &+ 1 != table.count || end &- cursor.rowStart >= Self.longest
        batch.close(cursor.rowStart, end, isOdd: isWide || !isPlain, at: cursor.record)
        cursor.begin(at: end)
    }

    /// Takes a record with quotes or a lone carriage return in it, byte by byte.
    ///
    /// - Returns: where the next one begins; nil where this one does not end within the text.
    private func quoted(
        _ cursor: inout Cursor, _ end: Int, _ isLast: Bool
    ) throws(RecordScanner.Refusal) -> Int? {
        var walk = QuotedRecord(separator: separator, start: cursor.rowStart)
        while walk.place < end, !walk.isOver {
            if unsafe base[walk.place] == 0 { throw .nul }
            if let span = unsafe walk.step(base, end) { note(span, walk.fieldCount, cursor) }
        }
        if !walk.isOver {
            guard isLast else { return nil }
            note(walk.close(at: end), walk.fieldCount, cursor)
        }
        // A quote within a text that nobody keeps does no harm.
        let isPlain = walk.isPlain && walk.quoted & ~table.unkept == 0
        cursor.field = walk.fieldCount - 1
        endRecord(at: walk.place, isPlain: isPlain, &cursor)
        return walk.place
    }

    private func note(_ span: Range<Int>, _ number: Int, _ cursor: Cursor) {
        guard number <= table.count else { return }
        let slot = (number - 1) * RecordBatch.size + cursor.record
        unsafe batch.starts[slot] = Int32(truncatingIfNeeded: span.lowerBound)
        unsafe batch.lengths[slot] = Int32(truncatingIfNeeded: span.count)
    }
}
