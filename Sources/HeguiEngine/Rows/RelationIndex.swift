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

/// The rows of a table as a tree: which stands below which.
struct Hierarchy: Sendable {
    /// For each row the one above it, if any.
    private let parents: [Int?]
    /// The rows that are their own ancestors.
    let cycles: Set<Int>

    var count: Int { parents.count }

    init(parents: [Int?], count: Int) {
        let known = (0..<count).map { row in
            parents.indices.contains(row)
                ? parents[row].flatMap { (0..<count).contains($0) ? $0 : nil } : nil
        }
        self.parents = known
        cycles = Self.cycles(of: known)
    }

    /// Returns the row and all above it, each once.
    func path(from row: Int) -> [Int] {
        var path = [row]
        var seen: Set<Int> = [row]
        while let last = path.last, let parent = parents[last], seen.insert(parent).inserted {
            path.append(parent)
        }
        return path
    }

    /// Walks up from every row; a walk that meets itself has found a cycle.
    private static func cycles(of parents: [Int?]) -> Set<Int> {
        var cycles: Set<Int> = []
        // The number of the walk that came by first, from 1.
        var walks = [Int](repeating: 0, count: parents.count)
        for start in parents.indices where walks[start] == 0 {
            var row = start
            while walks[row] == 0 {
                walks[row] = start + 1
                guard let parent = parents[row] else { break }
                row = parent
            }
            guard walks[row] == start + 1, parents[row] != nil else { continue }
            var next = row
            while cycles.insert(next).inserted, let parent = parents[next] { next = parent }
        }
        return cycles
    }
}
