import CEL
import HeguiPack

extension CheckedExpression {
    /// A comparison by order with one side stated by the pack.
    struct Comparison {
        let node: SyntaxNode.ID
        let observed: SyntaxNode.ID
        let stated: SyntaxNode.ID
    }

    /// A call of `at` on a parameter.
    struct TableLookup {
        let node: SyntaxNode.ID
        let parameter: String
        let argument: SyntaxNode.ID
    }

    private var calls: [(node: SyntaxNode.ID, call: SyntaxNode.Call)] {
        var calls: [(SyntaxNode.ID, SyntaxNode.Call)] = []
        var pending = [root]
        while let id = pending.popLast() {
            if case .call(let call) = nodes[id].kind { calls.append((id, call)) }
            pending += nodes[id].children(references[id])
        }
        return calls
    }

    /// The comparisons of numbers and days by order, also those inside macros.
    var comparisons: [Comparison] {
        calls.compactMap { node, call in
            guard ["_<_", "_<=_", "_>_", "_>=_"].contains(call.function.text),
                call.arguments.count == 2
            else { return nil }
            let (left, right) = (call.arguments[0], call.arguments[1])
            guard [.int, NumberValue.type, DayValue.type].contains(type(of: left)) else {
                return nil
            }
            switch (isClosed(left), isClosed(right)) {
            case (false, true): return Comparison(node: node, observed: left, stated: right)
            case (true, false): return Comparison(node: node, observed: right, stated: left)
            default: return nil
            }
        }
    }

    var tableLookups: [TableLookup] {
        calls.compactMap { node, call in
            guard call.function.text == "at", let target = call.target,
                let argument = call.arguments.first,
                case .select(_, let field, .value) = nodes[target].kind, isClosed(target)
            else { return nil }
            return TableLookup(node: node, parameter: field.text, argument: argument)
        }
    }

    /// Whether the node reads nothing but literals and parameters.
    func isClosed(_ id: SyntaxNode.ID) -> Bool {
        switch references[id] {
        case .variable(let name): return name == ExpressionEnvironment.paramsTypeName
        case .local: return false
        default: break
        }
        switch nodes[id].kind {
        case .comprehension, .binding, .message: return false
        // The data decide what is given, not the pack.
        case .call(let call) where call.function.text == "given": return false
        default:
            return nodes[id].children(references[id]).allSatisfy { isClosed($0) }
        }
    }

    /// The type of the node's value where it has one; the cells of columns may be empty.
    func type(of id: SyntaxNode.ID) -> Type {
        if case .wrapper(let inner) = types[id] { inner } else { types[id] }
    }

    /// The part of the text that the node was read from.
    func text(of id: SyntaxNode.ID) -> String {
        String(decoding: Array(text.utf8)[nodes[id].range], as: UTF8.self)
    }
}
