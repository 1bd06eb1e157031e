extension ProgramPlanner {
    private static let operations: [String: OperatorStep.Operation] = [
        "_+_": .add, "_-_": .subtract, "_*_": .multiply, "_/_": .divide, "_%_": .remainder,
        "_<_": .less, "_<=_": .lessOrEqual, "_>_": .greater, "_>=_": .greaterOrEqual,
    ]

    mutating func call(_ id: SyntaxNode.ID) -> any Step {
        let arguments = plan(all: expression.nodes[id].children(expression.references[id]))
        return call(id, on: arguments)
    }

    private mutating func call(_ id: SyntaxNode.ID, on arguments: [any Step]) -> any Step {
        let range = expression.nodes[id].range
        guard case .call(let call) = expression.nodes[id].kind,
            case .function(let name, let checked, _) = expression.references[id]
        else { return UnresolvedStep("the call has no meaning", range) }
        let overloads = checked.map { current($0, of: name) }
        if call.isOperator, arguments.count == 2,
            let step = operation(name, arguments[0], arguments[1], range)
        {
            return folded(step, arguments)
        }
        if overloads.contains(where: { LazyOptionalStep.overloads.contains($0.id) }) {
            return LazyOptionalStep(name, arguments, range)
        }
        let step = CallStep(name, candidates(overloads, arguments), arguments, range)
        return overloads.contains(where: \.isHost) ? step : folded(step, arguments)
    }

    /// The overload as the environment of the plan has it: a host may check with one body and run
    /// with another.
    private func current(_ overload: Function.Overload, of name: String) -> Function.Overload {
        declarations.functions[name]?.overloads.first { $0.id == overload.id } ?? overload
    }

    /// Returns `overloads` in their quickest form for what is known of the arguments.
    private func candidates(
        _ overloads: [Function.Overload], _ arguments: [any Step]
    ) -> [CallStep.Candidate] {
        let constants: [Value?] = arguments.map { ($0 as? ConstantStep)?.value }
        let isKnown = constants.contains { $0 != nil }
        return overloads.map { overload in
            var overload = overload
            if isKnown, overload.arguments.count == constants.count,
                let quicker = overload.specialize?(constants)
            {
                overload.implementation = quicker
            }
            return CallStep.Candidate(overload)
        }
    }

    private func operation(
        _ name: String, _ left: any Step, _ right: any Step, _ range: Range<Int>
    ) -> (any Step)? {
        switch name {
        case "_==_", "_!=_":
            let asksForNull = [left, right].contains {
                guard let constant = $0 as? ConstantStep else { return false }
                return constant.isWritten && constant.value.isNull
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
            .filter(\.isHost).map { CallStep.Candidate($0) }
    }
}
