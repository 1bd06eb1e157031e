/// Says in words why an expression has its value: only the parts that decide it.
struct Explanation {
    private let evaluation: EvaluationTree
    private let expression: CheckedExpression
    private let source: [UInt8]
    private var lines: [String] = []
    private static let lineLimit = 200

    init(_ trace: Trace) {
        evaluation = EvaluationTree(trace)
        expression = trace.expression
        source = Array(trace.expression.text.utf8)
        explain(evaluation.root, indent: 0)
    }

    var text: String { lines.joined(separator: "\n") }

    /// Adds a line about a part, with the `note`, and lines about what explains its value.
    private mutating func explain(_ place: Int, note: String = "", indent: Int) {
        guard lines.count < Self.lineLimit else { return }
        let part = evaluation.parts[place]
        add(statement(part) + note, indent: indent)
        if case .comprehension(let comprehension) = expression.nodes[part.id].kind {
            let rounds = Rounds(comprehension, part, in: evaluation)
            for target in rounds.target where rounds.isEmpty || isTelling(target) {
                explain(target, indent: indent + 1)
            }
            if let (round, number) = rounds.deciding {
                let note = rounds.count > 1 ? " (in round \(number))" : ""
                explain(round, note: note, indent: indent + 1)
            } else if let (id, outcome) = rounds.tally {
                add(written(id) + outcome, indent: indent + 1)
            }
        } else {
            for child in reasons(part) { explain(child, indent: indent + 1) }
        }
    }

    private mutating func add(_ line: String, indent: Int) {
        lines.append(
            String(repeating: "  ", count: indent) + (indent == 0 ? "" : "because ") + line)
    }

    /// Returns `text is value`, with the values of operands where an operator compares them.
    private func statement(_ part: EvaluationTree.Part) -> String {
        var text = written(part.id)
        if case .call(let call) = expression.nodes[part.id].kind, call.isOperator,
            call.arguments.count == 2
        {
            let sign = Checker.displayName(call.function.text)
            let shown = call.arguments.map { self.shown($0, in: part) }
            let isPlain = zip(call.arguments, shown).allSatisfy { written($0) == $1 }
            if !isPlain { text += " (\(shown[0]) \(sign) \(shown[1]))" }
        }
        switch part.value {
        case .error(let error): return text + " fails: " + error.message
        case .unknown(let unknown):
            let keys = unknown.causes.map(\.key).joined(separator: ", ")
            return text + " is unknown" + (keys.isEmpty ? "" : ": nothing is known of " + keys)
        default: return text + " is " + Self.short(part.value)
        }
    }

    /// Returns the value that an operand had in the evaluation of `part`.
    private func shown(_ id: Expression.ID, in part: EvaluationTree.Part) -> String {
        guard let operand = part.children.last(where: { evaluation.parts[$0].id == id }) else {
            return written(id)
        }
        switch evaluation.parts[operand].value {
        case .error: return "an error"
        case .unknown: return "unknown"
        case let value: return Self.short(value)
        }
    }

    /// Returns the value as a literal, cut short where it is long.
    private static func short(_ value: Value) -> String {
        let text = value.quoted
        let scalars = text.unicodeScalars
        guard scalars.count > 120 else { return text }
        return String(scalars.prefix(120)) + "…"
    }

    /// Returns the text of a node on one line.
    private func written(_ id: Expression.ID) -> String {
        let text = String(decoding: source[expression.nodes[id].range], as: UTF8.self)
        return text.split(whereSeparator: \.isNewline)
            .map { String($0.drop(while: \.isWhitespace)) }.joined(separator: " ")
    }

    /// Returns what explains the value of `part`: of `&&` and `||` the operands that decide it.
    private func reasons(_ part: EvaluationTree.Part) -> [Int] {
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

    /// Names, fields and what is written out say nothing that the line above does not.
    private func isTelling(_ place: Int) -> Bool {
        let part = evaluation.parts[place]
        switch expression.nodes[part.id].kind {
        case .name, .constant: return false
        case .select: return isOpen(place)
        default: return part.value.quoted != written(part.id)
        }
    }
}
