import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiYAML

/// Reads `require:` of a rule: which form it is, and its keys.
struct RequirementLoader {
    static let forms = [
        "expression", "deadline", "count", "sum", "rate", "unique", "exists", "agrees",
    ]
    static let what = Message(zh: "要求 `require`", en: "`require`")

    let context: LoadContext
    let compiler: ExpressionCompiler
    let dataset: String
    let relations: [Relation]
    let counting: CountingRule

    var scope: ExpressionCompiler.Scope { compiler.scope(of: dataset) }

    func load(_ node: Node) -> Requirement? {
        if case .scalar(let scalar) = node.content {
            return compiler.compile(scalar, scope, expecting: [.bool], Self.what).map {
                .expression(
                    ExpressionRequirement(expression: $0, due: nil, observed: nil, required: nil))
            }
        }
        guard var fields = Fields(node, Self.what, context) else { return nil }
        let present = Self.forms.filter { fields.has($0) }
        guard present.count == 1, let form = present.first else {
            reportForms(present, node)
            return nil
        }
        let requirement = load(form, &fields)
        fields.finish()
        return requirement
    }

    private func load(_ form: String, _ fields: inout Fields) -> Requirement? {
        switch form {
        case "expression": expression(&fields)
        case "deadline": deadline(&fields)
        case "count", "sum": count(form, &fields)
        case "rate": rate(&fields)
        case "unique": unique(&fields)
        case "exists": exists(&fields)
        default: agrees(&fields)
        }
    }

    private func reportForms(_ present: [String], _ node: Node) {
        let list = Self.forms.map { "`\($0)`" }.joined(separator: ", ")
        let help = Message(zh: "可用的形式有 \(list)", en: "the forms are \(list)")
        if present.isEmpty {
            context.report(
                "R0216",
                Message(zh: "`require` 没有写明形式", en: "`require` names no form"),
                at: node.span, help: help)
        } else {
            let names = present.map { "`\($0)`" }
            context.report(
                "R0216",
                Message(
                    zh: "`require` 有几种形式：" + names.joined(separator: "、"),
                    en: "`require` has several forms: " + names.joined(separator: ", ")),
                at: node.span, help: Message(zh: "拆成几条规则", en: "split it into several rules"))
        }
    }

    func compile(
        _ node: Node?, _ scope: ExpressionCompiler.Scope, expecting types: [Type] = []
    ) -> Expression? {
        guard let scalar = context.scalar(node, Self.what) else { return nil }
        return compiler.compile(scalar, scope, expecting: types, Self.what)
    }

    /// A literal where the text reads as one, or else an expression.
    func operand<Literal>(
        _ node: Node?, _ scope: ExpressionCompiler.Scope, _ type: Type,
        _ read: (String) -> Literal?
    ) -> Operand<Literal>? {
        guard let scalar = context.scalar(node, Self.what) else { return nil }
        if let literal = read(scalar.text) { return .literal(literal) }
        return compiler.compile(scalar, scope, expecting: [type], Self.what).map { .expression($0) }
    }

    func day(_ node: Node?) -> Operand<Day>? {
        operand(node, scope, ExpressionCompiler.dayType) { Day($0) }
    }

    func length(_ node: Node?) -> Operand<PeriodLength>? {
        operand(node, scope, ExpressionCompiler.lengthType) { PeriodLength($0) }
    }
}
