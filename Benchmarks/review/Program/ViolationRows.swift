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

    /// Adds a row with its cells behind the subject, as bytes.
    mutating func append(subject: String, cells: [UInt8]) {
        starts.append(UInt32(bytes.count))
        bytes += head
        bytes.appendCell(subject)
        bytes.endCell()
        bytes += cells
        bytes.endRow()
        if isInOrder, !subject.utf8.lexicographicallyPrecedes(lastSubject.utf8) {
            lastSubject = subject
        } else {
            isInOrder = false
        }
    }

    /// Adds the rows of `other`, each in its place.
    ///
    /// - Complexity: linear in the rows of both, unless one of them has none.
    mutating func merge(_ other: ViolationRows) {
        if other.starts.isEmpty { return }
        if starts.isEmpty {
            self = other
            return
        }
        let (left, right) = (sorted(), other.sorted())
        var merged = ViolationRows(rule: rule)
        merged.bytes.reserveCapacity(left.bytes.count + right.bytes.count)
        var (first, second) = (0, 0)
        while first < left.count || second < right.count {
            let isFirst =
                second == right.count
                || first < left.count
                    && !right.subject(second).lexicographicallyPrecedes(left.subject(first))
            merged.starts.append(UInt32(merged.bytes.count))
            merged.bytes += isFirst ? left.line(first) : right.line(second)
            if isFirst { first += 1 } else { second += 1 }
        }
        self = merged
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
        for index in order {
            sorted.starts.append(UInt32(sorted.bytes.count))
            sorted.bytes += line(index)
        }
        return sorted
    }

    private func line(_ index: Int) -> ArraySlice<UInt8> {
        bytes[Int(starts[index])..<(index + 1 < count ? Int(starts[index + 1]) : bytes.count)]
    }

    /// The subject of a line, in its quotes if it has some.
    private func subject(_ index: Int) -> ArraySlice<UInt8> {
        let rest = line(index).dropFirst(head.count)
        var isQuoted = false
        let end = rest.firstIndex { byte in
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            return byte == UInt8(ascii: ",") && !isQuoted
        }
        return rest[..<(end ?? rest.endIndex)]
    }
}
