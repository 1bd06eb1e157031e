import CEL

extension Pack {
    /// Returns the names of the parameters that the outcomes of `rule` depend on, by itself or by
    /// computed columns that it reads, in the pack's order.
    ///
    /// - Complexity: linear in the pack's expressions.
    package func parameters(of rule: Rule) -> [String] {
        var needs: [String: [Expression]] = [:]
        for dataset in datasets {
            for column in dataset.columns where !column.expressions.isEmpty {
                needs["\(dataset.singular).\(column.name)"] = column.expressions
            }
        }
        var names: Set<String> = []
        var open = rule.expressions
        while let expression = open.popLast() {
            for field in expression.checked.fields {
                if field.object == ExpressionEnvironment.paramsTypeName {
                    names.insert(field.field)
                } else if let more = needs.removeValue(forKey: "\(field.object).\(field.field)") {
                    open += more
                }
            }
        }
        return parameters.map(\.name).filter(names.contains)
    }
}
