/// The violations of one rule: their lines as bytes, in order of subject.
struct ViolationRows: Sendable {
    let rule: String
    /// What each line begins with.
    private let head: [UInt8]
    private var bytes: [UInt8] = []
    /// Where the lines begin.
    private var starts: [UInt32] = []
    private var lastSubject = ""
    private var isInOrder = true

    init(rule: String) {
        self.rule = rule
        var head: [UInt8] = []
        head.appendCell(rule)
        head.endCell()
        self.head = head
    }

    var count: Int { starts.count }

    /// Makes room for so many rows of the usual length.
    mutating func reserve(_ count: Int) {
        bytes.reserveCapacity(count * 27)
        starts.reserveCapacity(count)
    }

    /// Adds a row with its cells behind the subject, as bytes.
    mutating func append(subject: String, cells: [UInt8]) {
        starts.append(UInt32(bytes.count))
        let own = subject.utf8
        if own.contains(where: { $0 == 44 || $0 == 34 || $0 < 32 }) {
            bytes += head
            bytes.appendCell(subject)
            bytes.endCell()
            bytes += cells
            bytes.endRow()
        } else {
            let length = head.count + own.count + cells.count + 2
            if bytes.count + length > bytes.capacity {
                bytes.reserveCapacity(max(2 * bytes.count, 4_096))
            }
            bytes.append(addingCapacity: length) { line in
                for byte in head { line.append(byte) }
                for byte in own { line.append(byte) }
                line.append(44)
                for byte in cells { line.append(byte) }
                line.append(10)
            }
        }
        if isInOrder, !subject.utf8.lexicographicallyPrecedes(lastSubject.utf8) {
            lastSubject = subject
        } else {
            isInOrder = false
        }
    }

    /// Adds the rows of `other`, each in its place.
    ///
    /// - Complexity: linear in the bytes of both, and O(*m* log *n*) in the rows of fewer and more.
    mutating func merge(_ other: ViolationRows) {
        if other.starts.isEmpty { return }
        if starts.isEmpty {
            self = other
            return
        }
        var (few, many) = (sorted(), other.sorted())
        if few.count > many.count { (few, many) = (many, few) }
        var merged = ViolationRows(rule: rule)
        merged.bytes.reserveCapacity(few.bytes.count + many.bytes.count)
        var done = 0
        for index in few.starts.indices {
            let place = many.place(of: few.subject(index), from: done)
            merged.take(many, done..<place)
            merged.take(few, index..<index + 1)
            done = place
        }
        merged.take(many, done..<many.count)
        self = merged
    }

    /// Returns how many lines from `first` on stand before a subject, and those before them.
    private func place(of subject: ArraySlice<UInt8>, from first: Int) -> Int {
        var (low, high) = (first, count)
        while low < high {
            let middle = (low + high) / 2
            if self.subject(middle).lexicographicallyPrecedes(subject) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }

    /// Adds some lines of others, one after another.
    private mutating func take(_ other: ViolationRows, _ lines: Range<Int>) {
        guard let first = lines.first, let last = lines.last else { return }
        let span = Int(other.starts[first])..<other.end(of: last)
        let shift = bytes.count - span.lowerBound
        bytes += other.bytes[span]
        starts += other.starts[lines].map { UInt32(Int($0) + shift) }
    }

    /// Returns the lines in order.
    ///
    /// - Complexity: constant where they came in order, else linear in their bytes.
    func lines() -> [UInt8] { sorted().bytes }

    private func sorted() -> ViolationRows {
        if isInOrder { return self }
        var sorted = ViolationRows(rule: rule)
        let order = starts.indices.sorted {
            subject($0).lexicographicallyPrecedes(subject($1))
        }
        for index in order { sorted.take(self, index..<index + 1) }
        return sorted
    }

    private func end(of line: Int) -> Int {
        line + 1 < count ? Int(starts[line + 1]) : bytes.count
    }

    /// The subject of a line, in its quotes if it has some.
    private func subject(_ index: Int) -> ArraySlice<UInt8> {
        let rest = bytes[Int(starts[index]) + head.count..<end(of: index)]
        var isQuoted = false
        let end = rest.firstIndex { byte in
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            return byte == UInt8(ascii: ",") && !isQuoted
        }
        return rest[..<(end ?? rest.endIndex)]
    }
}
