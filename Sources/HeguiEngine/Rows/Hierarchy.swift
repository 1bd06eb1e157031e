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
