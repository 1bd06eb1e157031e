/// What became of an expression and of its parts in one evaluation.
public struct EvaluationTrace: Sendable {
    /// The value of a part; one inside a macro has an entry for each round.
    public struct Entry: Sendable {
        /// UTF-8 offsets of the part in the expression's text.
        public var range: Range<Int>
        /// The part as it was written.
        public var text: String
        /// Its value; an error or an unknown is a value too.
        public var value: Value
        /// How many parts it stands inside of; 0 for the whole expression.
        public var depth: Int
    }

    /// The value of the whole expression.
    public let value: Value
    /// The parts that were evaluated, apart from literals, in the order in which they became known.
    public let entries: [Entry]

    package let expression: CheckedExpression
    /// By node, in the order in which they became known.
    package let records: [(id: SyntaxNode.ID, value: Value)]

    init(
        _ expression: CheckedExpression, value: Value,
        records: [(id: SyntaxNode.ID, value: Value)]
    ) {
        self.expression = expression
        self.value = value
        self.records = records
        let depths = expression.depths()
        let text = Array(expression.text.utf8)
        entries = records.map { id, value in
            let range = expression.nodes[id].range
            return Entry(
                range: range, text: String(decoding: text[range], as: UTF8.self), value: value,
                depth: depths[id] ?? 0)
        }
    }

    /// Why the value is what it is, a line a part: `activity count 1 >= 2 is false, because …`.
    ///
    /// Values of strings are shown; where they are personal, render `entries` yourself.
    public var explanation: String {
        Explainer(self).text
    }

    /// The lines of the explanation before they are words.
    package var reasons: [Reason] { Explainer(self).reasons }
}

extension CheckedExpression {
    /// Returns how many nodes each node stands inside of.
    func depths() -> [SyntaxNode.ID: Int] {
        var depths = [root: 0]
        var pending = [root]
        while let id = pending.popLast() {
            for child in nodes[id].children(references[id]) {
                depths[child] = (depths[id] ?? 0) + 1
                pending.append(child)
            }
        }
        return depths
    }
}

extension Program {
    /// Returns the value for `arguments` with those of all parts of the expression.
    ///
    /// The program is planned anew for it, so that `evaluate` pays nothing.
    /// Complexity: that of `Environment.plan` and of `evaluate`.
    public func trace(_ arguments: [Value]) -> EvaluationTrace {
        var planner = ProgramPlanner(
            expression, declarations: declarations, variables: variables, isTracing: true)
        let step = planner.plan()
        var activation = Activation(
            arguments: arguments, localCapacity: expression.localCapacity,
            nullOperands: nullOperands, limits: limits)
        activation.recorder = TraceRecorder()
        guard arguments.count == variables.count else {
            return EvaluationTrace(expression, value: evaluate(arguments), records: [])
        }
        let value = step.evaluate(&activation)
        return EvaluationTrace(
            expression, value: activation.result(value, at: step.range),
            records: activation.recorder?.records ?? []
        )
    }
}
