import CEL

extension Pack {
    /// Returns the parameters that `rule` reads, itself or through computed columns, in the pack's
    /// order.
    ///
    /// - Complexity: linear in the pack's expressions.
    package func parameters(of rule: Rule) -> [Parameter] {
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
        return parameters.filter { names.contains($0.name) }
    }
}
