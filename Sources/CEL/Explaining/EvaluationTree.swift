/// What was evaluated in a trace: every part with those that were evaluated for it.
struct EvaluationTree {
    /// One evaluation of a node; a node inside a macro has one for each round.
    struct Part {
        var id: SyntaxNode.ID
        var value: Value
        /// Places in `parts`, in the order of evaluation.
        var children: [Int]
    }

    private(set) var parts: [Part] = []
    /// The place in `parts` of the whole expression.
    private(set) var root = 0

    /// Builds the tree. A part becomes known after those that it is made of, so the ones before it
    /// that stand one deeper, and have no parent yet, are its own.
    ///
    /// Complexity: O(n) in the number of records.
    init(_ trace: EvaluationTrace) {
        let depths = trace.expression.depths()
        var pending: [(part: Int, depth: Int)] = []
        for (id, value) in trace.records {
            let depth = depths[id] ?? 0
            let start = pending.lastIndex { $0.depth <= depth }.map { $0 + 1 } ?? 0
            let children = pending[start...].map(\.part)
            pending.removeSubrange(start...)
            pending.append((parts.count, depth))
            parts.append(Part(id: id, value: value, children: children))
        }
        root = parts.count - 1
        // A constant has no record, and a record may be lost where there are too many.
        if parts.last?.id != trace.expression.root {
            root = parts.count
            parts.append(
                Part(
                    id: trace.expression.root, value: trace.value, children: pending.map(\.part)))
        }
    }
}
