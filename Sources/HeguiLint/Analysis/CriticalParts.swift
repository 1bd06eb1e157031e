import CEL
import HeguiCalendar
import HeguiPack

/// What of a subject an expression rests on: columns with the constants they meet, and parts that
/// are opaque, which are taken as true or false at will.
struct CriticalParts {
    private enum Side {
        case axis(String)
        case constant(Value)
        /// A function of columns whose values are all tried, or a table's output.
        case settled
    }

    /// A part of the text that is a question of its own.
    struct Atom: Hashable {
        let range: Range<Int>
        let text: String
    }

    private(set) var axes: [String: CriticalAxis] = [:]
    private var nextGroup = 0
    /// By source text, so that the same part has the same answer everywhere.
    private(set) var atoms: [[Atom]] = []

    private let trial: Trial
    private var checked: CheckedExpression

    /// Returns nil where there is nothing to read.
    init?(_ expressions: [CheckedExpression], _ trial: Trial) {
        guard let first = expressions.first else { return nil }
        self.trial = trial
        checked = first
        for expression in expressions {
            checked = expression
            atoms.append([])
            readBoolean(expression.root)
        }
    }

    private mutating func readBoolean(_ id: SyntaxNode.ID) {
        let trialCopy = self
        if !readParts(of: id) {
            self = trialCopy
            addAtom(id)
        }
    }

    /// Whether the node could be read; its boolean parts may be atoms.
    private mutating func readParts(of id: SyntaxNode.ID) -> Bool {
        if trial.isClosed(id, in: checked) { return trial.value(of: id, in: checked) != nil }
        switch checked.nodes[id].kind {
        case .logical(_, let operands):
            for operand in operands { readBoolean(operand) }
            return true
        case .conditional(let condition, let first, let second):
            guard checked.types[id] == .bool else { return false }
            for part in [condition, first, second] { readBoolean(part) }
            return true
        case .call(let call):
            if call.function.text == "!_", let operand = call.arguments.first {
                readBoolean(operand)
                return true
            }
            return readComparison(call) || isFinite(id)
        default:
            guard let axis = addAxis(id) else { return false }
            return axes[axis]?.kind == .bool
        }
    }

    private mutating func addAtom(_ id: SyntaxNode.ID) {
        let range = checked.nodes[id].range
        let text = String(decoding: Array(checked.text.utf8)[range], as: UTF8.self)
        atoms[atoms.count - 1].append(Atom(range: range, text: text))
    }

    private mutating func readComparison(_ call: SyntaxNode.Call) -> Bool {
        let name = call.function.text
        guard call.isOperator, call.arguments.count == 2 else { return false }
        if name == "@in" { return readMembership(call) }
        let isEquality = name == "_==_" || name == "_!=_"
        guard isEquality || ["_<_", "_<=_", "_>_", "_>=_"].contains(name),
            let left = side(call.arguments[0]), let right = side(call.arguments[1])
        else { return false }
        switch (left, right) {
        case (.axis(let first), .axis(let second)):
            return join(first, second, isEquality: isEquality)
        case (.axis(let axis), .constant(let value)), (.constant(let value), .axis(let axis)):
            return add(value, to: axis, isEquality: isEquality)
        case (.axis(let axis), .settled), (.settled, .axis(let axis)):
            return axes[axis]?.isFinite ?? false
        case (.settled, .settled), (.settled, .constant), (.constant, .settled): return true
        case (.constant, .constant): return false
        }
    }

    private mutating func readMembership(_ call: SyntaxNode.Call) -> Bool {
        guard let axis = addAxis(call.arguments[0]),
            case .list(let elements)? = trial.value(of: call.arguments[1], in: checked)
        else { return false }
        return elements.allSatisfy { add($0, to: axis, isEquality: true) }
    }

    private mutating func side(_ id: SyntaxNode.ID) -> Side? {
        if trial.isClosed(id, in: checked) {
            return trial.value(of: id, in: checked).map { .constant($0) }
        }
        if let axis = addAxis(id) { return .axis(axis) }
        if isTable(id) || isFinite(id) { return .settled }
        return nil
    }

    /// `table.at(column)` changes only at the table's edges.
    private mutating func isTable(_ id: SyntaxNode.ID) -> Bool {
        guard case .call(let call) = checked.nodes[id].kind, call.function.text == "at",
            let target = call.target, let argument = call.arguments.first,
            case .opaque(let value as TableValue)? = trial.value(of: target, in: checked),
            let axis = addAxis(argument)
        else { return false }
        for row in value.table.rows {
            for key in row.keys { axes[axis]?.texts.insert(key) }
            for edge in [row.lower, row.upper].compactMap({ $0 }) {
                axes[axis]?.points.insert(edge.point.number)
            }
        }
        return true
    }

    /// Whether the node rests only on constants and on columns whose values are all tried.
    private mutating func isFinite(_ id: SyntaxNode.ID) -> Bool {
        if trial.isClosed(id, in: checked) { return trial.value(of: id, in: checked) != nil }
        if let axis = addAxis(id) { return axes[axis]?.isFinite ?? false }
        guard case .call(let call) = checked.nodes[id].kind, call.function.text != Trial.given
        else { return false }
        return checked.nodes[id].children(checked.references[id]).allSatisfy { isFinite($0) }
    }

    private mutating func addAxis(_ id: SyntaxNode.ID) -> String? {
        guard let found = trial.axis(of: id, in: checked) else { return nil }
        if axes[found.name] == nil {
            axes[found.name] = CriticalAxis(name: found.name, kind: found.kind, group: nextGroup)
            nextGroup += 1
        }
        return found.name
    }

    private mutating func join(_ first: String, _ second: String, isEquality: Bool) -> Bool {
        guard let left = axes[first], let right = axes[second],
            isEquality ? left.kind == right.kind : left.isOrdered && right.isOrdered,
            left.kind != .presence
        else { return false }
        for (name, axis) in axes where axis.group == right.group {
            axes[name]?.group = left.group
        }
        return true
    }

    private mutating func add(_ value: Value, to name: String, isEquality: Bool) -> Bool {
        guard let axis = axes[name] else { return false }
        switch value {
        case .null: return isEquality
        case .bool: return isEquality && axis.kind == .bool
        case .string(let text):
            if case .choice = axis.kind { return isEquality }
            axes[name]?.texts.insert(text)
            return isEquality && axis.kind == .text
        case .opaque(let day as DayValue):
            guard axis.kind == .day, let exact = day.days.day else { return false }
            axes[name]?.points.insert(Ratio(Int64(exact.number)))
            return true
        default:
            guard axis.isOrdered, let number = NumberValue(value)?.ratio else { return false }
            axes[name]?.points.insert(number)
            return true
        }
    }
}

extension BracketTable.Point {
    /// The number, or that of the day.
    fileprivate var number: Ratio {
        switch self {
        case .number(let number): number
        case .day(let day): Ratio(Int64(day.number))
        }
    }
}
