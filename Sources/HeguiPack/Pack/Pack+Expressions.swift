import CEL

extension Pack {
    /// Every expression of the pack: of columns, rules, messages and awards.
    package var expressions: [Expression] {
        datasets.flatMap(\.columns).flatMap(\.expressions) + rules.flatMap(\.expressions)
            + awards.flatMap(\.expressions)
    }
}

extension Column {
    var expressions: [Expression] {
        [derived, otherwise].compactMap { $0 } + (measure?.quantity.parts.expressions ?? [])
    }
}

extension Rule {
    /// All expressions of the rule, also in its message.
    package var expressions: [Expression] {
        [condition, versionBy].compactMap { $0 } + requirement.expressions
            + levelCases.map(\.condition) + message.expressions
    }
}

extension MessageTemplate {
    fileprivate var expressions: [Expression] {
        ((zh ?? []) + (en ?? [])).compactMap { segment in
            if case .expression(let expression) = segment { expression } else { nil }
        }
    }
}

extension Award {
    /// All expressions.
    package var expressions: [Expression] {
        var list = [candidates, quota?.among].compactMap { $0 }
        if case .expression(let key)? = ranking?.key { list.append(key) }
        switch quota?.size {
        case .share(let operand), .top(let operand):
            if let expression = operand.expression { list.append(expression) }
        case nil: break
        }
        return list
    }
}

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
