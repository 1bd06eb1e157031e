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
    /// All expressions that it is computed by.
    package var expressions: [Expression] {
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
        let reading = reading(of: rule.expressions)
        var names = datasets(ofRelationsIn: reading)
        names.formUnion(rule.requirement.parts.relations.map(\.dataset))
        names.insert(rule.dataset)
        let objects = Set(reading.fields.map(\.object))
        names.formUnion(layouts.filter { objects.contains($0.singular) }.map(\.dataset))
        return names
    }

    /// Returns the datasets of the relations that expressions name, themselves or through computed
    /// columns.
    ///
    /// - Complexity: linear in the pack's expressions.
    package func datasets(ofRelationsIn expressions: [Expression]) -> Set<String> {
        datasets(ofRelationsIn: reading(of: expressions))
    }

    private func datasets(ofRelationsIn reading: Reading) -> Set<String> {
        var names = reading.measured
        for layout in layouts {
            for case .relation(let relation) in layout.fields.lazy
                .filter({ reading.fields.contains(Reading.Field(layout.singular, $0.name)) })
                .map(\.kind)
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
            reading(of: rule.expressions).fields
                .filter { $0.object == ExpressionEnvironment.paramsTypeName }.map(\.field))
        return parameters.filter { names.contains($0.name) }
    }

    /// What expressions read, themselves or through computed columns.
    private struct Reading {
        struct Field: Hashable {
            let object: String
            let field: String

            init(_ object: String, _ field: String) {
                (self.object, self.field) = (object, field)
            }
        }

        var fields: Set<Field> = []
        /// The datasets whose rows computed columns count or add up.
        var measured: Set<String> = []
    }

    private func reading(of expressions: [Expression]) -> Reading {
        var columns: [Reading.Field: Column] = [:]
        for dataset in datasets {
            for column in dataset.columns {
                columns[Reading.Field(dataset.singular, column.name)] = column
            }
        }
        var reading = Reading()
        var waiting = expressions
        while let expression = waiting.popLast() {
            for name in expression.checked.fields {
                let field = Reading.Field(name.object, name.field)
                guard reading.fields.insert(field).inserted, let column = columns[field] else {
                    continue
                }
                reading.measured.formUnion(
                    column.measure?.quantity.parts.relations.map(\.dataset) ?? [])
                waiting += column.expressions
            }
        }
        return reading
    }
}
