import HeguiCalendar

/// The numbers that a quantity can be, as far as its limits say; nil is open.
package struct QuantityRange: Hashable, Sendable {
    package private(set) var lower: Ratio?
    package private(set) var upper: Ratio?

    private init(from lower: Ratio?, to upper: Ratio?) {
        self.lower = lower
        self.upper = upper
    }

    /// Narrows the range to a floor and a ceiling.
    private func limited(floor: Ratio?, ceiling: Ratio?) -> QuantityRange {
        var range = self
        if let ceiling {
            range.upper = min(upper ?? ceiling, ceiling)
            range.lower = range.lower.map { min($0, ceiling) }
        }
        if let floor {
            range.lower = max(range.lower ?? floor, floor)
            range.upper = range.upper.map { max($0, floor) }
        }
        return range
    }

    private static func sum(_ parts: [Ratio?]) -> Ratio? {
        parts.reduce(Ratio.zero as Ratio?) { sum, part in
            guard let sum, let part else { return nil }
            return sum.adding(part)
        }
    }
}

extension QuantityRange {
    /// Returns the range of a quantity; `stated` says what a figure is, or nil where it depends on
    /// the subject or the day.
    package init(of quantity: Quantity, stated: (Operand<Ratio>) -> Ratio?) {
        switch quantity {
        case .tally(let tally):
            let total = tally.caps.first { $0.per == .total }
            self.init(from: .zero, to: total.flatMap { stated($0.atMost) })
        case .rate: self.init(from: .zero, to: .one)
        case .streak(let streak): self.init(from: .zero, to: streak.mostElements)
        case .score(let score):
            self = Self(before: score, stated: stated).limited(
                floor: score.floor.flatMap(stated), ceiling: score.ceiling.flatMap(stated))
        }
    }

    /// What the blocks of a score come to, before the score's own floor and ceiling.
    package init(before score: ScoreQuantity, stated: (Operand<Ratio>) -> Ratio?) {
        let blocks = score.blocks.map { block in
            let range = Self(before: block, stated: stated).limited(
                floor: block.floor.flatMap(stated), ceiling: block.ceiling.flatMap(stated))
            return (range: range, weight: stated(block.weight))
        }
        func sum(_ edge: (QuantityRange) -> Ratio?) -> Ratio? {
            Self.sum(
                blocks.map { block in
                    edge(block.range).flatMap { block.weight?.multiplied(by: $0) }
                })
        }
        self.init(from: sum(\.lower), to: sum(\.upper))
    }

    /// What the items of a block come to, before its floor, ceiling and weight.
    package init(before block: ScoreQuantity.Block, stated: (Operand<Ratio>) -> Ratio?) {
        let start = block.start.map(stated) ?? .zero
        self.init(from: start, to: start)
        for item in block.items {
            switch item.kind {
            case .add(let tally):
                upper = Self.sum([upper, Self(of: .tally(tally), stated: stated).upper])
            case .deduct(let tally):
                let most = Self(of: .tally(tally), stated: stated).upper
                lower = most.flatMap { most in lower?.subtracting(most) }
            case .points: (lower, upper) = (nil, nil)
            }
        }
    }
}

extension StreakQuantity {
    /// How many sub-periods a calendar period has; nil where its elements are not counted so.
    fileprivate var mostElements: Ratio? {
        guard case .periods(let requirement) = elements,
            let whole = requirement.quantity.window?.unit,
            case .calendar(let part)? = requirement.each
        else { return nil }
        return Ratio(Int64(whole.months), Int64(part.months))
    }
}
