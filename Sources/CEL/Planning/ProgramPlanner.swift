/// Turns a checked expression into steps. Names, overloads and constants are resolved only here.
struct ProgramPlanner {
    let expression: CheckedExpression
    let declarations: Declarations
    /// The places of the program's variables among its arguments.
    let places: [String: Int]
    let isTracing: Bool
    /// One entry for each slot in scope: the step that a variable of `cel.bind` stands for, or nil.
    var sources: [(any Step)?] = []
    /// The rest of the steps that may be spent on calculating constants.
    private var foldingCost = 100_000

    init(
        _ expression: CheckedExpression, declarations: Declarations, variables: [String],
        isTracing: Bool = false
    ) {
        self.expression = expression
        self.declarations = declarations
        self.isTracing = isTracing
        places = Dictionary(
            variables.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Returns the step that evaluates the whole expression.
    ///
    /// Complexity: O(n) in the number of nodes, besides a bounded number of steps for constants.
    mutating func plan() -> any Step {
        plan(expression.root)
    }

    /// The planner recurses from here. As in the checker, numbers of nodes keep stack frames small.
    mutating func plan(_ id: SyntaxNode.ID) -> any Step {
        let step = named(id) ?? composed(id)
        guard isTracing, !(step is ConstantStep) else { return step }
        return TracingStep(step, id)
    }

    /// Returns the step of a node that is only a name, or nil.
    private func named(_ id: SyntaxNode.ID) -> (any Step)? {
        let range = expression.nodes[id].range
        switch expression.references[id] {
        case .variable(let name):
            if let place = places[name] { return VariableStep(place, at: range) }
            return UnresolvedStep("no value for the variable `\(name)`", at: range)
        case .local(let slot):
            return LocalStep(slot, at: range, source: slot < sources.count ? sources[slot] : nil)
        case .type(let type): return ConstantStep(.type(type), at: range)
        case .unresolved(let message): return UnresolvedStep(message, at: range)
        default: return nil
        }
    }

    private mutating func composed(_ id: SyntaxNode.ID) -> any Step {
        switch expression.nodes[id].kind {
        case .constant, .name, .message: constant(id)
        case .select: select(id)
        case .index: index(id)
        case .call: call(id)
        case .logical: logical(id)
        case .conditional: conditional(id)
        case .list: list(id)
        case .map: map(id)
        case .comprehension: comprehension(id)
        case .binding: binding(id)
        }
    }

    private func constant(_ id: SyntaxNode.ID) -> any Step {
        let node = expression.nodes[id]
        if case .constant(let value) = node.kind { return ConstantStep(value, at: node.range) }
        return UnresolvedStep("the expression has no meaning", at: node.range)
    }

    /// Returns the value of `step` as a constant if all `operands` are constants and it does not fail;
    /// else `step`. A trace folds the same steps, so that it comes to the same limits.
    mutating func folded(_ step: any Step, _ operands: [any Step]) -> any Step {
        guard foldingCost > 0, operands.allSatisfy({ $0.constant != nil }) else { return step }
        var limits = ResourceLimits()
        limits.cost = foldingCost
        var activation = Activation(
            arguments: [], localCapacity: 0, nullOperands: .error, limits: limits)
        let value = step.evaluate(&activation)
        let cost = foldingCost - activation.remainingCost + 1
        foldingCost -= cost
        if value.isAbnormal || activation.isExhausted { return step }
        return isTracing
            ? FoldedStep(step, value: value, cost: cost)
            : ConstantStep(value, at: step.range, isWritten: false)
    }

    mutating func plan(all ids: [SyntaxNode.ID]) -> [any Step] {
        var steps: [any Step] = []
        for id in ids { steps.append(plan(id)) }
        return steps
    }
}
