import HeguiDiagnostics

/// Bounds that a quantity always or never fulfils (R0701, R0702).
struct QuantityPass {
    let pack: Pack
    let context: LoadContext

    func run() {
        let constants = ConstantReader(pack)
        for rule in pack.rules {
            let isWhole =
                if case .combination = rule.requirement { false } else { true }
            for requirement in rule.requirement.quantities {
                check(requirement, rule, constants, isWhole: isWhole)
            }
        }
    }

    private func check(
        _ requirement: QuantityRequirement, _ rule: Rule, _ constants: ConstantReader,
        isWhole: Bool
    ) {
        // What a cut period asks for is not what is written.
        if case .proRate? = requirement.quantity.window?.partial { return }
        let range = QuantityRange(of: requirement.quantity, constants)
        let bounds = requirement.bounds
        let low = (bounds.atLeast ?? bounds.moreThan)
        let high = (bounds.atMost ?? bounds.lessThan)
        let least = low.flatMap(constants.value)
        let most = high.flatMap(constants.value)
        let isStrictlyLow = bounds.atLeast == nil
        let isStrictlyHigh = bounds.atMost == nil
        let isNeverLow =
            low == nil
            || Self.isSure(least, range.lower) { isStrictlyLow ? $0 < $1 : $0 <= $1 }
        let isNeverHigh =
            high == nil
            || Self.isSure(range.upper, most) { isStrictlyHigh ? $0 < $1 : $0 <= $1 }
        let zh = isWhole ? "规则 `\(rule.id)` " : "规则 `\(rule.id)` 的一个部分"
        let en = isWhole ? "rule `\(rule.id)`" : "a part of rule `\(rule.id)`"
        if isNeverLow, isNeverHigh {
            warn(
                "R0701", zh + "不可能被违反", en + " can never be violated", rule, range,
                low == nil ? range.upper : range.lower, at: (low ?? high)?.span)
        }
        let isAlwaysLow = Self.isSure(range.upper, least) { isStrictlyLow ? $0 <= $1 : $0 < $1 }
        let isAlwaysHigh = Self.isSure(most, range.lower) { isStrictlyHigh ? $0 <= $1 : $0 < $1 }
        if isAlwaysLow || isAlwaysHigh {
            warn(
                "R0702", zh + "不可能满足", en + " can never be met", rule, range,
                isAlwaysLow ? range.upper : range.lower, at: (isAlwaysLow ? low : high)?.span)
        }
    }

    private static func isSure(
        _ left: Ratio?, _ right: Ratio?, _ compare: (Ratio, Ratio) -> Bool
    ) -> Bool {
        guard let left, let right else { return false }
        return compare(left, right)
    }

    private func warn(
        _ code: String, _ zh: String, _ en: String, _ rule: Rule, _ range: QuantityRange,
        _ nearest: Ratio?, at span: Span?
    ) {
        let lower = range.lower?.decimal
        let upper = range.upper?.decimal
        context.report(
            Diagnostic(
                code: code, severity: .warning,
                message: Message(zh: zh, en: en),
                at: .text(span ?? rule.span),
                notes: [
                    Message(
                        zh: "所算的数在 \(lower ?? "负无穷") 到 \(upper ?? "无穷") 之间",
                        en: "the number is between \(lower ?? "minus infinity") and "
                            + (upper ?? "infinity"))
                ] + [nearest?.witness].compactMap { $0 }))
    }
}

extension Requirement {
    /// The quantities with bounds, those of alternatives among them.
    var quantities: [QuantityRequirement] {
        switch self {
        case .quantity(let requirement): [requirement]
        case .combination(let combination): combination.parts.flatMap(\.requirement.quantities)
        default: []
        }
    }
}
