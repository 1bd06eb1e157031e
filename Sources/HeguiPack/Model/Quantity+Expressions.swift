extension Quantity {
    /// All expressions, those of bounds within a streak among them.
    package var expressions: [Expression] {
        switch self {
        case .tally(let tally): tally.expressions
        case .rate(let rate):
            [rate.numerator, rate.denominator, rate.confirmed].compactMap { $0 }
                + (rate.window?.expressions ?? [])
        case .score(let score): score.expressions
        case .streak(let streak): streak.expressions
        }
    }

    /// The relations whose rows it looks at.
    package var relations: [Relation] {
        let excused = (window?.excused ?? []).map(\.rows.relation)
        switch self {
        case .tally(let tally): return [tally.selection.relation] + excused
        case .rate(let rate): return [rate.relation] + excused
        case .score(let score):
            return score.blocks.flatMap(\.items).compactMap { item in
                switch item.kind {
                case .add(let tally), .deduct(let tally): tally.selection.relation
                case .points: nil
                }
            } + excused
        case .streak(let streak):
            switch streak.elements {
            case .periods(let requirement): return requirement.quantity.relations
            case .rows(let selection, _, _, _): return [selection.relation]
            }
        }
    }
}

extension QuantityRequirement {
    /// All expressions of the quantity, its bounds and its due day.
    package var expressions: [Expression] {
        quantity.expressions + bounds.expressions + [due?.expression].compactMap { $0 }
    }
}

extension Bounds {
    package var expressions: [Expression] {
        [atLeast, moreThan, atMost, lessThan].compactMap { $0?.expression }
    }
}

extension TallyQuantity {
    package var expressions: [Expression] {
        [selection.condition, value].compactMap { $0 } + distinct
            + caps.compactMap(\.atMost.expression) + (window?.expressions ?? [])
    }
}

extension Window {
    package var expressions: [Expression] {
        let days: [Expression] =
            switch rowDay {
            case .on(let day): [day]
            case .spread(let from, let until): [from, until]
            case nil: []
            }
        return [from, until, grace?.expression].compactMap { $0 } + days
            + excused.flatMap { [$0.rows.condition, $0.from, $0.until].compactMap { $0 } }
    }
}

extension ScoreQuantity {
    package var expressions: [Expression] {
        [floor?.expression, ceiling?.expression].compactMap { $0 } + (window?.expressions ?? [])
            + blocks.flatMap(\.expressions)
    }
}

extension ScoreQuantity.Block {
    package var expressions: [Expression] {
        [start, floor, ceiling, weight].compactMap { $0?.expression }
            + items.flatMap { item in
                switch item.kind {
                case .add(let tally), .deduct(let tally): tally.expressions
                case .points(let points): [points]
                }
            }
    }
}

extension StreakQuantity {
    package var expressions: [Expression] {
        switch elements {
        case .periods(let requirement): requirement.expressions
        case .rows(let selection, let day, let miss, let skip):
            [selection.condition, day, miss, skip].compactMap { $0 }
        }
    }
}
