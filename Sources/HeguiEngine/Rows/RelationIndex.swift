/// For each row of a table, the rows that refer to it, in their own order.
struct RelationIndex: Sendable {
    private let starts: [Int]
    private let rows: [Int]
    /// Targets that are their own ancestors, of which nothing can be told.
    private let cycles: Set<Int>

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
        cycles = []
    }

    /// Returns the index of rows that refer to a row or to one below it, each once.
    ///
    /// - Complexity: O(*n* · *d* + *m*), where *d* is the depth of the tree.
    init(targets: [Int?], along hierarchy: Hierarchy) {
        var lists = [[Int]](repeating: [], count: hierarchy.count)
        for (row, target) in targets.enumerated() {
            guard let target, lists.indices.contains(target) else { continue }
            for place in hierarchy.path(from: target) { lists[place].append(row) }
        }
        var starts = [0]
        for list in lists { starts.append((starts.last ?? 0) + list.count) }
        self.starts = starts
        rows = lists.flatMap(\.self)
        cycles = hierarchy.cycles
    }

    /// Returns whether `target` is its own ancestor.
    func isInCycle(_ target: Int) -> Bool {
        cycles.contains(target)
    }

    /// Returns the rows that refer to row `target`.
    func rows(of target: Int) -> ArraySlice<Int> {
        rows[starts[target]..<starts[target + 1]]
    }
}
