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
    /// All expressions of the rule, those of its message among them.
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
