/// The evaluations of a trace as a tree: each with those that its node needed.
struct EvaluationTree {
    /// One evaluation of a node. A node inside a macro has one for each round.
    struct Part {
        var id: SyntaxNode.ID
        var value: Value
        /// Places in `parts`, in the order of evaluation.
        var children: [Int]
    }

    private(set) var parts: [Part] = []
    /// The place in `parts` of the whole expression.
    private(set) var root = 0

    /// Builds the tree. Children are recorded before their parent. So the children of a part are the
    /// deeper parts before it that have no parent yet.
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
        // The root has no record if it is a constant or if there were too many records.
        if parts.last?.id != trace.expression.root {
            root = parts.count
            parts.append(
                Part(
                    id: trace.expression.root, value: trace.value, children: pending.map(\.part)))
        }
    }
}

/// The rounds of a macro in one evaluation, and the one that explains its value.
struct Rounds {
    /// The evaluations of the list or map that the macro visits; empty if it is a constant.
    let target: [Int]
    /// The round that alone decides the value, and its number from 1.
    private(set) var deciding: (part: Int, number: Int)?
    /// The condition of the macro and how often it held, if no single round decides.
    private(set) var tally: (id: SyntaxNode.ID, held: Int)?
    /// How many rounds there were.
    let count: Int

    var isEmpty: Bool { count == 0 }

    init(
        _ comprehension: Comprehension, _ part: EvaluationTree.Part, in evaluation: EvaluationTree
    ) {
        func evaluations(of id: SyntaxNode.ID?) -> [Int] {
            part.children.filter { evaluation.parts[$0].id == id }
        }
        target = evaluations(of: comprehension.target)
        let bodies = evaluations(of: comprehension.body)
        let condition = comprehension.filter ?? comprehension.body
        let rounds = comprehension.filter == nil ? bodies : evaluations(of: condition)
        count = rounds.count
        let values = rounds.map { evaluation.parts[$0].value }
        if part.value.isAbnormal {
            let open = (rounds + bodies).first { evaluation.parts[$0].value.isAbnormal }
            // A condition is evaluated before the body of its round.
            deciding = open.map { open in
                (open, 1 + (rounds.lastIndex { $0 <= open } ?? 0))
            }
        } else if count == 1 || Self.endsEarly(comprehension.kind, part.value) {
            deciding = rounds.last.map { ($0, count) }
        } else if values.allSatisfy({ if case .bool = $0 { true } else { false } }), !isEmpty {
            tally = (condition, values.count(where: \.isTrue))
        }
    }

    /// Whether the macro stopped early, so that its last round decided.
    private static func endsEarly(_ kind: Comprehension.Kind, _ value: Value) -> Bool {
        switch kind {
        case .all: !value.isTrue
        case .exists: value.isTrue
        default: false
        }
    }
}

extension Value {
    /// Whether the value is the boolean `true`.
    fileprivate var isTrue: Bool {
        if case .bool(true) = self { return true }
        return false
    }
}
