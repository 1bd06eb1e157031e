import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Reads `require:` of a rule: which form it is, and its keys.
struct RequirementLoader {
    static let forms =
        ["expression", "deadline"] + QuantityLoader.forms
        + ["unique", "exists", "agrees", "sequence", "any_of", "all_of"]
    static let what = Message(zh: "要求 `require`", en: "`require`")

    let reader: SubjectReader
    let counting: CountingRule

    init(
        context: LoadContext, compiler: ExpressionCompiler, dataset: String,
        counting: CountingRule
    ) {
        reader = SubjectReader(
            context: context, compiler: compiler, dataset: dataset, what: Self.what)
        self.counting = counting
    }

    var context: LoadContext { reader.context }
    var scope: ExpressionCompiler.Scope { reader.scope }

    func load(_ node: Node) -> Requirement? {
        if case .scalar = node.content {
            return reader.compile(node, scope, expecting: [.bool]).map {
                .expression(
                    ExpressionRequirement(expression: $0, due: nil, observed: nil, required: nil))
            }
        }
        guard var fields = Fields(node, Self.what, in: context) else { return nil }
        return load(&fields)
    }

    /// Reads the form that `fields` name, and reports the keys that it does not have.
    func load(_ fields: inout Fields) -> Requirement? {
        let present = Self.forms.filter { fields.has($0) }
        guard present.count == 1, let form = present.first else {
            context.reportForms(
                present, among: Self.forms, in: Message(zh: "`require` ", en: "`require`"),
                at: fields.span,
                help: Message(
                    zh: "拆成几条规则，或放进 `any_of`、`all_of`",
                    en: "split it into several rules, or put them into `any_of` or `all_of`"))
            return nil
        }
        let requirement = load(form, &fields)
        fields.finish()
        return requirement
    }

    private func load(_ form: String, _ fields: inout Fields) -> Requirement? {
        if QuantityLoader.forms.contains(form) {
            return QuantityLoader(reader: reader).requirement(form, &fields).map { .quantity($0) }
        }
        if let mode = Combination.Mode(rawValue: form) {
            return CombinationLoader(loader: self).load(mode, &fields).map { .combination($0) }
        }
        return switch form {
        case "expression": expression(&fields)
        case "deadline": deadline(&fields)
        case "unique": unique(&fields)
        case "exists": exists(&fields)
        case "sequence":
            SequenceLoader(reader: reader, counting: counting).load(&fields)
                .map { .sequence($0) }
        default: agrees(&fields)
        }
    }
}

/// Reads `any_of` and `all_of`.
struct CombinationLoader {
    private static let what = Message(zh: "并列的要求", en: "a part of the requirement")

    let loader: RequirementLoader

    private var context: LoadContext { loader.context }

    func load(_ mode: Combination.Mode, _ fields: inout Fields) -> Combination? {
        let nodes = context.items(fields.required(mode.rawValue), Self.what)
        guard nodes.count > 1 else {
            context.report(.partsTooFew(of: mode.rawValue, at: fields.span))
            return nil
        }
        var parts: [Combination.Part] = []
        var seen: [String: Span] = [:]
        for (index, node) in nodes.enumerated() {
            guard let part = part(node, number: index + 1) else { continue }
            if let first = seen[part.id] {
                context.report(.declaredTwice(part.id, at: node.span, first: first))
            }
            seen[part.id] = node.span
            parts.append(part)
        }
        return parts.count == nodes.count ? Combination(mode: mode, parts: parts) : nil
    }

    private func part(_ node: Node, number: Int) -> Combination.Part? {
        if case .scalar = node.content {
            return loader.load(node).map {
                Combination.Part(id: "\(number)", title: nil, requirement: $0)
            }
        }
        guard var fields = Fields(node, Self.what, in: context) else { return nil }
        let idNode = fields.optional("id")
        let id = context.identifier(idNode, Self.what, dashes: true)
        let title = context.localized(fields.optional("title"), Self.what)
        let requirement = loader.load(&fields)
        guard let requirement, idNode == nil || id != nil else { return nil }
        return Combination.Part(id: id ?? "\(number)", title: title, requirement: requirement)
    }
}
