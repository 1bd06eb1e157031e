/// Explains the value of an expression by the parts that decide it.
struct Explainer {
    private let evaluation: EvaluationTree
    private let expression: CheckedExpression
    private let source: [UInt8]
    private(set) var reasons: [Reason] = []
    private static let lineLimit = 200

    init(_ trace: EvaluationTrace) {
        evaluation = EvaluationTree(trace)
        expression = trace.expression
        source = Array(trace.expression.text.utf8)
        explain(evaluation.root, indent: 0)
    }

    var text: String { reasons.map(\.line).joined(separator: "\n") }

    /// Adds the reason for a part, which may be a round of a macro, and the reasons for its value.
    private mutating func explain(_ place: Int, round: Int? = nil, indent: Int) {
        guard reasons.count < Self.lineLimit else { return }
        let part = evaluation.parts[place]
        var reason = Reason(depth: indent, text: written(part.id), value: part.value)
        reason.round = round
        reason.operands = operands(of: part)
        reasons.append(reason)
        if case .comprehension(let comprehension) = expression.nodes[part.id].kind {
            let rounds = Rounds(comprehension, part, in: evaluation)
            for target in rounds.target where rounds.isEmpty || isTelling(target) {
                explain(target, indent: indent + 1)
            }
            if let (round, number) = rounds.deciding {
                explain(round, round: rounds.count > 1 ? number : nil, indent: indent + 1)
            } else if let (id, held) = rounds.tally {
                var tally = Reason(depth: indent + 1, text: written(id), value: nil)
                tally.tally = (held, rounds.count)
                reasons.append(tally)
            }
        } else {
            for child in children(part) { explain(child, indent: indent + 1) }
        }
    }

    /// Returns the operands of an operator, or nil if its text shows them already.
    private func operands(of part: EvaluationTree.Part) -> Reason.Operands? {
        guard case .call(let call) = expression.nodes[part.id].kind, call.isOperator,
            call.arguments.count == 2
        else { return nil }
        let values = call.arguments.map { value(of: $0, in: part) }
        let isPlain = zip(call.arguments, values).allSatisfy { id, value in
            value.map { written(id) == Reason.shown($0) } ?? true
        }
        if isPlain { return nil }
        return Reason.Operands(
            left: values[0], leftText: written(call.arguments[0]),
            sign: SyntaxNode.displayName(call.function.text), right: values[1],
            rightText: written(call.arguments[1]))
    }

    /// Returns the value that an operand had in the evaluation of `part`; nil for a literal.
    private func value(of id: SyntaxNode.ID, in part: EvaluationTree.Part) -> Value? {
        part.children.last { evaluation.parts[$0].id == id }.map { evaluation.parts[$0].value }
    }

    /// Returns the text of a node on one line.
    private func written(_ id: SyntaxNode.ID) -> String {
        let text = String(decoding: source[expression.nodes[id].range], as: UTF8.self)
        return text.split(whereSeparator: \.isNewline)
            .map { String($0.drop(while: \.isWhitespace)) }.joined(separator: " ")
    }

    /// Returns the parts that explain `part`. For `&&` and `||` these are the operands that decide.
    private func children(_ part: EvaluationTree.Part) -> [Int] {
        switch expression.nodes[part.id].kind {
        case .logical(let isAnd, _):
            if case .bool(let bool) = part.value, bool != isAnd {
                return part.children.filter { isBool(bool, $0) }.suffix(1)
            }
            return part.children.filter { !part.value.isAbnormal || isOpen($0) || isNull($0) }
        case .conditional: return part.children
        case .name, .select, .constant: return []
        default: return part.children.filter { isTelling($0) }
        }
    }

    private func isBool(_ bool: Bool, _ part: Int) -> Bool {
        if case .bool(let found) = evaluation.parts[part].value { return found == bool }
        return false
    }

    private func isNull(_ part: Int) -> Bool { evaluation.parts[part].value.isNull }

    private func isOpen(_ part: Int) -> Bool { evaluation.parts[part].value.isAbnormal }

    /// Whether a part adds to the line above it. Names, literals and most fields do not.
    private func isTelling(_ place: Int) -> Bool {
        let part = evaluation.parts[place]
        switch expression.nodes[part.id].kind {
        case .name, .constant: return false
        case .select: return isOpen(place)
        default: return part.value.quoted != written(part.id)
        }
    }
}
