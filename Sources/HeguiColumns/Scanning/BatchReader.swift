/// Reads batches of records into the columns of a segment, one column after another.
@safe
struct BatchReader {
    private let table: FieldTable
    private let segment: Segment
    private let text: TextBuffer
    private let base: UnsafePointer<UInt8>
    private let origin: Int
    private(set) var row = 0

    /// How many of the first written cells tell rows of data from others.
    private static let leading = 3

    init(_ table: FieldTable, _ text: TextBuffer, to segment: Segment, origin: Int) {
        self.table = table
        self.segment = segment
        self.text = text
        unsafe base = UnsafePointer(text.base)
        self.origin = origin
    }

    /// Leaves the segment as it is to be read.
    func finish() { segment.take(table.scratches, rows: row) }

    /// Reads a batch; false where a key is not of the form that the others have.
    mutating func read(_ batch: RecordBatch) -> Bool {
        table.reserve(row + batch.count, keeping: row)
        for number in 0..<table.count {
            guard read(batch, number) else { return false }
        }
        checkRows(batch)
        mark(batch)
        if batch.hasOdd {
            for record in 0..<batch.count where unsafe batch.isOdd[record] { leave(batch, record) }
        }
        row += batch.count
        return true
    }

    /// Notes where every `Segment.stride`-th row begins.
    private func mark(_ batch: RecordBatch) {
        var record = (Segment.stride - row % Segment.stride) % Segment.stride
        while record < batch.count {
            let start = batch.start(of: record)
            segment.marks.append(UInt32(truncatingIfNeeded: start - origin))
            record += Segment.stride
        }
    }

    /// Leaves a record to the plain reader and forgets what its fields gave.
    private func leave(_ batch: RecordBatch, _ record: Int) {
        for place in 0..<table.columnCount {
            unsafe table.bases[place][row + record] = ColumnCells.special
        }
        let range = batch.start(of: record)..<min(batch.end(of: record), text.count)
        segment.oddRows.append(
            Segment.OddRow(index: row + record, bytes: text.bytes(range)))
    }

    // MARK: Whether records are rows

    /// Leaves the records that may be something else than rows of data.
    private func checkRows(_ batch: RecordBatch) {
        guard haveEvidence else {
            for record in 0..<batch.count where unsafe !batch.isOdd[record] {
                if !isRow(batch, record) { batch.leave(record) }
            }
            return
        }
        for number in 0..<min(Self.leading, table.count)
        where unsafe !table.fields[number].isNoWord {
            lookForWords(batch, number)
        }
    }

    /// Whether each record that is not odd has its first cells, and what no heading or footer has.
    private var haveEvidence: Bool {
        var (isEvident, isIdentified, written) = (false, false, 0)
        for number in 0..<table.count {
            if unsafe table.hasEmpty[number] {
                if number < Self.leading { return false }
                continue
            }
            let field = unsafe table.fields[number]
            written += 1
            isEvident = isEvident || field.isEvident
            isIdentified = isIdentified || field.identifies
        }
        return isEvident && isIdentified && written > 1
    }

    /// Leaves the records that may be no rows of data by what stands in one of the first fields.
    private func lookForWords(_ batch: RecordBatch, _ number: Int) {
        for record in 0..<batch.count where unsafe !batch.isOdd[record] {
            let (start, length, _) = cell(number, of: record, in: batch)
            if unsafe table.starts.mayBeNoData(base + start, length, isFirst: number == 0) {
                batch.leave(record)
            }
        }
    }

    private func isRow(_ batch: RecordBatch, _ record: Int) -> Bool {
        var (isEvident, isIdentified, written) = (false, false, 0)
        for number in 0..<table.count {
            let (start, length, _) = cell(number, of: record, in: batch)
            if length == 0 { continue }
            let field = unsafe table.fields[number]
            if written < Self.leading, !field.isNoWord,
                unsafe table.starts.mayBeNoData(base + start, length, isFirst: written == 0)
            {
                return false
            }
            written += 1
            isEvident = isEvident || field.isEvident
            isIdentified = isIdentified || field.identifies
            if isEvident, isIdentified, written >= Self.leading { return true }
        }
        return isEvident && isIdentified && written > 1
    }

    // MARK: Fields

    /// Returns where a cell stands, without its quotes, and whether there are quotes within it.
    @inline(__always)
    private func cell(
        _ number: Int, of record: Int, in batch: RecordBatch
    ) -> (start: Int, length: Int, hasQuotes: Bool) {
        let slot = record &* batch.width &+ number
        let (before, end) = unsafe (batch.ends[slot &- 1], batch.ends[slot])
        return bare(
            Int(before &+ 1), Int(end), isLast: batch.hasPairs && number == batch.width &- 1)
    }

    @inline(__always)
    private func bare(
        _ start: Int, _ end: Int, isLast: Bool
    ) -> (start: Int, length: Int, hasQuotes: Bool) {
        var end = end
        if isLast, end > start, unsafe base[end &- 1] == 0x0D { end &-= 1 }
        // Quotes stand in pairs here.
        guard unsafe base[start] == 0x22, end &- start >= 2 else {
            return (start, end &- start, false)
        }
        let length = end &- start &- 2
        for place in start &+ 1..<end &- 1 where unsafe base[place] == 0x22 {
            return (start &+ 1, length, true)
        }
        return (start &+ 1, length, false)
    }

    /// Reads one field of all records.
    @inline(__always)
    private func read(_ batch: RecordBatch, _ number: Int) -> Bool {
        let field = unsafe table.fields[number]
        switch field.task {
        case .unread: unsafe each(in: batch, number, as: field, mayHaveQuotes: true) { _, _ in 0 }
        case .text:
            let plain = table.plain
            unsafe each(in: batch, number, as: field, mayHaveQuotes: true) {
                unsafe plain.isPlain($0, $1) ? 0 : ColumnCells.special
            }
        case .name:
            let plain = table.plain
            unsafe each(in: batch, number, as: field) {
                unsafe PlainCell.isName($0, $1, by: plain) ? 0 : ColumnCells.special
            }
        case .phone:
            unsafe each(in: batch, number, as: field) {
                unsafe PlainCell.isMobile($0, $1) ? 0 : ColumnCells.special
            }
        case .month:
            unsafe each(in: batch, number, as: field) {
                unsafe PlainCell.isMonth($0, $1) ? 0 : ColumnCells.special
            }
        case .other: unsafe each(in: batch, number, as: field) { _, _ in ColumnCells.special }
        case .day:
            let days = table.days
            unsafe each(in: batch, number, as: field) { unsafe days.number($0, $1) }
        case .integer:
            unsafe each(in: batch, number, as: field) {
                unsafe PlainCell.integer($0, $1) ?? ColumnCells.special
            }
        default: return readWords(batch, number, as: field)
        }
        return true
    }

    /// Reads one field of all records that is a word or a key.
    private func readWords(
        _ batch: RecordBatch, _ number: Int, as field: FieldTable.Field
    ) -> Bool {
        switch field.task {
        case .word:
            guard let words = unsafe table.words[Int(field.place)] else { return true }
            unsafe each(in: batch, number, as: field) {
                unsafe WordDictionary.scanned($0, $1, in: words)
            }
        case .wordKey:
            guard let words = unsafe table.words[Int(field.place)] else { return true }
            unsafe each(in: batch, number, as: field) {
                unsafe PlainCell.isKey($0, $1)
                    ? WordDictionary.scanned($0, $1, in: words) : ColumnCells.special
            }
        case .key:
            let matcher = unsafe table.matchers[Int(field.helper)]
            var hasOther = false
            unsafe each(in: batch, number, as: field) {
                let key = unsafe matcher.number($0, $1)
                hasOther = hasOther || key < 0
                return key
            }
            return !hasOther
        case .reference:
            let matcher = unsafe table.matchers[Int(field.helper)]
            unsafe each(in: batch, number, as: field) {
                let key = unsafe matcher.number($0, $1)
                return key < 0 ? ColumnCells.special : key
            }
        case .wordReference:
            let index = table.indexes[Int(field.helper)]
            unsafe each(in: batch, number, as: field) {
                let row = unsafe index.row($0, $1)
                return row < 0 ? ColumnCells.special : row
            }
        default: break
        }
        return true
    }

    /// Puts what `read` makes of the field into its column, for each record that is not odd.
    @inline(__always)
    private func each(
        in batch: RecordBatch, _ number: Int, as field: FieldTable.Field,
        mayHaveQuotes: Bool = false,
        _ read: (UnsafePointer<UInt8>, Int) -> Int32
    ) {
        let (count, width, isOdd) = unsafe (batch.count, batch.width, batch.isOdd)
        let column = unsafe field.place >= 0 ? table.bases[Int(field.place)] : nil
        let isLast = batch.hasPairs && number == width &- 1
        let hasOdd = batch.hasOdd
        var ends = unsafe UnsafePointer(batch.ends) + number
        var hasEmpty = false
        for record in 0..<count {
            let (before, end) = unsafe (ends[-1], ends[0])
            unsafe ends += width
            if hasOdd, unsafe isOdd[record] { continue }
            let (start, length, hasQuotes) = bare(Int(before &+ 1), Int(end), isLast: isLast)
            var value = ColumnCells.absent
            if length == 0 {
                hasEmpty = true
                if field.isRequired { batch.leave(record) }
            } else {
                value =
                    hasQuotes && !mayHaveQuotes
                    ? ColumnCells.special : unsafe read(base + start, length)
                if value == ColumnCells.special { batch.leave(record) }
            }
            if let column = unsafe column { unsafe column[row &+ record] = value }
        }
        unsafe table.hasEmpty[number] = hasEmpty
    }
}
