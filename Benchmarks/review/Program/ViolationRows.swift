/// The violations of one rule: their cells as bytes, in order of subject.
struct ViolationRows {
    private struct Row {
        let subject: Range<Int>
        let end: Int
    }

    private var bytes: [UInt8] = []
    private var rows: [Row] = []

    var count: Int { rows.count }

    /// Adds a row whose cells after the subject are what `cells` appends.
    mutating func append(subject: some StringProtocol, cells: (inout [UInt8]) -> Void) {
        let start = bytes.count
        bytes.appendCell(subject)
        let end = bytes.count
        bytes.endCell()
        cells(&bytes)
        bytes.endRow()
        rows.append(Row(subject: start..<end, end: bytes.count))
    }

    /// Adds all rows to `table`, each after the cell `rule`.
    ///
    /// - Complexity: linear in the rows where they come in order or in a few ordered runs.
    func append(to table: inout [UInt8], rule: String) {
        table.reserveCapacity(table.count + bytes.count + rows.count * (rule.utf8.count + 1))
        for row in rows.sorted(by: isBefore) {
            table.append(contentsOf: rule.utf8)
            table.endCell()
            table.append(contentsOf: bytes[row.subject.lowerBound..<row.end])
        }
    }

    private func isBefore(_ left: Row, _ right: Row) -> Bool {
        let (a, b) = (bytes[left.subject], bytes[right.subject])
        if a.lexicographicallyPrecedes(b) { return true }
        guard a.elementsEqual(b) else { return false }
        return bytes[left.subject.upperBound..<left.end]
            .lexicographicallyPrecedes(bytes[right.subject.upperBound..<right.end])
    }
}
