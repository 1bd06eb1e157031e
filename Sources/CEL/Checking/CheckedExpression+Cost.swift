extension CheckedExpression {
    /// Returns the fewest and the most steps of an evaluation, as `ResourceLimits.cost` counts them.
    ///
    /// Each list and map that is not a literal is assumed to have `elements` elements. Strings count
    /// nothing, because their lengths are not known. Sums stop at `Int.max`.
    /// Complexity: O(n) in the number of nodes.
    public func estimatedCost(elements: ClosedRange<Int>) -> ClosedRange<Int> {
        CostEstimator(expression: self, elements: elements).estimate(root).cost
    }
}

/// Adds up what the parts of an expression cost.
private struct CostEstimator {
    let expression: CheckedExpression
    let elements: ClosedRange<Int>

    /// The cost of a part, and the number of elements of its value.
    struct Estimate {
        var cost: ClosedRange<Int>
        var elements: ClosedRange<Int>
    }

    func estimate(_ id: SyntaxNode.ID) -> Estimate {
        var estimate = part(id)
        if expression.types[id].isScalar { estimate.elements = 0...0 }
        return estimate
    }

    private func part(_ id: SyntaxNode.ID) -> Estimate {
        let node = expression.nodes[id]
        switch node.kind {
        case .list(let parts): return literal(id, parts.map(\.isOptional))
        case .map(let parts): return literal(id, parts.map(\.isOptional))
        case .logical(_, let operands):
            let costs = operands.map { estimate($0).cost }
            return Estimate(
                cost: (costs.first?.lowerBound ?? 0)...sum(costs).upperBound, elements: elements)
        case .conditional(let condition, let first, let second):
            let (one, other) = (estimate(first), estimate(second))
            let branch =
                min(
                    one.cost.lowerBound, other.cost.lowerBound)...max(
                    one.cost.upperBound, other.cost.upperBound)
            let size =
                min(
                    one.elements.lowerBound, other.elements.lowerBound)...max(
                    one.elements.upperBound, other.elements.upperBound)
            return Estimate(cost: sum([estimate(condition).cost, branch]), elements: size)
        case .comprehension(let comprehension): return walk(comprehension)
        case .call(let call) where call.isOperator:
            return operation(call)
        default:
            return Estimate(cost: sum(children(id).map { $0.cost }), elements: elements)
        }
    }

    private func children(_ id: SyntaxNode.ID) -> [Estimate] {
        expression.nodes[id].children(expression.references[id]).map { estimate($0) }
    }

    private func sum(_ ranges: [ClosedRange<Int>]) -> ClosedRange<Int> {
        ranges.reduce(0...0) {
            add($0.lowerBound, $1.lowerBound)...add($0.upperBound, $1.upperBound)
        }
    }

    private func add(_ a: Int, _ b: Int) -> Int {
        let (sum, overflow) = a.addingReportingOverflow(b)
        return overflow ? .max : sum
    }

    private func multiply(_ a: Int, _ b: Int) -> Int {
        let (product, overflow) = a.multipliedReportingOverflow(by: b)
        return overflow ? .max : product
    }

    private func literal(_ id: SyntaxNode.ID, _ optionals: [Bool]) -> Estimate {
        let fixed = optionals.filter { !$0 }.count
        let cost = sum(children(id).map(\.cost) + [0...multiply(8, optionals.count)])
        return Estimate(cost: cost, elements: fixed...optionals.count)
    }

    private func operation(_ call: SyntaxNode.Call) -> Estimate {
        let operands = call.arguments.map { estimate($0) }
        let cost = sum(operands.map(\.cost))
        let sizes = operands.map(\.elements)
        let size = sum(sizes)
        switch call.function.text {
        case "_+_":
            let made = multiply(4, size.upperBound)
            return Estimate(cost: sum([cost, 0...add(4, made)]), elements: size)
        case "@in", "_==_", "_!=_":
            // Elements may be lists themselves; each part of them may cost a step.
            let parts = multiply(2, add(1, size.upperBound))
            return Estimate(cost: sum([cost, 0...parts]), elements: elements)
        default: return Estimate(cost: sum([cost, 0...4]), elements: elements)
        }
    }

    private func walk(_ comprehension: Comprehension) -> Estimate {
        let target = estimate(comprehension.target)
        let body = estimate(comprehension.body)
        var round = sum([body.cost, fixed(expression.size(of: comprehension.body))])
        if let filter = comprehension.filter {
            let least = fixed(expression.size(of: filter))
            round = sum([estimate(filter).cost, least, round])
        }
        var rounds = target.elements
        switch comprehension.kind {
        case .all, .exists: rounds = min(1, rounds.lowerBound)...rounds.upperBound
        case .optionalMap, .optionalFlatMap: rounds = 0...1
        default: break
        }
        round = round.lowerBound...add(round.upperBound, 8)
        let walked =
            multiply(
                rounds.lowerBound, round.lowerBound)...multiply(
                rounds.upperBound, round.upperBound)
        return Estimate(
            cost: sum([target.cost, walked]), elements: 0...target.elements.upperBound)
    }

    private func fixed(_ value: Int) -> ClosedRange<Int> { value...value }
}

extension Type {
    /// Whether values of the type have no elements.
    fileprivate var isScalar: Bool {
        switch self {
        case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .type:
            true
        case .wrapper(let inner): inner.isScalar
        default: false
        }
    }
}
