import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Reads rules/<subject>/<rule-id>.yaml.
struct RuleLoader {
    let context: LoadContext
    let compiler: ExpressionCompiler
    let datasets: [Dataset]
    let parameters: [Parameter]
    let counting: CountingRule
    let enums: EnumColumns

    func load(_ root: Node, file: String) -> Rule? {
        guard var fields = Fields(root, Message(zh: "规则", en: "a rule"), in: context) else {
            return nil
        }
        let idNode = fields.required("id")
        let id = identifier(idNode, file)
        let title = context.localized(fields.required("title"), Message(zh: "标题", en: "title"))
        let metric = context.localized(
            fields.optional("metric"), Message(zh: "指标 `metric`", en: "`metric`"))
        let clause = context.text(fields.required("clause"), Message(zh: "条款", en: "clause"))
        let also = context.oneOrMore(fields.optional("also"), Message(zh: "`also`", en: "`also`"))
        let reading = context.localized(
            fields.optional("reading"), Message(zh: "解读", en: "reading"))
        let dataset = context.subject(fields.required("subject"), among: datasets)
        let effective = context.effective(fields.optional("effective"))
        let judging = dataset.map { judge($0, &fields) }
        let level = context.choice(
            fields.required("level"), Message(zh: "级别", en: "level"), of: Level.self)
        let modality = context.choice(
            fields.optional("modality"), Message(zh: "`modality`", en: "`modality`"),
            of: Rule.Modality.self)
        let waivable = waivability(fields.optional("waivable"), isSoft: modality == .soft)
        let replaces = context.text(
            fields.optional("replaces"), Message(zh: "`replaces`", en: "`replaces`"))
        let remedy = context.localized(
            fields.optional("remedy"), Message(zh: "`remedy`", en: "`remedy`"))
        let examples = examples(fields.optional("examples"))
        if dataset != nil { fields.finish() }
        guard let id, let title, let clause, let dataset, let level, let span = idNode?.span,
            let judging, let requirement = judging.requirement, let message = judging.message
        else { return nil }
        checkSoft(modality, [level] + judging.levelCases.map(\.level), at: span)
        return Rule(
            id: id, title: title, metric: metric, clause: clause, also: also, reading: reading,
            dataset: dataset.name, condition: judging.condition, effective: effective,
            versionBy: judging.versionBy, requirement: requirement,
            requirementText: context.yaml(of: fields.optional("require")),
            modality: modality ?? .binding, waivable: waivable, replaces: replaces, level: level,
            levelCases: judging.levelCases, message: message, remedy: remedy, examples: examples,
            span: span)
    }

    /// `false`, `true`, or who may approve.
    private func waivability(_ node: Node?, isSoft: Bool) -> Rule.Waivability {
        let what = Message(zh: "`waivable`", en: "`waivable`")
        guard let node else { return .byPack }
        if isSoft { context.report(.softWaivable(at: node.span)) }
        guard node.mapping != nil else {
            return context.boolean(node, what) == false ? .never : .byPack
        }
        guard var fields = Fields(node, what, in: context) else { return .byPack }
        let list = fields.required("by")
        let names = context.oneOrMore(list, what)
        fields.finish()
        if let list, list.sequence?.isEmpty == true {
            context.report(.approversMissing(isRule: true, at: list.span))
        }
        return .by(names)
    }

    private func examples(_ node: Node?) -> [Example] {
        ExampleLoader(context: context, datasets: datasets, parameters: parameters, enums: enums)
            .load(node, of: .rule)
    }

    private func identifier(_ node: Node?, _ file: String) -> String? {
        let id = context.identifier(node, Message(zh: "规则号", en: "rule id"), dashes: true)
        if let id, let node { context.checkFileName(id, file, at: node.span) }
        return id
    }

    private func checkSoft(_ modality: Rule.Modality?, _ levels: [Level], at span: Span) {
        guard modality == .soft, levels.contains(.mandatory) else { return }
        context.report(.softMandatory(at: span))
    }

    private struct Judging {
        var condition: Expression?
        var versionBy: Expression?
        var requirement: Requirement?
        var levelCases: [Rule.LevelCase]
        var message: MessageTemplate?
    }

    private func judge(_ dataset: Dataset, _ fields: inout Fields) -> Judging {
        let scope = compiler.scope(of: dataset.name)
        func compile(_ node: Node?, _ types: [Type], for what: Message) -> Expression? {
            context.scalar(node, what).flatMap {
                compiler.compile($0, in: scope, expecting: types, for: what)
            }
        }
        let condition = compile(
            fields.optional("when"), [.bool], for: Message(zh: "条件 `when`", en: "`when`"))
        let versionBy = compile(
            fields.optional("version_by"), [ExpressionCompiler.dayType],
            for: Message(zh: "`version_by`", en: "`version_by`"))
        let loader = RequirementLoader(
            context: context, compiler: compiler, dataset: dataset.name,
            counting: counting)
        let requirement = fields.required("require").flatMap(loader.load)
        let levels = levelCases(fields.optional("level_when"), compile(_:_:for:))
        let message = TemplateParser(compiler: compiler, scope: scope)
            .parse(fields.required("message"))
        return Judging(
            condition: condition, versionBy: versionBy, requirement: requirement,
            levelCases: levels, message: message)
    }

    private func levelCases(
        _ node: Node?, _ compile: (Node?, [Type], Message) -> Expression?
    ) -> [Rule.LevelCase] {
        let what = Message(zh: "`level_when`", en: "`level_when`")
        return context.items(node, what).compactMap { item in
            guard var fields = Fields(item, what, in: context) else { return nil }
            let condition = compile(fields.required("if"), [.bool], what)
            let level = context.choice(fields.required("level"), what, of: Level.self)
            fields.finish()
            guard let condition, let level else { return nil }
            return Rule.LevelCase(condition: condition, level: level)
        }
    }
}

extension LoadContext {
    /// The dataset whose singular `node` names.
    func subject(_ node: Node?, among datasets: [Dataset]) -> Dataset? {
        guard let scalar = scalar(node, Message(zh: "对象 `subject`", en: "`subject`")) else {
            return nil
        }
        if let dataset = datasets.first(where: { $0.singular == scalar.text }) { return dataset }
        report(.subjectUnknown(scalar, among: datasets.map(\.singular)))
        return nil
    }
}
