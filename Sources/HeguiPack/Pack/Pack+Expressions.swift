import CEL

extension Pack {
    /// Every expression of the pack: of columns, annexes, rules, messages and awards.
    package var expressions: [Expression] {
        datasets.flatMap(\.columns).flatMap(\.expressions)
            + annexes.compactMap(\.expected).flatMap(\.expressions)
            + rules.flatMap(\.expressions) + awards.flatMap(\.expressions)
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

extension Award {
    /// All expressions.
    package var expressions: [Expression] {
        var list = [candidates, nominations?.condition, quota?.among].compactMap { $0 }
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
    /// Returns the datasets whose rows `rule` reads, itself or through computed columns.
    ///
    /// - Complexity: linear in the pack's expressions.
    package func datasets(of rule: Rule) -> Set<String> {
        var names = Set(rule.requirement.parts.relations.map(\.dataset))
        names.insert(rule.dataset)
        for field in fields(of: rule) {
            guard let layout = layouts.first(where: { $0.singular == field.object }) else {
                continue
            }
            names.insert(layout.dataset)
            for case .relation(let relation) in layout.fields.lazy
                .filter({ $0.name == field.field }).map(\.kind)
            {
                names.insert(relation.dataset)
            }
        }
        return names
    }

    /// Returns the parameters that `rule` reads, itself or through computed columns, in the pack's
    /// order.
    ///
    /// - Complexity: linear in the pack's expressions.
    package func parameters(of rule: Rule) -> [Parameter] {
        let names = Set(
            fields(of: rule).filter { $0.object == ExpressionEnvironment.paramsTypeName }
                .map(\.field))
        return parameters.filter { names.contains($0.name) }
    }

    /// The fields that `rule` reads, itself or through computed columns.
    private func fields(of rule: Rule) -> [(object: String, field: String)] {
        var needs: [String: [Expression]] = [:]
        for dataset in datasets {
            for column in dataset.columns where !column.expressions.isEmpty {
                needs["\(dataset.singular).\(column.name)"] = column.expressions
            }
        }
        var fields: [(object: String, field: String)] = []
        var open = rule.expressions
        while let expression = open.popLast() {
            for field in expression.checked.fields {
                fields.append((field.object, field.field))
                if let more = needs.removeValue(forKey: "\(field.object).\(field.field)") {
                    open += more
                }
            }
        }
        return fields
    }
}
