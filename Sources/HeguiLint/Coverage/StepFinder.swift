import CEL
import HeguiPack

/// Finds by how little a number that an expression gives can change, from what it reads.
struct StepFinder {
    let pack: Pack
    let constants: ConstantReader

    func scale(of id: SyntaxNode.ID, in checked: CheckedExpression) -> BoundarySite.Scale {
        if checked.type(of: id) == DayValue.type { return .day }
        if case .rate? = column(id, checked)?.measure?.quantity { return .share }
        return .step(checked.type(of: id) == .int ? .one : step(of: id, in: checked))
    }

    func scale(of quantity: Quantity) -> BoundarySite.Scale {
        if case .rate = quantity { return .share }
        return .step(step(of: quantity))
    }

    /// The numbers that the part can be, as far as what it reads says.
    func range(
        of id: SyntaxNode.ID, in checked: CheckedExpression
    ) -> (lower: Ratio?, upper: Ratio?) {
        if let measure = column(id, checked)?.measure {
            let range = QuantityRange(of: measure.quantity, stated: constants.value)
            return (range.lower, range.upper)
        }
        guard case .call(let call) = checked.nodes[id].kind else { return (nil, nil) }
        switch call.function.text {
        case "size": return (.zero, nil)
        case "rank":
            guard let first = call.arguments.first,
                case .constant(.string(let name)) = checked.nodes[first].kind
            else { return (.zero, nil) }
            let path = name.split(separator: ".").map(String.init)
            let dataset = path.first.flatMap(pack.dataset)
            let index = path.last.flatMap { dataset?.columnIndex($0) }
            let count = index.flatMap { dataset?.columns[$0].values.count } ?? 0
            return (.zero, count > 0 ? Ratio(Int64(count - 1)) : nil)
        default: return (nil, nil)
        }
    }

    func step(of expression: Expression) -> Ratio {
        step(of: expression.checked.root, in: expression.checked)
    }

    func step(of id: SyntaxNode.ID, in checked: CheckedExpression) -> Ratio {
        let isWhole = checked.type(of: id) == .int
        let otherwise: Ratio = isWhole ? .one : Ratio.usualStep
        if checked.isClosed(id), let value = constants.value(of: id, in: checked), value != .zero {
            return value < .zero ? Ratio.zero.subtracting(value) ?? otherwise : value
        }
        switch checked.nodes[id].kind {
        case .conditional(_, let first, let second):
            return min(step(of: first, in: checked), step(of: second, in: checked))
        case .select:
            guard let column = column(id, checked) else { return otherwise }
            if let measure = column.measure { return step(of: measure.quantity) }
            if let derived = column.derived { return step(of: derived) }
            guard column.type == .number, let decimals = column.decimals else { return otherwise }
            return (0..<decimals).reduce(.one) { step, _ in
                step.multiplied(by: Ratio(1, 10) ?? .one) ?? step
            }
        case .call(let call): return step(of: call, in: checked) ?? otherwise
        default: return otherwise
        }
    }

    private func step(of call: SyntaxNode.Call, in checked: CheckedExpression) -> Ratio? {
        switch call.function.text {
        case "number":
            guard let argument = call.arguments.first, checked.type(of: argument) == .int else {
                return nil
            }
            return step(of: argument, in: checked)
        // A list is added up, or one of its elements taken.
        case "total", "least", "greatest":
            guard let list = call.arguments.first,
                case .list(let elements) = checked.nodes[list].kind
            else { return nil }
            return elements.map { step(of: $0.value, in: checked) }.min()
        case "_*_":
            return call.arguments.map { step(of: $0, in: checked) }.reduce(Ratio.one as Ratio?) {
                $0?.multiplied(by: $1)
            }
        case "_+_", "_-_": return call.arguments.map { step(of: $0, in: checked) }.min()
        case "round":
            guard call.arguments.count == 3 else { return nil }
            return constants.value(of: call.arguments[1], in: checked)
        default: return nil
        }
    }

    func step(of quantity: Quantity) -> Ratio {
        quantity.step(stated: constants.value, step: step)
    }

    /// The column that the node selects.
    private func column(_ id: SyntaxNode.ID, _ checked: CheckedExpression) -> Column? {
        guard case .select(_, let field, .value) = checked.nodes[id].kind,
            case .field(let object, _)? = checked.references[id],
            let dataset = pack.datasets.first(where: { $0.singular == object }),
            let index = dataset.columnIndex(field.text)
        else { return nil }
        return dataset.columns[index]
    }
}
