import CScan

/// Some records that have been cut into fields, to be read column by column.
///
/// Reading a column of many records at a time spares the machine from guessing, field by field,
/// what is to be done next.
@safe
final class RecordBatch {
    /// About how many records are cut at a time.
    private static let size = 256
    /// By how much a cut may go beyond what was asked for.
    private static let excess = 72
    /// No cell of a shorter record is longer than a cell may be.
    private static let longest = 32_767

    /// How many fields a record should have.
    let width: Int
    private let separator: UInt8
    /// Ends of fields as they were cut, and in records of `width` where some have another width;
    /// before each stands the place before the first record.
    private let cut: UnsafeMutablePointer<UInt32>
    private let arranged: UnsafeMutablePointer<UInt32>
    /// By record and then by field: the place of the byte that ends it. A field begins behind the
    /// place before.
    private(set) var ends: UnsafeMutablePointer<UInt32>
    /// By record: whether it is left to the plain reader.
    let isOdd: UnsafeMutablePointer<Bool>
    /// Whether any record is odd.
    private(set) var hasOdd = false
    /// Whether records may end in carriage return and line feed.
    private(set) var hasPairs = false
    private(set) var count = 0

    init(width: Int, separator: UInt8) {
        precondition(width > 0)
        self.width = width
        self.separator = separator
        unsafe cut = .allocate(capacity: 1 + Self.size * width + Self.excess)
        unsafe arranged = .allocate(capacity: 1 + Self.size * width)
        unsafe isOdd = .allocate(capacity: Self.size + Self.excess)
        unsafe ends = cut + 1
    }

    deinit {
        unsafe cut.deallocate()
        unsafe arranged.deallocate()
        unsafe isOdd.deallocate()
    }

    func start(of record: Int) -> Int { unsafe Int(ends[record * width - 1] &+ 1) }

    /// Where a record ends, its line break included.
    func end(of record: Int) -> Int { unsafe Int(ends[(record + 1) * width - 1] &+ 1) }

    /// Leaves a record to the plain reader.
    func leave(_ record: Int) {
        unsafe isOdd[record] = true
        hasOdd = true
    }

    /// What cutting came to.
    struct Cut {
        /// Why it went no further.
        let reason: cscan_reason
        /// Whether the encoding of the text has yet to be looked at.
        let isUnusual: Bool
    }

    /// Cuts the records of `text` from `start` on, where one begins.
    func fill(_ text: TextBuffer, from start: Int) -> Cut {
        var result = cscan_cut()
        unsafe cscan_cut(
            text.base, start, text.count, separator, cut + 1, Self.size * width, &result)
        unsafe cut[0] = UInt32(truncatingIfNeeded: start) &- 1
        unsafe ends = cut + 1
        hasPairs = result.has_pairs
        begin(result.found / width)
        if count != result.feeds || !areEnds(text) { arrange(text, result.found) }
        if count > 0, end(of: count - 1) - self.start(of: 0) >= Self.longest {
            for record in 0..<count
            where end(of: record) - self.start(of: record) >= Self.longest { leave(record) }
        }
        return Cut(reason: result.reason, isUnusual: result.is_unusual)
    }

    private func begin(_ count: Int) {
        self.count = count
        hasOdd = false
        unsafe isOdd.update(repeating: false, count: Self.size + Self.excess)
    }

    /// Whether each record of `width` fields ends with a line.
    private func areEnds(_ text: TextBuffer) -> Bool {
        (0..<count).allSatisfy { unsafe text.base[Int(ends[($0 + 1) * width - 1])] == 0x0A }
    }

    /// Puts records together that have more or fewer fields.
    private func arrange(_ text: TextBuffer, _ found: Int) {
        let places = unsafe cut + 1
        unsafe arranged[0] = cut[0]
        unsafe ends = arranged + 1
        begin(0)
        var field = 0
        for index in 0..<found {
            let place = unsafe places[index]
            let isLast = unsafe text.base[Int(place)] == 0x0A
            add(place, field, isLast: isLast)
            field = isLast ? 0 : field + 1
            if count == Self.size { return }
        }
    }

    /// Notes where a field of the next record ends; the last one ends the record.
    private func add(_ place: UInt32, _ field: Int, isLast: Bool) {
        let slot = unsafe ends + count * width
        guard isLast else {
            if field < width { unsafe slot[field] = place }
            return
        }
        for other in min(field, width - 1)..<width { unsafe slot[other] = place }
        count += 1
        if field + 1 != width { leave(count - 1) }
    }

    /// Takes a single record that was walked byte by byte.
    func take(_ walk: QuotedRecord) {
        unsafe cut[0] = UInt32(truncatingIfNeeded: walk.start) &- 1
        unsafe ends = cut + 1
        begin(0)
        hasPairs = true
        for (field, place) in walk.ends.enumerated() {
            add(UInt32(truncatingIfNeeded: place), field, isLast: field + 1 == walk.ends.count)
        }
        let isLong = end(of: 0) - walk.start >= Self.longest
        if !walk.isPlain || isLong { leave(0) }
    }

    /// Leaves out the records that begin at `limit` or behind it.
    func limit(to limit: Int) {
        while count > 0, start(of: count - 1) >= limit { count -= 1 }
    }
}

/// One record of RFC 4180, walked byte by byte.
struct QuotedRecord {
    private enum State {
        case fieldStart, unquoted, quoted, quoteInQuoted
    }

    private let separator: UInt8
    private var state = State.fieldStart
    let start: Int
    private(set) var place: Int
    /// Where its fields end: the places of the bytes that end them.
    private(set) var ends: [Int] = []
    private(set) var isOver = false
    /// Whether its fields can be read as they stand: none holds a line break or text behind its
    /// closing quote.
    private(set) var isPlain = true

    init(separator: UInt8, start: Int) {
        self.separator = separator
        self.start = start
        place = start
    }

    /// Takes the next byte.
    mutating func step(_ base: UnsafePointer<UInt8>, _ end: Int) {
        let byte = unsafe base[place]
        place += 1
        switch state {
        case .quoted:
            if byte == 0x22 { state = .quoteInQuoted }
            if byte == 0x0A || byte == 0x0D { isPlain = false }
            return
        case .quoteInQuoted where byte == 0x22:
            state = .quoted
            return
        case .fieldStart where byte == 0x22:
            state = .quoted
            return
        default: break
        }
        if byte == separator {
            ends.append(place - 1)
            state = .fieldStart
        } else if byte == 0x0A || byte == 0x0D {
            isOver = true
            if byte == 0x0D, place < end, unsafe base[place] == 0x0A { place += 1 }
            ends.append(place - 1)
        } else if state == .quoteInQuoted {
            isPlain = false
        } else {
            state = .unquoted
        }
    }

    /// Ends the last field of a file without a line break at its end.
    mutating func close(at end: Int) {
        if state == .quoted { isPlain = false }
        isOver = true
        ends.append(end)
    }
}
