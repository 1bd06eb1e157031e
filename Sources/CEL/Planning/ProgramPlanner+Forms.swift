extension ProgramPlanner {
    mutating func select(_ id: SyntaxNode.ID) -> any Step {
        guard case .select(let operand, _, _) = expression.nodes[id].kind else {
            return UnresolvedStep("not a selection", at: expression.nodes[id].range)
        }
        return select(id, from: plan(operand))
    }

    private func select(_ id: SyntaxNode.ID, from step: any Step) -> any Step {
        let range = expression.nodes[id].range
        guard case .select(let operand, let field, let access) = expression.nodes[id].kind else {
            return step
        }
        if case .field(_, let index) = expression.references[id],
            !expression.types[operand].isOptional
        {
            switch access {
            case .value: return FieldStep(step, index: index, at: range)
            case .presence: return FieldPresenceStep(step, index: index, at: range)
            case .optional: break
            }
        }
        return SelectStep(
            step, field: field.text, access: access, objects: declarations.objects, at: range)
    }

    mutating func index(_ id: SyntaxNode.ID) -> any Step {
        guard case .index(let operand, let index, let isOptional) = expression.nodes[id].kind else {
            return UnresolvedStep("not an index", at: expression.nodes[id].range)
        }
        let steps = plan(all: [operand, index])
        let step = IndexStep(
            steps[0], index: steps[1], isOptional: isOptional, at: expression.nodes[id].range)
        return folded(step, steps)
    }

    mutating func logical(_ id: SyntaxNode.ID) -> any Step {
        guard case .logical(let isAnd, let operands) = expression.nodes[id].kind else {
            return UnresolvedStep("not a logical operator", at: expression.nodes[id].range)
        }
        return LogicalStep(isAnd: isAnd, plan(all: operands), at: expression.nodes[id].range)
    }

    mutating func conditional(_ id: SyntaxNode.ID) -> any Step {
        guard case .conditional(let condition, let first, let second) = expression.nodes[id].kind
        else { return UnresolvedStep("not a conditional", at: expression.nodes[id].range) }
        let steps = plan(all: [condition, first, second])
        return ConditionalStep(
            steps[0], first: steps[1], second: steps[2], at: expression.nodes[id].range)
    }

    mutating func list(_ id: SyntaxNode.ID) -> any Step {
        guard case .list(let elements) = expression.nodes[id].kind else {
            return UnresolvedStep("not a list", at: expression.nodes[id].range)
        }
        let steps = plan(all: elements.map(\.value))
        let optionals = Set(elements.indices.filter { elements[$0].isOptional })
        return folded(ListStep(steps, optionals: optionals, at: expression.nodes[id].range), steps)
    }

    mutating func map(_ id: SyntaxNode.ID) -> any Step {
        guard case .map(let entries) = expression.nodes[id].kind else {
            return UnresolvedStep("not a map", at: expression.nodes[id].range)
        }
        let keys = plan(all: entries.map(\.key))
        let values = plan(all: entries.map(\.value))
        let optionals = Set(entries.indices.filter { entries[$0].isOptional })
        return folded(
            MapStep(
                keys: keys, values: values, optionals: optionals, at: expression.nodes[id].range),
            keys + values)
    }

    mutating func binding(_ id: SyntaxNode.ID) -> any Step {
        guard case .binding(_, let value, let body) = expression.nodes[id].kind else {
            return UnresolvedStep("not a binding", at: expression.nodes[id].range)
        }
        let step = plan(value)
        let slot = sources.count
        sources.append(step)
        let result = plan(body)
        sources.removeLast()
        return BindingStep(slot: slot, value: step, body: result, at: expression.nodes[id].range)
    }

    mutating func comprehension(_ id: SyntaxNode.ID) -> any Step {
        guard case .comprehension(let comprehension) = expression.nodes[id].kind else {
            return UnresolvedStep("not a comprehension", at: expression.nodes[id].range)
        }
        let target = plan(comprehension.target)
        let count = comprehension.variables.count
        sources.append(contentsOf: repeatElement(nil, count: count))
        var filter: (any Step)?
        if let id = comprehension.filter { filter = plan(id) }
        let body = plan(comprehension.body)
        sources.removeLast(count)
        return walk(id, comprehension, target: target, filter: filter, body: body)
    }

    private func walk(
        _ id: SyntaxNode.ID, _ comprehension: Comprehension, target: any Step,
        filter: (any Step)?, body: any Step
    ) -> any Step {
        let range = expression.nodes[id].range
        switch comprehension.kind {
        case .optionalMap, .optionalFlatMap:
            return OptionalMapStep(
                target, slot: sources.count, body: body,
                isFlat: comprehension.kind == .optionalFlatMap,
                at: range)
        default:
            let cost =
                expression.size(of: comprehension.body)
                + (comprehension.filter.map { expression.size(of: $0) } ?? 0)
            return ComprehensionStep(
                comprehension.kind, target: target, slot: sources.count,
                hasTwoVariables: comprehension.variables.count == 2, filter: filter, body: body,
                roundCost: cost, at: range)
        }
    }
}
