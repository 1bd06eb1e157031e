import HeguiDiagnostics
import HeguiLoader
import HeguiPack
import HeguiYAML

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
                check(requirement, of: rule, constants: constants, isWhole: isWhole)
            }
        }
    }

    private func check(
        _ requirement: QuantityRequirement, of rule: Rule, constants: ConstantReader,
        isWhole: Bool
    ) {
        // What a cut period asks for is not what is written.
        if case .proRate? = requirement.quantity.window?.partial { return }
        let range = QuantityRange(of: requirement.quantity, stated: constants.value)
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
        let owner = isWhole ? Message.whole(rule) : .part(of: rule)
        if isNeverLow, isNeverHigh {
            let nearest = low == nil ? range.upper : range.lower
            context.report(
                .neverViolated(
                    owner, at: (low ?? high)?.span ?? rule.span,
                    notes: Self.notes(range, nearest: nearest)))
        }
        let isAlwaysLow = Self.isSure(range.upper, least) { isStrictlyLow ? $0 <= $1 : $0 < $1 }
        let isAlwaysHigh = Self.isSure(most, range.lower) { isStrictlyHigh ? $0 <= $1 : $0 < $1 }
        if isAlwaysLow || isAlwaysHigh {
            let nearest = isAlwaysLow ? range.upper : range.lower
            context.report(
                .neverMet(
                    owner, at: (isAlwaysLow ? low : high)?.span ?? rule.span,
                    notes: Self.notes(range, nearest: nearest)))
        }
    }

    private static func isSure(
        _ left: Ratio?, _ right: Ratio?, by compare: (Ratio, Ratio) -> Bool
    ) -> Bool {
        guard let left, let right else { return false }
        return compare(left, right)
    }

    private static func notes(_ range: QuantityRange, nearest: Ratio?) -> [Message] {
        [.numberRange(from: range.lower, to: range.upper)]
            + [nearest?.witness].compactMap { $0 }
    }
}

extension Requirement {
    /// The quantities with bounds, also inside alternatives.
    var quantities: [QuantityRequirement] {
        switch self {
        case .quantity(let requirement): [requirement]
        case .combination(let combination): combination.parts.flatMap(\.requirement.quantities)
        default: []
        }
    }
}

/// Parts over the same number that exclude each other, or leave nothing out (R0701, R0702).
struct CombinationPass {
    let pack: Pack
    let context: LoadContext

    func run() {
        let constants = ConstantReader(pack)
        for rule in pack.rules { check(rule.requirement, of: rule, constants: constants) }
    }

    private func check(_ requirement: Requirement, of rule: Rule, constants: ConstantReader) {
        guard case .combination(let combination) = requirement else { return }
        for part in combination.parts {
            check(part.requirement, of: rule, constants: constants)
        }
        let quantities = combination.parts.compactMap { part in
            if case .quantity(let quantity) = part.requirement { quantity } else { nil }
        }
        for (index, first) in quantities.enumerated() {
            for second in quantities[(index + 1)...] {
                compare(
                    first, with: second, mode: combination.mode, in: rule, constants: constants)
            }
        }
    }

    private func compare(
        _ first: QuantityRequirement, with second: QuantityRequirement, mode: Combination.Mode,
        in rule: Rule, constants: ConstantReader
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
