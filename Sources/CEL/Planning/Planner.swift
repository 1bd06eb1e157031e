/// Turns a checked expression into steps: names, overloads and constants are settled here, once.
struct Planner {
    let expression: CheckedExpression
    let declarations: Declarations
    /// Places of the program's variables.
    let places: [String: Int]
    let isTracing: Bool
    /// The slots of the macros around a place, with the expression that each stands for, if one.
    private var sources: [(any Step)?] = []

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
    /// Complexity: O(n) in the number of nodes, apart from folding calls of constants.
    mutating func plan() -> any Step {
        plan(expression.root)
    }

    private mutating func plan(_ id: Expression.ID) -> any Step {
        let step = step(id)
        guard isTracing, !(step is ConstantStep) else { return step }
        return TracingStep(step, id)
    }

    private mutating func step(_ id: Expression.ID) -> any Step {
        let range = expression.nodes[id].range
        switch expression.references[id] {
        case .variable(let name):
            if let place = places[name] { return VariableStep(place, range) }
            return UnresolvedStep("no value for the variable `\(name)`", range)
        case .local(let slot):
            return LocalStep(slot, range, source: slot < sources.count ? sources[slot] : nil)
        case .type(let type): return ConstantStep(.type(type), range)
        case .unresolved(let message): return UnresolvedStep(message, range)
        default: break
        }
        switch expression.nodes[id].kind {
        case .constant(let value): return ConstantStep(value, range)
        case .name(let name, _): return UnresolvedStep("undeclared name `\(name)`", range)
        case .select(let operand, let field, let access):
            return select(id, operand, field.text, access, range)
        case .index(let operand, let index, let isOptional):
            let steps = [plan(operand), plan(index)]
            return folded(
                IndexStep(steps[0], steps[1], isOptional: isOptional, range), steps)
        case .call(let call): return self.call(id, call, range)
        case .logical(let isAnd, let operands):
            return LogicalStep(isAnd: isAnd, operands.map { plan($0) }, range)
        case .conditional(let condition, let first, let second):
            return ConditionalStep(plan(condition), plan(first), plan(second), range)
        case .list(let elements):
            let optionals = Set(elements.indices.filter { elements[$0].isOptional })
            let steps = elements.map { plan($0.value) }
            return folded(ListStep(steps, optionals: optionals, range), steps)
        case .map(let entries):
            let optionals = Set(entries.indices.filter { entries[$0].isOptional })
            let keys = entries.map { plan($0.key) }
            let values = entries.map { plan($0.value) }
            return folded(MapStep(keys, values, optionals: optionals, range), keys + values)
        case .message:
            return UnresolvedStep("message literals are not supported", range)
        case .comprehension(let comprehension):
            return self.comprehension(comprehension, range)
        case .binding(_, let value, let body):
            let value = plan(value)
            let slot = sources.count
            sources.append(value)
            defer { sources.removeLast() }
            return BindingStep(slot, value, plan(body), range)
        }
    }

    private mutating func select(
        _ id: Expression.ID, _ operand: Expression.ID, _ field: String,
        _ access: Expression.Access, _ range: Range<Int>
    ) -> any Step {
        if case .field(_, let index) = expression.references[id], case .value = access,
            !expression.types[operand].isOptional
        {
            return FieldStep(plan(operand), index, range)
        }
        return SelectStep(plan(operand), field, access, objects: declarations.objects, range)
    }

    private mutating func comprehension(
        _ comprehension: Comprehension, _ range: Range<Int>
    ) -> any Step {
        let target = plan(comprehension.target)
        let slot = sources.count
        for _ in comprehension.variables { sources.append(nil) }
        defer { sources.removeLast(comprehension.variables.count) }
        switch comprehension.kind {
        case .optionalMap, .optionalFlatMap:
            return OptionalMapStep(
                target, slot: slot, plan(comprehension.body),
                isFlat: comprehension.kind == .optionalFlatMap, range)
        default: break
        }
        let filter = comprehension.filter.map { plan($0) }
        let cost =
            expression.size(of: comprehension.body)
            + (comprehension.filter.map { expression.size(of: $0) } ?? 0)
        return ComprehensionStep(
            comprehension.kind, target: target, slot: slot,
            hasTwoVariables: comprehension.variables.count == 2, filter: filter,
            body: plan(comprehension.body), roundCost: cost, range)
    }
}

extension Planner {
    private static let operations: [String: OperatorStep.Operation] = [
        "_+_": .add, "_-_": .subtract, "_*_": .multiply, "_/_": .divide, "_%_": .remainder,
        "_<_": .less, "_<=_": .lessOrEqual, "_>_": .greater, "_>=_": .greaterOrEqual,
    ]

    private mutating func call(
        _ id: Expression.ID, _ call: Expression.Call, _ range: Range<Int>
    ) -> any Step {
        guard case .function(let name, let overloads, let isNamespaced) = expression.references[id]
        else { return UnresolvedStep("undeclared function `\(call.function.text)`", range) }
        var arguments: [any Step] = []
        if let target = call.target, !isNamespaced { arguments.append(plan(target)) }
        for argument in call.arguments { arguments.append(plan(argument)) }
        if call.isOperator, arguments.count == 2,
            let step = operation(name, arguments[0], arguments[1], range)
        {
            return folded(step, arguments)
        }
        if overloads.contains(where: { LazyOptionalStep.overloads.contains($0.id) }) {
            return LazyOptionalStep(name, arguments, range)
        }
        let constants: [Value?] = arguments.map { ($0 as? ConstantStep)?.value }
        let candidates = overloads.map { overload in
            var overload = overload
            if constants.contains(where: { $0 != nil }),
                let quicker = overload.specialize?(constants)
            {
                overload.implementation = quicker
            }
            return CallStep.Candidate(overload)
        }
        let step = CallStep(name, candidates, arguments, range)
        let isHost = overloads.contains {
            if case .host = $0.implementation { true } else { false }
        }
        return isHost ? step : folded(step, arguments)
    }

    private func operation(
        _ name: String, _ left: any Step, _ right: any Step, _ range: Range<Int>
    ) -> (any Step)? {
        switch name {
        case "_==_", "_!=_":
            let asksForNull = [left, right].contains {
                ($0 as? ConstantStep)?.value.isNull ?? false
            }
            return EqualityStep(
                isNegated: name == "_!=_", left, right, asksForNull: asksForNull, range)
        case "@in":
            return MembershipStep(left, right, host: hostOverloads(name), range)
        default:
            return Self.operations[name].map {
                OperatorStep($0, name: name, left, right, host: hostOverloads(name), range)
            }
        }
    }

    /// The overloads that the host added to an operator.
    private func hostOverloads(_ name: String) -> [CallStep.Candidate] {
        (declarations.functions[name]?.overloads ?? [])
            .filter { if case .host = $0.implementation { true } else { false } }
            .map { CallStep.Candidate($0) }
    }

    /// Returns `step`, or its value if all of `operands` are constants and it does not fail.
    private func folded(_ step: any Step, _ operands: [any Step]) -> any Step {
        guard !isTracing, operands.allSatisfy({ $0 is ConstantStep }) else { return step }
        return fold(step)
    }

    private func fold(_ step: any Step) -> any Step {
        var frame = Frame()
        let value = step.evaluate(&frame)
        return value.isAbnormal ? step : ConstantStep(value, step.range)
    }
}

extension Type {
    var isOptional: Bool {
        if case .optional = self { return true }
        return false
    }
}
