/// Reads batches of records into the columns of a segment, one column after another.
@safe
struct BatchReader {
    private let table: FieldTable
    private let segment: Segment
    private let text: TextBuffer
    private let base: UnsafePointer<UInt8>
    private let origin: Int
    private var row = 0
    private var capacity = 0

    init(_ table: FieldTable, _ text: TextBuffer, _ segment: Segment, origin: Int) {
        self.table = table
        self.segment = segment
        self.text = text
        unsafe base = UnsafePointer(text.base)
        self.origin = origin
        reserve(segment.capacity)
    }

    /// Makes room for so many rows in all columns.
    private mutating func reserve(_ wanted: Int) {
        capacity = wanted
        for (place, column) in segment.columns.enumerated() {
            column.reserve(capacity, keeping: row)
            unsafe table.bases[place] = column.base
        }
    }

    /// Leaves the segment as it is to be read.
    func finish() {
        segment.rowCount = row
        for column in segment.columns { column.finish(count: row) }
    }

    /// Reads a batch; false where a key is not of the form that the others have.
    mutating func read(_ batch: RecordBatch) -> Bool {
        let count = batch.count
        if row + count > capacity { reserve(max(row + count, capacity + capacity / 2)) }
        for number in 0..<table.count {
            guard read(batch, number) else { return false }
        }
        for record in 0..<count {
            if (row &+ record) & (Segment.stride - 1) == 0 {
                let start = unsafe Int(batch.rowStarts[record])
                segment.marks.append(UInt32(truncatingIfNeeded: start - origin))
            }
            let marks = unsafe batch.marks[record]
            let isRegular = marks == [.identified, .evident]
            if unsafe !isRegular || batch.written[record] < 2 { leave(batch, record) }
        }
        row += count
        return true
    }

    /// Leaves a record to the plain reader, whatever its fields gave.
    private func leave(_ batch: RecordBatch, _ record: Int) {
        for place in 0..<table.columnCount {
            unsafe table.bases[place]?[row + record] = ColumnCells.special
        }
        let range = unsafe Int(batch.rowStarts[record])..<Int(batch.rowEnds[record])
        segment.oddRows.append(
            Segment.OddRow(index: row + record, bytes: text.bytes(range)))
    }

    /// Reads one field of all records.
    @inline(__always)
    private func read(_ batch: RecordBatch, _ number: Int) -> Bool {
        let field = unsafe table.fields[number]
        switch field.task {
        case .unread: unsafe each(batch, number, field, isEvident: false) { _, _ in 0 }
        case .text:
            unsafe each(batch, number, field, isEvident: false) {
                unsafe PlainText.isPlain($0, $1) ? 0 : ColumnCells.special
            }
        case .name:
            unsafe each(batch, number, field, isEvident: false) {
                unsafe PlainCell.isName($0, $1) ? 0 : ColumnCells.special
            }
        case .phone:
            unsafe each(batch, number, field, isEvident: false) {
                unsafe PlainCell.isMobile($0, $1) ? 0 : ColumnCells.special
            }
        case .month:
            unsafe each(batch, number, field, isEvident: false) {
                unsafe PlainCell.isMonth($0, $1) ? 0 : ColumnCells.special
            }
        case .other:
            unsafe each(batch, number, field, isEvident: false) { _, _ in ColumnCells.special }
        case .day:
            let days = table.days
            unsafe each(batch, number, field, isEvident: true) { unsafe days.number($0, $1) }
        case .integer:
            unsafe each(batch, number, field, isEvident: false) {
                unsafe PlainCell.integer($0, $1) ?? ColumnCells.special
            }
        default: return readWords(batch, number, field)
        }
        return true
    }

    /// Reads one field of all records that is a word or a key.
    private func readWords(
        _ batch: RecordBatch, _ number: Int, _ field: FieldTable.Field
    ) -> Bool {
        switch field.task {
        case .word:
            guard let words = unsafe table.words[Int(field.place)] else { return true }
            unsafe each(batch, number, field, isEvident: false) {
                unsafe WordDictionary.number(words, $0, $1)
            }
        case .wordKey:
            guard let words = unsafe table.words[Int(field.place)] else { return true }
            unsafe each(batch, number, field, isEvident: true) {
                unsafe PlainCell.isKey($0, $1)
                    ? WordDictionary.number(words, $0, $1) : ColumnCells.special
            }
        case .key:
            let matcher = unsafe table.matchers[Int(field.helper)]
            var hasOther = false
            unsafe each(batch, number, field, isEvident: true) {
                let key = unsafe matcher.number($0, $1)
                hasOther = hasOther || key < 0
                return key
            }
            return !hasOther
        case .reference:
            let matcher = unsafe table.matchers[Int(field.helper)]
            unsafe each(batch, number, field, isEvident: true) {
                let key = unsafe matcher.number($0, $1)
                return key < 0 ? ColumnCells.special : key
            }
        case .wordReference:
            let index = table.indexes[Int(field.helper)]
            unsafe each(batch, number, field, isEvident: true) {
                let row = unsafe index.row($0, $1)
                return row < 0 ? ColumnCells.special : row
            }
        default: break
        }
        return true
    }

    /// Puts what `cell` makes of the field into its column, for each record that is not odd.
    @inline(__always)
    private func each(
        _ batch: RecordBatch, _ number: Int, _ field: FieldTable.Field, isEvident: Bool,
        _ cell: (UnsafePointer<UInt8>, Int) -> Int32
    ) {
        let count = batch.count
        let starts = unsafe batch.starts + number &* RecordBatch.size
        let lengths = unsafe batch.lengths + number &* RecordBatch.size
        let column = unsafe field.place >= 0 ? table.bases[Int(field.place)] : nil
        let evidence: RecordBatch.Marks = isEvident ? .evident : []
        let identity: RecordBatch.Marks = field.identifies ? .identified : []
        let all = evidence.union(identity)
        // Only the first three cells that are written tell rows of data from others.
        for record in 0..<count {
            if unsafe batch.marks[record].contains(.odd) { continue }
            let length = unsafe Int(lengths[record])
            var value = ColumnCells.absent
            if length == 0 {
                if field.isRequired { unsafe batch.marks[record].insert(.odd) }
            } else {
                let start = unsafe base + Int(starts[record])
                let written = unsafe batch.written[record]
                if written < 3 {
                    if unsafe RowStart.mayBeNoData(start, length, isFirst: written == 0) {
                        unsafe batch.marks[record].insert(.odd)
                    }
                    unsafe batch.written[record] = written &+ 1
                }
                value = unsafe cell(start, length)
                let isOdd = value == ColumnCells.special
                unsafe batch.marks[record].formUnion(isOdd ? .odd : all)
            }
            if let column = unsafe column { unsafe column[row &+ record] = value }
        }
    }
}
