/// The rounds of a macro in one evaluation, and which of them explain its value.
struct Rounds {
    /// The evaluation of what the macro walks over, if it is no constant.
    let target: [Int]
    /// A round that alone decides the value, and its number from 1.
    private(set) var deciding: (part: Int, number: Int)?
    /// The condition of the macro and how often it held, where no single round decides.
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

    /// Whether the last round is the one that decided.
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
