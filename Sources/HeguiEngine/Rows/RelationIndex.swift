/// For each row of a table, the rows that refer to it, in their own order.
struct RelationIndex: Sendable {
    private let starts: [Int]
    private let rows: [Int]

    /// Returns the index of `targets`: for each referring row the row it refers to, if any.
    ///
    /// - Complexity: O(*n* + *m*) in referring and referred rows.
    init(targets: [Int?], count: Int) {
        var starts = [Int](repeating: 0, count: count + 1)
        for case let target? in targets where target >= 0 && target < count {
            starts[target + 1] += 1
        }
        for index in 0..<count { starts[index + 1] += starts[index] }
        var next = starts
        var rows = [Int](repeating: 0, count: starts[count])
        for (row, target) in targets.enumerated() {
            guard let target, target >= 0, target < count else { continue }
            rows[next[target]] = row
            next[target] += 1
        }
        self.starts = starts
        self.rows = rows
    }

    /// Returns the rows that refer to row `target`.
    func rows(of target: Int) -> ArraySlice<Int> {
        rows[starts[target]..<starts[target + 1]]
    }
}
