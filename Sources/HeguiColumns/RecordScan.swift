import CScan

/// One stretch of text on its way into a segment.
@safe
struct RecordScan {
    private let table: FieldTable
    private let separator: UInt8
    private let segment: Segment
    private let text: TextBuffer
    private let base: UnsafePointer<UInt8>
    private let origin: Int
    private var row = 0
    private var capacity = 0
    /// Set by a key of another form.
    private var hasOtherKey = false

    /// No cell of a shorter record is longer than a cell may be.
    private static let longest = 32_767

    init(_ scanner: RecordScanner, _ text: TextBuffer, _ segment: Segment, from start: Int) {
        table = scanner.fields
        separator = scanner.separator
        self.segment = segment
        self.text = text
        unsafe base = UnsafePointer(text.base)
        origin = start
        reserve()
    }

    /// Makes room for more rows in all columns.
    private mutating func reserve() {
        capacity = capacity == 0 ? segment.capacity : capacity + capacity / 2
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

    /// Where a scan stands.
    private struct Cursor {
        var rowStart: Int
        var fieldStart: Int
        var field = 0

        init(at place: Int) {
            rowStart = place
            fieldStart = place
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
            if hasOtherKey { throw .keyForm }
        }
        if cursor.rowStart >= limit || cursor.rowStart >= end { return cursor.rowStart }
        guard isLast else { return nil }
        endField(at: end, cursor)
        take(cursor.rowStart, end, fieldCount: cursor.field + 1)
        if hasOtherKey { throw .keyForm }
        return end
    }

    /// Goes over the 64 bytes from `place` on.
    @inline(__always)
    private mutating func step(
        _ place: Int, _ limit: Int, _ isLast: Bool, _ cursor: inout Cursor
    ) throws(RecordScanner.Refusal) -> Step {
        let end = text.count
        var stops = unsafe cscan_stops(base + place, separator)
        while stops != 0 {
            let at = place + stops.trailingZeroBitCount
            stops &= stops &- 1
            if at >= end { break }
            let byte = unsafe base[at]
            if byte == separator {
                endField(at: at, cursor)
                cursor.field += 1
                cursor.fieldStart = at + 1
            } else if byte == 0x0A {
                let isPair = unsafe at > cursor.fieldStart && base[at - 1] == 0x0D
                endField(at: isPair ? at - 1 : at, cursor)
                take(cursor.rowStart, at + 1, fieldCount: cursor.field + 1)
                cursor = Cursor(at: at + 1)
                if at + 1 >= limit { return .limit }
            } else if byte == 0x0D, at + 1 < end, unsafe base[at + 1] == 0x0A {
                continue
            } else if byte == 0 {
                throw .nul
            } else {
                guard let next = try quoted(cursor.rowStart, end, isLast) else { return .open }
                cursor = Cursor(at: next)
                return .restart(next)
            }
        }
        return .next
    }

    @inline(__always)
    private func endField(at place: Int, _ cursor: Cursor) {
        guard cursor.field < table.count else { return }
        unsafe table.starts[cursor.field] = cursor.fieldStart
        unsafe table.ends[cursor.field] = place
    }

    /// Takes a record whose fields are between `starts` and `ends`.
    @inline(__always)
    private mutating func take(_ rowStart: Int, _ rowEnd: Int, fieldCount: Int) {
        if row & (Segment.stride - 1) == 0 {
            segment.marks.append(UInt32(truncatingIfNeeded: rowStart - origin))
        }
        if row == capacity { reserve() }
        let isRegular =
            fieldCount == table.count && rowEnd - rowStart < Self.longest && isRegular()
        if !isRegular { leave(rowStart, rowEnd) }
        row += 1
    }

    /// Leaves a record to the plain reader, whatever its first fields gave.
    @inline(never)
    private func leave(_ rowStart: Int, _ rowEnd: Int) {
        for place in 0..<table.columnCount {
            unsafe table.bases[place]?[row] = ColumnCells.special
        }
        segment.oddRows.append(
            Segment.OddRow(index: row, bytes: text.bytes(rowStart..<rowEnd)))
    }

    /// Reads the fields; false where one of them is not plain.
    @inline(__always)
    private mutating func isRegular() -> Bool {
        var written = 0
        // No heading or footer has a number, a day or a known key where the column asks for one.
        var (isIdentified, isEvident) = (false, false)
        for number in 0..<table.count {
            let field = unsafe table.fields[number]
            let text = unsafe base + table.starts[number]
            let count = unsafe table.ends[number] - table.starts[number]
            var cell = ColumnCells.absent
            if count == 0 {
                if field.isRequired { return false }
            } else {
                if written < 3 {
                    if unsafe RowStart.mayBeNoData(text, count, isFirst: written == 0) {
                        return false
                    }
                    written += 1
                }
                cell = unsafe self.cell(field, text, count, &isEvident)
                if cell == ColumnCells.special { return false }
                isIdentified = isIdentified || field.identifies
            }
            if field.place >= 0 { unsafe table.bases[Int(field.place)]?[row] = cell }
        }
        return written >= 2 && isIdentified && isEvident
    }

    /// Returns the cell of a field, or `special` where it is not plain.
    @inline(__always)
    private mutating func cell(
        _ field: FieldTable.Field, _ text: UnsafePointer<UInt8>, _ count: Int,
        _ isEvident: inout Bool
    ) -> Int32 {
        let no = ColumnCells.special
        switch field.task {
        case .unread: return 0
        case .text: return unsafe PlainText.isPlain(text, count) ? 0 : no
        case .name: return unsafe PlainCell.isName(text, count) ? 0 : no
        case .phone: return unsafe PlainCell.isMobile(text, count) ? 0 : no
        case .month: return unsafe PlainCell.isMonth(text, count) ? 0 : no
        case .other: return no
        case .day:
            isEvident = true
            return unsafe table.days.number(text, count)
        case .integer: return unsafe PlainCell.integer(text, count) ?? no
        case .word:
            guard let words = unsafe table.words[Int(field.place)] else { return no }
            return unsafe WordDictionary.number(words, text, count)
        case .key:
            let number = unsafe table.matchers[Int(field.helper)].number(text, count)
            hasOtherKey = hasOtherKey || number < 0
            isEvident = true
            return number
        case .wordKey:
            guard unsafe PlainCell.isKey(text, count),
                let words = unsafe table.words[Int(field.place)]
            else { return no }
            isEvident = true
            return unsafe WordDictionary.number(words, text, count)
        case .reference:
            let number = unsafe table.matchers[Int(field.helper)].number(text, count)
            isEvident = true
            return number < 0 ? no : number
        case .wordReference:
            isEvident = true
            let row = unsafe table.indexes[Int(field.helper)].row(text, count)
            return row < 0 ? no : row
        }
    }

    /// Takes a record with quotes or a lone carriage return in it, byte by byte.
    ///
    /// - Returns: where the next one begins; nil where this one does not end within the text.
    private mutating func quoted(
        _ rowStart: Int, _ end: Int, _ isLast: Bool
    ) throws(RecordScanner.Refusal) -> Int? {
        var walk = QuotedRecord(separator: separator, start: rowStart)
        while walk.place < end, !walk.isOver {
            if unsafe base[walk.place] == 0 { throw .nul }
            if let span = unsafe walk.step(base, end) { note(span, walk.fieldCount) }
        }
        if !walk.isOver {
            guard isLast else { return nil }
            note(walk.close(at: end), walk.fieldCount)
        }
        // A quote within a text that nobody keeps does no harm.
        let isPlain = walk.isPlain && walk.quoted & ~table.unkept == 0
        take(rowStart, walk.place, fieldCount: isPlain ? walk.fieldCount : -1)
        return walk.place
    }

    private func note(_ span: Range<Int>, _ number: Int) {
        guard number <= table.count else { return }
        unsafe table.starts[number - 1] = span.lowerBound
        unsafe table.ends[number - 1] = span.upperBound
    }
}
