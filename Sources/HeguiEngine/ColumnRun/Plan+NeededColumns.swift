import HeguiPack

extension Plan {
    /// By dataset: the columns whose cells rules and awards look at, those of messages left out.
    package var neededColumns: [Set<Int>] {
        var fields: Set<FieldName> = []
        for planned in rules {
            let rule = planned.rule
            var expressions = [rule.condition, rule.versionBy].compactMap(\.self)
            expressions += rule.levelCases.map(\.condition) + rule.requirement.expressions
            for expression in expressions { fields.formUnion(FieldName.all(of: expression)) }
        }
        for planned in awards {
            for expression in planned.award.expressions {
                fields.formUnion(FieldName.all(of: expression))
            }
        }
        fields = Trace.withNeeds(of: fields, schema)
        return schema.tables.map { table in
            Set(
                table.dataset.columns.indices.filter { column in
                    fields.contains(
                        FieldName(
                            object: table.singular, field: table.dataset.columns[column].name))
                })
        }
    }
}
