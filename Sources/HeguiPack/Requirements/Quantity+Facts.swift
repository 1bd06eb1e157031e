extension Quantity {
    /// Whether it can fall while its window is open.
    package var canFall: Bool {
        switch self {
        case .tally: false
        case .rate: true
        case .score(let score): score.deducts
        case .streak(let streak): streak.run == .current
        }
    }

    /// Whether it is a whole number whatever the rows hold.
    package var isWhole: Bool {
        switch self {
        case .tally(let tally): tally.value == nil
        case .streak: true
        case .rate, .score: false
        }
    }

    /// Whether it is a share, which people read in percent.
    package var isShare: Bool {
        if case .rate = self { true } else { false }
    }
}

extension ScoreQuantity {
    fileprivate var deducts: Bool {
        blocks.flatMap(\.items).contains { item in
            if case .deduct = item.kind { true } else { false }
        }
    }
}

extension Ratio {
    /// By how little a number changes of which nothing is known: by two decimals, as in a column of
    /// numbers.
    package static let usualStep = Ratio(1, 100) ?? .one
}

extension Quantity {
    /// Returns by how little the number can change.
    ///
    /// `stated` says what a figure is, or nil where it depends on the subject or the day, and `step`
    /// by how little what an expression gives can change.
    package func step(
        stated: (Operand<Ratio>) -> Ratio?, step: (Expression) -> Ratio
    ) -> Ratio {
        switch self {
        case .tally(let tally):
            if case .spread? = tally.window?.rowDay { return .usualStep }
            return tally.step(step)
        case .rate: return .usualStep
        case .streak: return .one
        case .score(let score):
            if let round = score.round { return round.step }
            let steps = score.blocks.map { block in
                let own = block.step(step)
                guard let weight = stated(block.weight) else { return Ratio.usualStep }
                return own.multiplied(by: weight) ?? own
            }
            return steps.min() ?? .usualStep
        }
    }
}

extension TallyQuantity {
    /// By how little one row changes it.
    package func step(_ step: (Expression) -> Ratio) -> Ratio {
        value.map(step) ?? .one
    }
}

extension ScoreQuantity {
    /// Returns by how little the sum of the blocks can change, before the score's limits and
    /// rounding.
    package func stepOfSum(
        stated: (Operand<Ratio>) -> Ratio?, step: (Expression) -> Ratio
    ) -> Ratio {
        let steps = blocks.compactMap { block in
            stated(block.weight).flatMap { block.step(step).multiplied(by: $0) }
        }
        return steps.min() ?? .usualStep
    }
}

extension ScoreQuantity.Block {
    /// By how little the block can change before its weight.
    package func step(_ step: (Expression) -> Ratio) -> Ratio {
        let steps = items.map { item in
            switch item.kind {
            case .add(let tally), .deduct(let tally):
                Quantity.tally(tally).step(stated: { _ in nil }, step: step)
            case .points(let points): step(points)
            }
        }
        return steps.min() ?? .usualStep
    }
}
