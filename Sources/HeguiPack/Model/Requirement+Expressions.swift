extension Requirement {
    /// All expressions, those of parts among them.
    package var expressions: [Expression] {
        switch self {
        case .expression(let form):
            [form.expression, form.due?.expression, form.observed, form.required]
                .compactMap { $0 }
        case .deadline(let deadline): deadline.expressions
        case .unique(let unique): unique.keys + [unique.condition].compactMap { $0 }
        case .exists(let exists):
            [exists.selection.condition, exists.due?.expression].compactMap { $0 }
        case .agrees(let agrees):
            [agrees.first.condition, agrees.second.condition].compactMap { $0 }
                + agrees.fields.flatMap { [$0.first, $0.second] }
        case .quantity(let quantity): quantity.expressions
        case .sequence(let sequence): sequence.steps.flatMap(\.expressions)
        case .combination(let combination):
            combination.parts.flatMap(\.requirement.expressions)
        }
    }
}

extension DeadlineRequirement {
    fileprivate var expressions: [Expression] {
        let dueExpressions: [Expression?] =
            switch due {
            case .within(let from, let length): [from, length.expression]
            case .by(let day): [day.expression]
            }
        return ([done, notBefore?.expression] + dueExpressions).compactMap { $0 }
    }
}

extension SequenceRequirement.Step {
    fileprivate var expressions: [Expression] {
        [day]
            + gaps.flatMap { gap in
                [gap.atLeast, gap.within, gap.validFor].compactMap { $0?.expression }
            }
    }
}
