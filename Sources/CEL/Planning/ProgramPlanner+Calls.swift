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
        else { return UnresolvedStep("the call has no meaning", at: range) }
        let overloads = checked.map { current($0, of: name) }
        if call.isOperator, arguments.count == 2,
            let step = operation(name, left: arguments[0], right: arguments[1], at: range)
        {
            return folded(step, arguments)
        }
        if overloads.contains(where: { LazyOptionalStep.overloads.contains($0.id) }) {
            return LazyOptionalStep(name, arguments: arguments, at: range)
        }
        let step = CallStep(
            name, candidates: candidates(overloads, arguments), arguments: arguments, at: range)
        return overloads.contains(where: \.isHost) ? step : folded(step, arguments)
    }

    /// Returns the overload of the environment that plans. A host may compile with one environment and
    /// plan with another that has other code.
    private func current(_ overload: Function.Overload, of name: String) -> Function.Overload {
        declarations.functions[name]?.overloads.first { $0.id == overload.id } ?? overload
    }

    /// Returns `overloads`, specialized for constant arguments.
    private func candidates(
        _ overloads: [Function.Overload], _ arguments: [any Step]
    ) -> [CallStep.Candidate] {
        let constants: [Value?] = arguments.map(\.constant)
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
        _ name: String, left: any Step, right: any Step, at range: Range<Int>
    ) -> (any Step)? {
        switch name {
        case "_==_", "_!=_":
            let asksForNull = [left, right].contains {
                guard let constant = $0 as? ConstantStep else { return false }
                return constant.isWritten && constant.value.isNull
            }
            return EqualityStep(
                isNegated: name == "_!=_", left: left, right: right, asksForNull: asksForNull,
                at: range)
        case "@in":
            return MembershipStep(left, in: right, host: hostOverloads(name), at: range)
        default:
            return Self.operations[name].map {
                OperatorStep(
                    $0, name: name, left: left, right: right, host: hostOverloads(name), at: range)
            }
        }
    }

    /// The overloads that the host added to an operator.
    private func hostOverloads(_ name: String) -> [CallStep.Candidate] {
        (declarations.functions[name]?.overloads ?? [])
            .filter(\.isHost).map { CallStep.Candidate($0) }
    }
}
