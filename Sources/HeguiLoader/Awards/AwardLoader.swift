import CEL
import HeguiDiagnostics
import HeguiPack
import HeguiYAML

extension String {
    /// The lines, each two spaces further in.
    fileprivate var indented: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }
            .joined(separator: "\n")
    }
}

/// Reads awards/<award-id>.yaml.
struct AwardLoader {
    let context: LoadContext
    let compiler: ExpressionCompiler
    let datasets: [Dataset]
    let parameters: [Parameter]
    let rules: [Rule]
    let enums: EnumColumns
    /// The paths of all files: a rule that could not be read is not missing.
    let written: Set<String>

    private static let what = Message(zh: "评优项目", en: "an award")

    func load(_ root: Node, file: String) -> Award? {
        guard var fields = Fields(root, Self.what, in: context) else { return nil }
        let idNode = fields.required("id")
        let id = context.identifier(idNode, Message(zh: "评优项目号", en: "award id"), dashes: true)
        if let id, let idNode { context.checkFileName(id, file, at: idNode.span) }
        let title = context.localized(fields.required("title"), Message(zh: "标题", en: "title"))
        let clause = context.text(fields.required("clause"), Message(zh: "条款", en: "clause"))
        let also = context.oneOrMore(fields.optional("also"), Self.what)
        let dataset = context.subject(fields.required("subject"), among: datasets)
        let after = earlier(fields.optional("after"))
        let candidatesNode = fields.optional("candidates")
        let candidates = dataset.flatMap { compile(candidatesNode, of: $0, expecting: .bool) }
        let listNode = fields.optional("nominations")
        let nominations = dataset.flatMap { nominationList(listNode, of: $0) }
        let gates = gates(fields.required("gates"), dataset)
        let rankingNode = fields.optional("ranking")
        let ranking = dataset.flatMap { readRanking(rankingNode, $0) }
        let quota = dataset.flatMap {
            QuotaLoader(context: context, compiler: compiler, dataset: $0)
                .load(fields.optional("quota"), isRanked: rankingNode != nil)
        }
        let examples = ExampleLoader(
            context: context, datasets: datasets, parameters: parameters, enums: enums
        )
        .load(fields.optional("examples"), of: .award)
        if dataset != nil { fields.finish() }
        guard let id, let title, let clause, let dataset, let span = idNode?.span else {
            return nil
        }
        return Award(
            id: id, title: title, clause: clause, also: also, dataset: dataset.name,
            candidates: candidates, nominations: nominations, gates: gates, ranking: ranking,
            quota: quota, after: after,
            examples: examples, definitionText: definition(&fields), span: span)
    }

    private func definition(_ fields: inout Fields) -> String {
        var text = ""
        for key in ["candidates", "nominations", "gates", "ranking", "quota", "after"] {
            let yaml = context.yaml(of: fields.optional(key))
            guard !yaml.isEmpty else { continue }
            let isBlock = yaml.contains("\n") || yaml.hasPrefix("- ")
            text += key + (isBlock ? ":\n" + yaml.indented : ": " + yaml) + "\n"
        }
        return text
    }

    /// The awards that come before this one, each with a file of its own.
    private func earlier(_ node: Node?) -> [String] {
        guard let node else { return [] }
        let folder = "awards/"
        let known = written.filter { $0.hasPrefix(folder) }
            .map { String($0.dropFirst(folder.count).dropLast(".yaml".count)) }.sorted()
        let nodes = node.sequence ?? [node]
        return nodes.compactMap { context.scalar($0, Self.what) }.filter { scalar in
            if known.contains(scalar.text) { return true }
            context.report(.awardUnknown(scalar.text, among: known, at: scalar.span))
            return false
        }.map(\.text)
    }

    private func compile(_ node: Node?, of dataset: Dataset, expecting type: Type) -> Expression? {
        context.scalar(node, Self.what).flatMap {
            compiler.compile(
                $0, in: compiler.scope(of: dataset.name), expecting: [type], for: Self.what)
        }
    }

    /// The list of nominations: a dataset that refers to the award's.
    private func nominationList(_ node: Node?, of dataset: Dataset) -> Award.Nominations? {
        let what = Message(zh: "提名 `nominations`", en: "`nominations`")
        guard let node, var fields = Fields(node, what, in: context) else { return nil }
        let rows = context.scalar(fields.required("rows"), what)
        let list = rows.flatMap { rows in datasets.first { $0.name == rows.text } }
        let column = list?.columns.first { $0.reference?.dataset == dataset.name }
        let condition = list.flatMap { compile(fields.optional("where"), of: $0, expecting: .bool) }
        if list != nil { fields.finish() }
        guard let rows else { return nil }
        guard let list, let column else {
            let known = datasets.filter { other in
                other.columns.contains { $0.reference?.dataset == dataset.name }
            }
            context.report(
                .relationUnknown(rows, of: dataset.name, among: known.map(\.name)))
            return nil
        }
        return Award.Nominations(
            dataset: list.name, column: column.name, condition: condition)
    }

    private func gates(_ node: Node?, _ dataset: Dataset?) -> [Award.Gate] {
        let what = Message(zh: "门槛", en: "a gate")
        return context.items(node, what).compactMap { item in
            guard var fields = Fields(item, what, in: context) else { return nil }
            let rule = rule(fields.required("rule"), dataset)
            let modality = context.choice(
                fields.required("modality"), what, of: Award.Gate.Modality.self)
            let clause = context.text(fields.required("clause"), what)
            fields.finish()
            guard let rule, let modality, let clause else { return nil }
            if rule.modality == .soft { context.report(.gateSoft(rule, at: item.span)) }
            if rule.waivable == .never, modality == .generallyNot {
                context.report(.gateUnwaivable(rule, at: item.span))
            }
            return Award.Gate(rule: rule.id, modality: modality, clause: clause)
        }
    }

    /// The rule that `node` names; it must judge the award's own subjects.
    private func rule(_ node: Node?, _ dataset: Dataset?) -> Rule? {
        guard let scalar = context.scalar(node, Self.what) else { return nil }
        guard let rule = rules.first(where: { $0.id == scalar.text }) else {
            if written.contains(where: { $0.hasSuffix("/" + scalar.text + ".yaml") }) { return nil }
            context.report(.ruleUnknown(scalar.text, among: rules.map(\.id), at: scalar.span))
            return nil
        }
        if let dataset, rule.dataset != dataset.name {
            context.report(.awardRuleOfOthers(rule, dataset: dataset.name, at: scalar.span))
            return nil
        }
        return rule
    }

    private func readRanking(_ node: Node?, _ dataset: Dataset) -> Award.Ranking? {
        let what = Message(zh: "排名", en: "`ranking`")
        guard let node, var fields = Fields(node, what, in: context) else { return nil }
        let rateNode = fields.optional("rate")
        let byNode = fields.optional("by")
        let direction = context.choice(
            fields.required("direction"), what, of: Award.Ranking.Direction.self)
        let ties = context.choice(fields.required("ties"), what, of: Award.Ranking.Ties.self)
        fields.finish()
        let key: Award.Ranking.Key?
        switch (rateNode, byNode) {
        case (let node?, nil): key = rateKey(node, dataset)
        case (nil, let node?):
            key = context.scalar(node, Self.what).flatMap {
                compiler.compile(
                    $0, in: compiler.scope(of: dataset.name),
                    expecting: ExpressionCompiler.numberTypes, for: Self.what)
            }.map { .expression($0) }
        default:
            context.report(.rankingKeyUnclear(at: node.span))
            key = nil
        }
        guard let key, let direction, let ties else { return nil }
        return Award.Ranking(key: key, direction: direction, ties: ties)
    }

    private func rateKey(_ node: Node, _ dataset: Dataset) -> Award.Ranking.Key? {
        guard let rule = rule(node, dataset) else { return nil }
        guard case .quantity(let requirement) = rule.requirement, case .rate = requirement.quantity
        else {
            context.report(.rankingRuleNotARate(rule, at: node.span))
            return nil
        }
        return .rate(rule: rule.id)
    }
}
