import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Reads clauses.yaml.
struct ClauseLoader {
    /// The clauses that could be read, and the ids of all.
    struct Result {
        var clauses: [Clause] = []
        var ids: [String] = []
    }

    let context: LoadContext

    func load(_ root: Node) -> Result {
        let what = Message(zh: "clauses.yaml", en: "clauses.yaml")
        guard var fields = Fields(root, what, in: context) else { return Result() }
        let items = context.items(fields.required("clauses"), what)
        fields.finish()
        var result = Result()
        for item in items {
            if let id = item["id"]?.scalar?.text { result.ids.append(id) }
            guard let clause = clause(item) else { continue }
            if let first = result.clauses.first(where: { $0.id == clause.id }) {
                context.report(.declaredTwice(clause.id, at: clause.span, first: first.span))
            } else {
                result.clauses.append(clause)
            }
        }
        return result
    }

    private func clause(_ node: Node) -> Clause? {
        let what = Message(zh: "条款", en: "a clause")
        guard var fields = Fields(node, what, in: context) else { return nil }
        let idNode = fields.required("id")
        let id = context.text(idNode, Message(zh: "条款号", en: "clause id"))
        let section = context.text(fields.optional("section"), what)
        let quote = context.text(fields.required("quote"), Message(zh: "原文", en: "quote"))
        let isDerived = context.boolean(fields.optional("derived"), what) ?? false
        let addressee = context.choice(
            fields.required("addressee"), Message(zh: "对象", en: "addressee"),
            of: Clause.Addressee.self)
        let modality = context.text(fields.required("modality"), Message(zh: "用语", en: "modality"))
        let kind = context.choice(
            fields.required("kind"), Message(zh: "类别", en: "kind"), of: Clause.Kind.self)
        let reading = context.localized(fields.optional("reading"), what)
        let alternatives = context.items(fields.optional("alternatives"), what)
            .compactMap { context.localized($0, what) }
        let rules = context.texts(fields.optional("rules"), what)
        let awards = context.texts(fields.optional("awards"), what)
        let evidence = context.localized(fields.optional("evidence"), what)
        let definition = context.localized(fields.optional("definition"), what)
        let notCheckable = context.localized(fields.optional("not_checkable"), what)
        fields.finish()
        guard let id, let quote, let addressee, let modality, let kind, let span = idNode?.span
        else { return nil }
        return Clause(
            id: id, section: section, quote: quote, isDerived: isDerived, addressee: addressee,
            modality: modality, kind: kind, reading: reading, alternatives: alternatives,
            rules: rules, awards: awards, evidence: evidence, definition: definition,
            notCheckable: notCheckable, span: span)
    }
}
