import HeguiDiagnostics
import HeguiLoader
import HeguiPack
import HeguiYAML

/// Parts over the same number that exclude each other, or leave nothing out (R0701, R0702).
struct CombinationPass {
    let pack: Pack
    let context: LoadContext

    func run() {
        let constants = ConstantReader(pack)
        for rule in pack.rules { check(rule.requirement, rule, constants) }
    }

    private func check(_ requirement: Requirement, _ rule: Rule, _ constants: ConstantReader) {
        guard case .combination(let combination) = requirement else { return }
        for part in combination.parts { check(part.requirement, rule, constants) }
        let quantities = combination.parts.compactMap { part in
            if case .quantity(let quantity) = part.requirement { quantity } else { nil }
        }
        for (index, first) in quantities.enumerated() {
            for second in quantities[(index + 1)...] {
                compare(first, second, combination.mode, rule, constants)
            }
        }
    }

    private func compare(
        _ first: QuantityRequirement, _ second: QuantityRequirement, _ mode: Combination.Mode,
        _ rule: Rule, _ constants: ConstantReader
    ) {
        // What a cut period asks for is not what is written.
        if case .proRate? = first.quantity.window?.partial { return }
        guard let shape = first.shape, shape == second.shape,
            let one = QuantityBounds(first.bounds, constants),
            let other = QuantityBounds(second.bounds, constants)
        else { return }
        let spans = (first.bounds.span ?? rule.span, second.bounds.span ?? rule.span)
        switch mode {
        case .all:
            guard let number = one.conflict(with: other) else { return }
            context.report(.partsExclude(of: rule, spans.0, spans.1, number: number))
        case .any:
            guard let number = one.cover(with: other) else { return }
            context.report(.partsCoverAll(of: rule, spans.0, spans.1, number: number))
        }
    }
}

extension Bounds {
    /// Where one of them is written.
    fileprivate var span: Span? {
        let all: [Operand<Ratio>?] = [atLeast, moreThan, atMost, lessThan]
        return all.compactMap { $0?.span }.first
    }
}
