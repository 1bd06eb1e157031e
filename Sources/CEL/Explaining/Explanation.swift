/// Says in words why an expression has its value: only the parts that decide it.
struct Explanation {
    private let trace: Trace
    private let source: [UInt8]
    /// The last value of each part, and how many it had.
    private var values: [Expression.ID: (value: Value, count: Int)] = [:]
    private var lines: [String] = []
    private static let lineLimit = 200

    init(_ trace: Trace) {
        self.trace = trace
        source = Array(trace.expression.text.utf8)
        for (id, value) in trace.records {
            values[id] = (value, (values[id]?.count ?? 0) + 1)
        }
        explain(trace.expression.root, indent: 0, isFirst: true)
    }

    var text: String { lines.joined(separator: "\n") }

    private mutating func explain(_ id: Expression.ID, indent: Int, isFirst: Bool) {
        guard lines.count < Self.lineLimit, let (value, count) = values[id] else { return }
        let reasons = reasons(id, value)
        var line = String(repeating: "  ", count: indent) + (isFirst ? "" : "because ")
        line += statement(id, value)
        if count > 1 { line += " (in the last of \(count) rounds)" }
        lines.append(line)
        for reason in reasons { explain(reason, indent: indent + 1, isFirst: false) }
    }

    /// Returns `text is value`, with the values of operands where an operator compares them.
    private func statement(_ id: Expression.ID, _ value: Value) -> String {
        var text = written(id)
        if case .call(let call) = node(id).kind, call.isOperator, call.arguments.count == 2 {
            let sign = Checker.displayName(call.function.text)
            let shown = call.arguments.map { self.shown($0) }
            let isPlain = zip(call.arguments, shown).allSatisfy { written($0) == $1 }
            if !isPlain { text += " (\(shown[0]) \(sign) \(shown[1]))" }
        }
        switch value {
        case .error(let error): return text + " fails: " + error.message
        case .unknown(let unknown):
            let keys = unknown.causes.map(\.key).joined(separator: ", ")
            return text + " is unknown" + (keys.isEmpty ? "" : ": nothing is known of " + keys)
        default: return text + " is " + value.quoted
        }
    }

    private func shown(_ id: Expression.ID) -> String {
        guard let (value, _) = values[id] else { return written(id) }
        switch value {
        case .error: return "an error"
        case .unknown: return "unknown"
        default: return value.quoted
        }
    }

    private func node(_ id: Expression.ID) -> Expression { trace.expression.nodes[id] }

    private func written(_ id: Expression.ID) -> String {
        String(decoding: source[node(id).range], as: UTF8.self)
    }

    /// Returns the parts of `id` that explain its value: of `&&` and `||` those that decide it.
    private func reasons(_ id: Expression.ID, _ value: Value) -> [Expression.ID] {
        switch node(id).kind {
        case .logical(let isAnd, let operands):
            let evaluated = operands.filter { values[$0] != nil }
            guard case .bool(let bool) = value, bool != isAnd else {
                return evaluated.filter { isOpen($0) || !value.isAbnormal }
            }
            return Array(evaluated.suffix(1))
        case .conditional(let condition, let first, let second):
            guard case .bool(let bool)? = values[condition]?.value else { return [condition] }
            return [condition, bool ? first : second]
        case .name, .select, .constant: return []
        default:
            return node(id).children(trace.expression.references[id]).filter { isTelling($0) }
        }
    }

    private func isOpen(_ id: Expression.ID) -> Bool { values[id]?.value.isAbnormal ?? false }

    /// Names and fields say nothing that the line above does not.
    private func isTelling(_ id: Expression.ID) -> Bool {
        switch node(id).kind {
        case .name, .constant: false
        case .select: isOpen(id)
        default: values[id] != nil
        }
    }
}
