import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// The forms that look at the subject alone.
extension RequirementLoader {
    func expression(_ fields: inout Fields) -> Requirement? {
        let expression = reader.compile(fields.required("expression"), scope, expecting: [.bool])
        let due = reader.day(fields.optional("due"))
        let observed = reader.compile(fields.optional("observed"), scope)
        let required = reader.compile(fields.optional("required"), scope)
        return expression.map {
            .expression(
                ExpressionRequirement(
                    expression: $0, due: due, observed: observed, required: required))
        }
    }

    func deadline(_ fields: inout Fields) -> Requirement? {
        let dayType = ExpressionCompiler.dayType
        let done = reader.compile(fields.required("deadline"), scope, expecting: [dayType])
        let from = fields.optional("from")
        let within = fields.optional("within")
        let by = fields.optional("by")
        let notBefore = reader.day(fields.optional("not_before"))
        let counting = context.counting(fields.optional("counting"), over: counting)
        let due: DeadlineRequirement.Due?
        switch (from, within, by) {
        case (let from?, let within?, nil):
            let start = reader.dayExpression(from, scope)
            let length = reader.length(within)
            if let start, let length {
                due = .within(from: start, length: length)
            } else {
                due = nil
            }
        case (nil, nil, let by?):
            due = reader.day(by).map { .by($0) }
        default:
            context.report(.deadlineUnclear(at: fields.span))
            due = nil
        }
        guard let done, let due else { return nil }
        return .deadline(
            DeadlineRequirement(
                done: done, due: due, notBefore: notBefore, counting: counting))
    }

    func unique(_ fields: inout Fields) -> Requirement? {
        let keys = context.items(fields.required("unique"), Self.what)
        let expressions = keys.compactMap { reader.compile($0, scope) }
        let condition = reader.compile(fields.optional("where"), scope, expecting: [.bool])
        if keys.isEmpty {
            context.report(.uniqueEmpty(at: fields.span))
        }
        guard !expressions.isEmpty, expressions.count == keys.count else { return nil }
        return .unique(UniqueRequirement(keys: expressions, condition: condition))
    }
}

/// The forms that look at the rows of a relation.
extension RequirementLoader {
    func exists(_ fields: inout Fields) -> Requirement? {
        guard let rows = reader.rows(fields.required("exists"), as: fields.optional("as")) else {
            _ = fields.all()
            return nil
        }
        let scope = reader.scope(of: rows)
        let condition = reader.compile(fields.optional("where"), scope, expecting: [.bool])
        let due = reader.day(fields.optional("due"))
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
            context.report(.agreesUnpaired(at: fields.span))
            return nil
        }
        let pair = relationNodes.indices.compactMap { index in
            reader.rows(relationNodes[index], as: nameNodes.isEmpty ? nil : nameNodes[index])
        }
        let conditionNodes = [fields.optional("where"), fields.optional("where_other")]
        let sides =
            context.choice(fields.optional("sides"), Self.what, of: AgreesRequirement.Sides.self)
            ?? .both
        let fieldNodes = context.items(fields.optional("fields"), Self.what)
        guard pair.count == 2 else { return nil }
        let scopes = pair.map { reader.scope(of: $0) }
        let selections = pair.indices.map { index in
            RowSelection(
                relation: pair[index].relation, variable: pair[index].variable,
                condition: reader.compile(conditionNodes[index], scopes[index], expecting: [.bool]))
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
        guard var fields = Fields(node, what, in: context) else { return nil }
        let title = context.localized(fields.required("title"), what)
        let first = reader.compile(fields.required("first"), scopes[0])
        let second = reader.compile(fields.required("second"), scopes[1])
        fields.finish()
        guard let title, let first, let second else { return nil }
        return AgreesRequirement.Field(title: title, first: first, second: second)
    }
}
