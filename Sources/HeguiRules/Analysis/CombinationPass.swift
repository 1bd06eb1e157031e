import HeguiDiagnostics
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
        switch mode {
        case .all:
            guard let number = one.conflict(with: other) else { return }
            warn(
                "R0702", "规则 `\(rule.id)` 有两个部分不可能同时满足",
                "two parts of rule `\(rule.id)` can never both be met", first, second, rule, number)
        case .any:
            guard let number = one.cover(with: other) else { return }
            warn(
                "R0701", "规则 `\(rule.id)` 有两个部分总有一个满足",
                "one of two parts of rule `\(rule.id)` is always met", first, second, rule, number)
        }
    }

    private func warn(
        _ code: String, _ zh: String, _ en: String, _ first: QuantityRequirement,
        _ second: QuantityRequirement, _ rule: Rule, _ number: Ratio
    ) {
        context.report(
            Diagnostic(
                code: code, severity: .warning, message: Message(zh: zh, en: en),
                at: .text(second.bounds.span ?? rule.span),
                secondary: [
                    Diagnostic.Label(
                        location: .text(first.bounds.span ?? rule.span),
                        text: Message(zh: "另一个部分", en: "the other part"))
                ], notes: [number.witness]))
    }
}

extension Bounds {
    /// Where one of them is written.
    fileprivate var span: Span? {
        let all: [Operand<Ratio>?] = [atLeast, moreThan, atMost, lessThan]
        return all.compactMap { $0?.span }.first
    }
}
