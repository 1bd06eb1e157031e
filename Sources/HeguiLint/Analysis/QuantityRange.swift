import HeguiCalendar
import HeguiPack

/// The numbers that a quantity can be, as far as its limits say; nil is open.
struct QuantityRange {
    private(set) var lower: Ratio?
    private(set) var upper: Ratio?

    init(of quantity: Quantity, _ constants: ConstantReader) {
        switch quantity {
        case .tally(let tally):
            lower = .zero
            upper = tally.caps.first { $0.per == .total }.flatMap { constants.value($0.atMost) }
        case .rate: (lower, upper) = (.zero, .one)
        case .streak(let streak):
            lower = .zero
            upper = Self.mostElements(streak)
        case .score(let score):
            self = Self(before: score, constants)
            limit(floor: score.floor, ceiling: score.ceiling, constants)
        }
    }

    /// What the blocks of a score come to, before the score's own floor and ceiling.
    init(before score: ScoreQuantity, _ constants: ConstantReader) {
        let blocks = score.blocks.map { block in
            var range = Self(before: block, constants)
            range.limit(floor: block.floor, ceiling: block.ceiling, constants)
            return (range, constants.value(block.weight))
        }
        lower = Self.sum(
            blocks.map { range, weight in range.lower.flatMap { weight?.multiplied(by: $0) } })
        upper = Self.sum(
            blocks.map { range, weight in range.upper.flatMap { weight?.multiplied(by: $0) } })
    }

    /// What the items of a block come to, before its floor, ceiling and weight.
    init(before block: ScoreQuantity.Block, _ constants: ConstantReader) {
        let start = block.start.map { constants.value($0) } ?? .zero
        lower = start
        upper = start
        for item in block.items {
            switch item.kind {
            case .add(let tally):
                let most = Self(of: .tally(tally), constants).upper
                upper = Self.sum([upper, most])
            case .deduct(let tally):
                let most = Self(of: .tally(tally), constants).upper
                lower = most.flatMap { most in lower?.subtracting(most) }
            case .points: (lower, upper) = (nil, nil)
            }
        }
    }

    /// How many sub-periods a calendar period has; nil where its elements are not counted so.
    private static func mostElements(_ streak: StreakQuantity) -> Ratio? {
        guard case .periods(let requirement) = streak.elements,
            let whole = requirement.quantity.window?.unit,
            case .calendar(let part)? = requirement.each
        else { return nil }
        return Ratio(Int64(whole.months), Int64(part.months))
    }

    private mutating func limit(
        floor: Operand<Ratio>?, ceiling: Operand<Ratio>?, _ constants: ConstantReader
    ) {
        if let ceiling = ceiling.flatMap(constants.value) {
            upper = min(upper ?? ceiling, ceiling)
            lower = lower.map { min($0, ceiling) }
        }
        if let floor = floor.flatMap(constants.value) {
            lower = max(lower ?? floor, floor)
            upper = upper.map { max($0, floor) }
        }
    }

    private static func sum(_ parts: [Ratio?]) -> Ratio? {
        parts.reduce(Ratio.zero as Ratio?) { sum, part in
            guard let sum, let part else { return nil }
            return sum.adding(part)
        }
    }
}
