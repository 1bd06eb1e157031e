/// The syntax tree of an expression. Its names and types are not checked yet.
public struct ParsedExpression: Sendable {
    /// The text that was parsed.
    public let text: String
    package let nodes: [SyntaxNode]
    package let root: SyntaxNode.ID
}

extension ParsedExpression: CustomStringConvertible {
    /// The expression in canonical form. It parses to the same expression again.
    public var description: String { Printer(nodes: nodes).text(root) }
}

/// Writes an expression with no more parentheses than it needs.
struct Printer {
    let nodes: [SyntaxNode]

    /// How tightly an expression binds: least of all the conditional, most of all a call.
    private enum Strength: Int {
        case conditional, or, and, relation, sum, product, sign, call
    }

    func text(_ id: SyntaxNode.ID) -> String {
        switch nodes[id].kind {
        case .constant(let value): value.quoted
        case .name(let name, let isAbsolute): isAbsolute ? "." + name : name
        case .select(let operand, let field, let access):
            select(operand, field: field.text, access: access)
        case .index(let operand, let index, let isOptional):
            text(operand, atLeast: .call) + (isOptional ? "[?" : "[") + text(index) + "]"
        case .call(let call): call.isOperator ? operation(call) : self.call(call)
        case .logical(let isAnd, let operands):
            operands.map { text($0, atLeast: isAnd ? .relation : .and) }
                .joined(separator: isAnd ? " && " : " || ")
        case .conditional(let condition, let first, let second):
            text(condition, atLeast: .or) + " ? " + text(first, atLeast: .or) + " : "
                + text(second)
        case .list(let elements):
            "["
                + elements.map { ($0.isOptional ? "?" : "") + text($0.value) }
                .joined(separator: ", ") + "]"
        case .map(let entries):
            "{"
                + entries.map { ($0.isOptional ? "?" : "") + text($0.key) + ": " + text($0.value) }
                .joined(separator: ", ") + "}"
        case .message(let name, let entries): message(name, entries)
        case .comprehension(let comprehension): self.comprehension(comprehension)
        case .binding(let variable, let value, let body):
            "cel.bind(\(variable.text), \(text(value)), \(text(body)))"
        }
    }

    private func text(_ id: SyntaxNode.ID, atLeast strength: Strength) -> String {
        self.strength(id).rawValue >= strength.rawValue ? text(id) : "(" + text(id) + ")"
    }

    private func strength(_ id: SyntaxNode.ID) -> Strength {
        switch nodes[id].kind {
        case .conditional: .conditional
        case .logical(let isAnd, _): isAnd ? .and : .or
        case .call(let call) where call.isOperator:
            switch call.function.text {
            case "!_", "-_": .sign
            case "_+_", "_-_": .sum
            case "_*_", "_/_", "_%_": .product
            default: .relation
            }
        default: .call
        }
    }

    private func operation(_ call: SyntaxNode.Call) -> String {
        let sign = SyntaxNode.displayName(call.function.text)
        if call.arguments.count == 1 {
            let operand = text(call.arguments[0], atLeast: .sign)
            // A sign before a digit would become part of the literal.
            let isNumber = operand.utf8.first.map { $0.isDigit || $0 == UInt8(ascii: ".") } ?? false
            return sign == "-" && isNumber ? "-(\(operand))" : sign + operand
        }
        let strength: Strength =
            switch sign {
            case "+", "-": .sum
            case "*", "/", "%": .product
            default: .relation
            }
        let next = Strength(rawValue: strength.rawValue + 1) ?? .call
        return text(call.arguments[0], atLeast: strength) + " \(sign) "
            + text(call.arguments[1], atLeast: next)
    }

    private func call(_ call: SyntaxNode.Call) -> String {
        let target = call.target.map { text($0, atLeast: .call) + "." } ?? ""
        return target + call.function.text + "("
            + call.arguments.map { text($0) }.joined(separator: ", ") + ")"
    }

    private func select(
        _ operand: SyntaxNode.ID, field: String, access: SyntaxNode.Access
    ) -> String {
        let name = Self.isWord(field) ? field : "`\(field)`"
        let inner = text(operand, atLeast: .call)
        return switch access {
        case .value: inner + "." + name
        case .optional: inner + ".?" + name
        case .presence: "has(\(inner).\(name))"
        }
    }

    private static func isWord(_ text: String) -> Bool {
        guard let first = text.utf8.first, first.isLetter,
            text.utf8.allSatisfy({ $0.isLetter || $0.isDigit })
        else { return false }
        return !["true", "false", "null", "in"].contains(text)
    }

    private func message(_ name: SyntaxNode.ID, _ entries: [SyntaxNode.Entry]) -> String {
        let fields = entries.map { entry in
            var key = ""
            if case .constant(.string(let text)) = nodes[entry.key].kind { key = text }
            let name = Self.isWord(key) ? key : "`\(key)`"
            return (entry.isOptional ? "?" : "") + name + ": " + text(entry.value)
        }
        return text(name) + "{" + fields.joined(separator: ", ") + "}"
    }

    private func comprehension(_ comprehension: Comprehension) -> String {
        let parts =
            comprehension.variables.map(\.text)
            + (comprehension.filter.map { [text($0)] } ?? []) + [text(comprehension.body)]
        return text(comprehension.target, atLeast: .call) + "." + comprehension.macro.text + "("
            + parts.joined(separator: ", ") + ")"
    }
}
