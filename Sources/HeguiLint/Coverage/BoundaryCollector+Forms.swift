import HeguiCalendar
import HeguiPack

extension BoundaryCollector {
    /// Notes the figures of the parts, and the comparisons inside their expressions.
    mutating func collect(_ parts: [Part], _ owner: String) {
        for part in parts.all {
            if let expression = part.expression { collect([expression], owner) }
            guard case .bound(let limited) = part.purpose else { continue }
            switch part.content {
            case .day(let day): add(day, key: part.key, owner: owner, scale: .day)
            case .length(let length): add(length, key: part.key, owner: owner, scale: .day)
            case .number(let number): add(number, key: part.key, owner: owner, limiting: limited)
            case .expression, .group: break
            }
        }
    }

    /// Notes a number that bounds a quantity or a part of one.
    private mutating func add(
        _ number: Operand<Ratio>, key: String, owner: String, limiting limited: Part.BoundOf
    ) {
        let stated = constants.value(number)
        let (scale, lower, upper) = scale(of: limited)
        add(
            number, key: key, owner: owner, scale: scale, stated: stated,
            asked: Self.asked(about: stated, from: lower, to: upper))
    }

    /// By how little a quantity changes, and between which numbers it lies before the bound.
    private func scale(
        of limited: Part.BoundOf
    ) -> (scale: BoundarySite.Scale, lower: Ratio?, upper: Ratio?) {
        switch limited {
        case .day: return (.day, nil, nil)
        case .quantity(let quantity):
            let range = QuantityRange(of: quantity, stated: constants.value)
            return (steps.scale(of: quantity), range.lower, range.upper)
        case .tally(let tally):
            // What no row gives is not capped, so the least that is found is one step.
            let step = tally.step(steps.step)
            return (.step(step), step, nil)
        case .block(let block):
            let range = QuantityRange(before: block, stated: constants.value)
            return (.step(block.step(steps.step)), range.lower, range.upper)
        case .score(let score):
            let step = score.stepOfSum(stated: constants.value, step: steps.step)
            let range = QuantityRange(before: score, stated: constants.value)
            return (.step(step), range.lower, range.upper)
        }
    }
}
