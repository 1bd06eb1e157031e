/// The value of an expression and of its parts in one evaluation.
public struct EvaluationTrace: Sendable {
    /// The value of a part. A part inside a macro has an entry for each round.
    public struct Entry: Sendable {
        /// UTF-8 offsets of the part in the expression's text.
        public var range: Range<Int>
        /// The part as it was written.
        public var text: String
        /// Its value, which may be an error or an unknown.
        public var value: Value
        /// The number of parts around it; 0 for the whole expression.
        public var depth: Int
    }

    /// The value of the whole expression.
    public let value: Value
    /// The parts that were evaluated, in that order, without literals.
    public let entries: [Entry]

    package let expression: CheckedExpression
    /// The values of nodes, in the order of evaluation.
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

    /// Why the expression has its value: one line for each part that decides, such as
    /// `member.amount > 9 (5 > 9) is false`.
    ///
    /// The lines quote strings. If these are personal, render `entries` yourself.
    public var explanation: String {
        Explainer(self).text
    }

    /// The lines of the explanation as values.
    package var reasons: [Reason] { Explainer(self).reasons }
}

extension CheckedExpression {
    /// Returns the number of nodes around each node.
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
    /// Returns the value for `arguments` and the values of all parts of the expression.
    ///
    /// Plans the program again, so that `evaluate` need not be able to record.
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
