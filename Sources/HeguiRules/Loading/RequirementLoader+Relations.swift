import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiYAML

/// The forms that look at the rows of a relation.
extension RequirementLoader {
    /// A relation of the subject, by name, and the variable that stands for its rows.
    private func rows(_ node: Node?, as name: Node?) -> (relation: Relation, variable: String)? {
        guard let scalar = context.scalar(node, Self.what) else { return nil }
        guard let relation = relations.first(where: { $0.name == scalar.text }) else {
            context.reportUnknown(
                "R0202",
                Message(
                    zh: "`\(dataset)` 没有关系 `\(scalar.text)`",
                    en: "`\(dataset)` has no relation `\(scalar.text)`"),
                scalar.text, among: relations.map(\.name), at: scalar.span)
            return nil
        }
        let singular = singular(of: relation)
        guard let name else { return (relation, singular) }
        let variable = context.identifier(name, Message(zh: "`as`", en: "`as`"), dashes: false)
        return (relation, variable ?? singular)
    }

    private func singular(of relation: Relation) -> String {
        compiler.layouts.first { $0.dataset == relation.dataset }?.singular ?? relation.dataset
    }

    private func rowScope(
        with rows: (relation: Relation, variable: String), period: Bool = false
    ) -> ExpressionCompiler.Scope {
        scope + [(rows.variable, .object(singular(of: rows.relation)))]
            + (period ? [("period", ExpressionCompiler.periodType)] : [])
    }

    func count(_ form: String, _ fields: inout Fields) -> Requirement? {
        guard let rows = rows(fields.required(form), as: fields.optional("as")) else {
            _ = fields.all()
            return nil
        }
        let scope = rowScope(with: rows, period: fields.has("during"))
        let condition = compile(fields.optional("where"), scope, expecting: [.bool])
        let value =
            form == "sum" ? compile(fields.required("value"), scope, expecting: [.int]) : nil
        let distinct = context.items(fields.optional("distinct"), Self.what).compactMap {
            compile($0, scope)
        }
        let during = during(&fields, scope)
        let due = day(fields.optional("due"))
        let atLeast = integer(fields.optional("at_least"))
        let atMost = integer(fields.optional("at_most"))
        if !fields.has("at_least"), !fields.has("at_most") {
            context.report(
                "R0109",
                Message(
                    zh: "`\(form)` 要有 `at_least` 或 `at_most`",
                    en: "`\(form)` needs `at_least` or `at_most`"), at: fields.span)
            return nil
        }
        if form == "sum", value == nil { return nil }
        let tally = TallyQuantity(
            selection: RowSelection(
                relation: rows.relation, variable: rows.variable, condition: condition),
            value: value, distinct: distinct, caps: [], window: during?.window)
        return .quantity(
            QuantityRequirement(
                quantity: .tally(tally), each: during?.each, due: due,
                bounds: Bounds(
                    atLeast: atLeast, moreThan: nil, atMost: atMost, lessThan: nil)))
    }

    private func integer(_ node: Node?) -> Operand<Ratio>? {
        operand(node, scope, .int) { ScalarReading.integer($0).map { Ratio($0) } }
    }

    private func during(
        _ fields: inout Fields, _ scope: ExpressionCompiler.Scope
    ) -> (window: Window, each: Division?)? {
        let node = fields.optional("during")
        let eachNode = fields.optional("each")
        let graceNode = fields.optional("grace")
        guard let node else {
            if let stray = eachNode ?? graceNode {
                context.report(
                    "R0109",
                    Message(
                        zh: "`each` 和 `grace` 要和 `during` 一起用",
                        en: "`each` and `grace` need `during`"), at: stray.span)
            }
            return nil
        }
        guard var inner = Fields(node, Message(zh: "`during`", en: "`during`"), context) else {
            return nil
        }
        let unit = context.choice(inner.required("period"), Self.what, of: CalendarUnit.self)
        let by = compile(inner.required("by"), scope, expecting: [ExpressionCompiler.dayType])
        inner.finish()
        let each = context.choice(eachNode, Self.what, of: CalendarUnit.self)
        let grace = length(graceNode)
        if let unit, let each, each.months >= unit.months {
            context.report(
                "R0110",
                Message(
                    zh: "`each` 要比 `during` 的期间短",
                    en: "`each` must be shorter than the period of `during`"),
                at: eachNode?.span ?? node.span)
        }
        guard let unit, let by else { return nil }
        let window = Window(
            unit: unit, offset: 0, from: nil, until: nil, rowDay: .on(by), grace: grace,
            countsPlanned: false, excused: [], partial: nil)
        return (window, each.map { .calendar($0) })
    }

    func rate(_ fields: inout Fields) -> Requirement? {
        guard let rows = rows(fields.required("rate"), as: fields.optional("as")) else {
            _ = fields.all()
            return nil
        }
        let scope = rowScope(with: rows)
        let bool: [Type] = [.bool]
        let numerator = compile(fields.required("where"), scope, expecting: bool)
        let denominator = compile(fields.optional("among"), scope, expecting: bool)
        let confirmed = compile(fields.optional("confirmed"), scope, expecting: bool)
        let atLeast = operand(fields.required("at_least"), self.scope, NumberValue.type) {
            ScalarReading.ratio($0)
        }
        guard let numerator, let atLeast else { return nil }
        let rate = RateQuantity(
            relation: rows.relation, variable: rows.variable, numerator: numerator,
            denominator: denominator, confirmed: confirmed, window: nil)
        return .quantity(
            QuantityRequirement(
                quantity: .rate(rate), each: nil, due: nil,
                bounds: Bounds(
                    atLeast: atLeast, moreThan: nil, atMost: nil, lessThan: nil)))
    }

    func exists(_ fields: inout Fields) -> Requirement? {
        guard let rows = rows(fields.required("exists"), as: fields.optional("as")) else {
            _ = fields.all()
            return nil
        }
        let scope = rowScope(with: rows)
        let condition = compile(fields.optional("where"), scope, expecting: [.bool])
        let due = day(fields.optional("due"))
        return .exists(
            ExistsRequirement(
                selection: RowSelection(
                    relation: rows.relation, variable: rows.variable, condition: condition),
                due: due))
    }

    func agrees(_ fields: inout Fields) -> Requirement? {
        let relationNodes = context.items(fields.required("agrees"), Self.what)
        let nameNodes = context.items(fields.optional("as"), Self.what)
        guard relationNodes.count == 2, nameNodes.isEmpty || nameNodes.count == 2 else {
            context.report(
                "R0109",
                Message(
                    zh: "`agrees` 要列出两个关系，`as` 要列出两个名称",
                    en: "`agrees` names two relations, and `as` two names"), at: fields.span)
            return nil
        }
        let pair = relationNodes.indices.compactMap { index in
            rows(relationNodes[index], as: nameNodes.isEmpty ? nil : nameNodes[index])
        }
        let conditionNodes = [fields.optional("where"), fields.optional("where_other")]
        let sides =
            context.choice(fields.optional("sides"), Self.what, of: AgreesRequirement.Sides.self)
            ?? .both
        let fieldNodes = context.items(fields.optional("fields"), Self.what)
        guard pair.count == 2 else { return nil }
        let scopes = pair.map { rowScope(with: $0) }
        let selections = pair.indices.map { index in
            RowSelection(
                relation: pair[index].relation, variable: pair[index].variable,
                condition: compile(conditionNodes[index], scopes[index], expecting: [.bool]))
        }
        return .agrees(
            AgreesRequirement(
                first: selections[0], second: selections[1], sides: sides,
                fields: fieldNodes.compactMap { agreeingField($0, scopes) }))
    }

    private func agreeingField(
        _ node: Node, _ scopes: [ExpressionCompiler.Scope]
    ) -> AgreesRequirement.Field? {
        let what = Message(zh: "核对项", en: "a field of `agrees`")
        guard var fields = Fields(node, what, context) else { return nil }
        let title = context.localized(fields.required("title"), what)
        let first = compile(fields.required("first"), scopes[0])
        let second = compile(fields.required("second"), scopes[1])
        fields.finish()
        guard let title, let first, let second else { return nil }
        return AgreesRequirement.Field(title: title, first: first, second: second)
    }
}
