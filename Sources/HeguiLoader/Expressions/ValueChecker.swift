import CEL
import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Checks texts that are compared with an enum or a choice, or given for one.
///
/// Values of enums are texts for CEL, so that one that is misspelt would just never be equal, and
/// the rule would judge everybody wrongly without a word.
struct ValueChecker {
    let compiler: ExpressionCompiler
    let scalar: Scalar
    let checked: CheckedExpression

    /// Whether all such texts are values; `domain` is what the whole expression has to give.
    func check(giving domain: ValueDomain?) -> Bool {
        var isSound = true
        for (id, node) in checked.nodes.enumerated() {
            guard case .function? = checked.references[id], case .call(let call) = node.kind,
                call.isOperator, call.arguments.count == 2
            else { continue }
            if !check(call, at: node.range) { isSound = false }
        }
        guard let domain else { return isSound }
        return gives(checked.root, only: domain) && isSound
    }

    private func check(_ call: SyntaxNode.Call, at range: Range<Int>) -> Bool {
        let (left, right) = (call.arguments[0], call.arguments[1])
        switch call.function.text {
        case "_==_", "_!=_":
            return isValue(right, of: self.domain(of: left))
                && isValue(left, of: self.domain(of: right))
        case "@in":
            guard case .list(let elements) = checked.nodes[right].kind else {
                return isValue(left, of: self.domain(of: right))
            }
            let domain = self.domain(of: left)
            return elements.allSatisfy { isValue($0.value, of: domain) }
        case "_<_", "_<=_", "_>_", "_>=_":
            guard let domain = self.domain(of: left) ?? self.domain(of: right) else { return true }
            compiler.context.report(.valuesOrderedAsText(domain, at: scalar.span(of: range)))
            return false
        default: return true
        }
    }

    /// Whether the node is no text that is written out, or one of the values.
    private func isValue(_ id: SyntaxNode.ID, of domain: ValueDomain?) -> Bool {
        guard let domain, case .constant(.string(let text)) = checked.nodes[id].kind,
            !domain.values.contains(text)
        else { return true }
        let span = scalar.span(of: checked.nodes[id].range)
        compiler.context.report(.literalNoValue(text, of: domain, at: span))
        return false
    }

    /// Whether the node gives nothing but values of `domain`, as far as that can be told.
    private func gives(_ id: SyntaxNode.ID, only domain: ValueDomain) -> Bool {
        switch checked.nodes[id].kind {
        case .conditional(_, let first, let second):
            let isFirst = gives(first, only: domain)
            return gives(second, only: domain) && isFirst
        case .binding(_, _, let body): return gives(body, only: domain)
        case .constant: return isValue(id, of: domain)
        default:
            guard let source = self.domain(of: id),
                let stranger = source.values.first(where: { !domain.values.contains($0) })
            else { return true }
            let span = scalar.span(of: checked.nodes[id].range)
            compiler.context.report(
                .valueNotOfColumn(stranger, of: domain, from: source, at: span))
            return false
        }
    }

    /// The values that the node, or an element of the list that it is, can have; nil for any text.
    private func domain(of id: SyntaxNode.ID) -> ValueDomain? {
        if case .field(let object, let index)? = checked.references[id] {
            return compiler.domain(of: object, field: index)
        }
        switch checked.nodes[id].kind {
        case .call(let call):
            let operand = call.target ?? call.arguments.first
            switch call.function.text {
            case "at": return operand.flatMap(table)
            case "distinct", "first", "last": return operand.flatMap { domain(of: $0) }
            default: return nil
            }
        case .index(let list, _, _): return domain(of: list)
        case .binding(_, _, let body): return domain(of: body)
        case .comprehension(let comprehension):
            switch comprehension.kind {
            case .map: return domain(of: comprehension.body)
            case .filter, .sortBy: return domain(of: comprehension.target)
            default: return nil
            }
        default: return nil
        }
    }

    /// The values that the table at the node gives.
    private func table(_ id: SyntaxNode.ID) -> ValueDomain? {
        guard
            case .field(ExpressionEnvironment.paramsTypeName, let index)? = checked.references[id],
            case .enumeration(let dataset, let column)? = compiler.parameters[index].tableType?
                .output
        else { return nil }
        return compiler.domain(ofColumn: column, in: dataset)
    }
}

extension ExpressionCompiler {
    /// The values of a field of `object`; nil where it is neither an enum nor a choice.
    func domain(of object: String, field index: Int) -> ValueDomain? {
        if object == ExpressionEnvironment.paramsTypeName {
            let parameter = parameters[index]
            guard parameter.kind == .choice else { return nil }
            return ValueDomain(name: object + "." + parameter.name, values: parameter.choices)
        }
        guard let layout = layouts.first(where: { $0.singular == object }) else { return nil }
        return domain(of: layout.fields[index], in: layout)
    }

    func domain(ofColumn name: String, in dataset: String) -> ValueDomain? {
        guard let layout = layouts.first(where: { $0.dataset == dataset }),
            let field = layout.fields.first(where: { $0.name == name })
        else { return nil }
        return domain(of: field, in: layout)
    }

    private func domain(of field: RowLayout.Field, in layout: RowLayout) -> ValueDomain? {
        guard !field.values.isEmpty else { return nil }
        return ValueDomain(
            name: layout.singular + "." + field.name, values: field.values,
            spellings: field.spellings, column: layout.dataset + "." + field.name)
    }
}
