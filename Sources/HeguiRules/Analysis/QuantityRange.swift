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
        case .streak: lower = .zero
        case .score(let score):
            let blocks = score.blocks.map { Self.range(of: $0, constants) }
            lower = Self.sum(blocks.map(\.lower))
            upper = Self.sum(blocks.map(\.upper))
            if let floor = score.floor.flatMap(constants.value) {
                lower = max(lower ?? floor, floor)
                upper = upper.map { max($0, floor) }
            }
            if let ceiling = score.ceiling.flatMap(constants.value) {
                upper = min(upper ?? ceiling, ceiling)
                lower = lower.map { min($0, ceiling) }
            }
        }
    }

    private static func range(
        of block: ScoreQuantity.Block, _ constants: ConstantReader
    ) -> (lower: Ratio?, upper: Ratio?) {
        let weight = constants.value(block.weight)
        func weighted(_ limit: Operand<Ratio>?) -> Ratio? {
            guard let weight, let value = limit.flatMap(constants.value) else { return nil }
            return value.multiplied(by: weight)
        }
        return (weighted(block.floor), weighted(block.ceiling))
    }

    private static func sum(_ parts: [Ratio?]) -> Ratio? {
        parts.reduce(Ratio.zero as Ratio?) { sum, part in
            guard let sum, let part else { return nil }
            return sum.adding(part)
        }
    }
}
