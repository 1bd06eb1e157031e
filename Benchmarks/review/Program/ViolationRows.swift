/// The violations of one rule: their lines as bytes, in order of subject.
struct ViolationRows: Sendable {
    /// Where a line and its subject stand among the bytes; lines are short, and there are many.
    private struct Row: Sendable {
        private let first: UInt32
        private let length: UInt32
        private let subjectOffset: UInt16
        private let subjectLength: UInt16

        init(start: Int, subject: Range<Int>, end: Int) {
            first = UInt32(start)
            length = UInt32(end - start)
            subjectOffset = UInt16(subject.lowerBound - start)
            subjectLength = UInt16(subject.count)
        }

        var start: Int { Int(first) }
        var end: Int { Int(first) + Int(length) }
        var subject: Range<Int> {
            let begin = start + Int(subjectOffset)
            return begin..<begin + Int(subjectLength)
        }
    }

    let rule: String
    private var bytes: [UInt8] = []
    private var rows: [Row] = []
    private var isInOrder = true
    /// Whether the bytes stand in the order of the rows.
    private var areBytesInOrder = true

    init(rule: String) {
        self.rule = rule
    }

    var count: Int { rows.count }

    /// Adds a row whose cells after the subject are what `cells` appends.
    @inline(__always)
    mutating func append(subject: String, cells: (inout [UInt8]) -> Void) {
        let start = bytes.count
        bytes.appendCell(rule)
        bytes.endCell()
        let subjectStart = bytes.count
        bytes.appendCell(subject)
        let subjectEnd = bytes.count
        bytes.endCell()
        cells(&bytes)
        bytes.endRow()
        let row = Row(start: start, subject: subjectStart..<subjectEnd, end: bytes.count)
        if let last = rows.last, isInOrder { isInOrder = !isBefore(row, last) }
        rows.append(row)
    }

    /// Adds the rows of `other`, each in its place where both are in order.
    ///
    /// - Complexity: linear in the rows of both, unless one of them has none.
    mutating func merge(_ other: ViolationRows) {
        if other.rows.isEmpty { return }
        if rows.isEmpty {
            self = other
            return
        }
        let shift = bytes.count
        bytes += other.bytes
        let added = other.rows.map { row in
            Row(
                start: row.start + shift,
                subject: row.subject.lowerBound + shift..<row.subject.upperBound + shift,
                end: row.end + shift)
        }
        guard isInOrder, other.isInOrder else {
            isInOrder = false
            rows += added
            return
        }
        var merged: [Row] = []
        merged.reserveCapacity(rows.count + added.count)
        var (left, right) = (0, 0)
        while left < rows.count, right < added.count {
            if isBefore(added[right], rows[left]) {
                merged.append(added[right])
                right += 1
            } else {
                merged.append(rows[left])
                left += 1
            }
        }
        rows = merged + rows[left...] + added[right...]
        areBytesInOrder = false
    }

    /// Returns the lines in order.
    ///
    /// - Complexity: constant where they came in order, else linear in their bytes.
    func lines() -> [UInt8] {
        if isInOrder, areBytesInOrder { return bytes }
        var lines: [UInt8] = []
        lines.reserveCapacity(bytes.count)
        for row in isInOrder ? rows : rows.sorted(by: isBefore) {
            lines.append(contentsOf: bytes[row.start..<row.end])
        }
        return lines
    }

    private func isBefore(_ left: Row, _ right: Row) -> Bool {
        let bySubject = order(left.subject, right.subject)
        guard bySubject == 0 else { return bySubject < 0 }
        return order(left.subject.upperBound..<left.end, right.subject.upperBound..<right.end) < 0
    }

    /// Compares two pieces byte by byte: below 0 where the left one comes first.
    private func order(_ left: Range<Int>, _ right: Range<Int>) -> Int {
        for offset in 0..<min(left.count, right.count) {
            let (a, b) = (bytes[left.lowerBound + offset], bytes[right.lowerBound + offset])
            if a != b { return a < b ? -1 : 1 }
        }
        return left.count - right.count
    }
}
