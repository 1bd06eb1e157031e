import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiYAML

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
        guard var fields = Fields(node, what, context) else { return nil }
        let title = context.localized(fields.required("title"), what)
        let first = reader.compile(fields.required("first"), scopes[0])
        let second = reader.compile(fields.required("second"), scopes[1])
        fields.finish()
        guard let title, let first, let second else { return nil }
        return AgreesRequirement.Field(title: title, first: first, second: second)
    }
}
