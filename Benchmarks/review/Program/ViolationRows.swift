/// The violations of one rule: their lines as bytes, in order of subject.
struct ViolationRows {
    private struct Row {
        let start: Int
        let subject: Range<Int>
        let end: Int
    }

    let rule: String
    private var bytes: [UInt8] = []
    private var rows: [Row] = []
    private var isInOrder = true

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

    /// Adds all rows to `table`.
    ///
    /// - Complexity: linear in their bytes where they came in order or in a few ordered runs.
    func append(to table: inout [UInt8]) {
        guard !isInOrder else { return table.append(contentsOf: bytes) }
        table.reserveCapacity(table.count + bytes.count)
        for row in rows.sorted(by: isBefore) {
            table.append(contentsOf: bytes[row.start..<row.end])
        }
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
