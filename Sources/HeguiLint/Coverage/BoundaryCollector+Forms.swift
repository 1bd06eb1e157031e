import HeguiCalendar
import HeguiPack

extension BoundaryCollector {
    mutating func collect(_ requirement: Requirement, _ owner: String) {
        collect(requirement.ownExpressions, owner)
        switch requirement {
        case .expression(let form): add(form.due, "due", owner, .day)
        case .exists(let form): add(form.due, "due", owner, .day)
        case .unique, .agrees: break
        case .deadline(let form):
            switch form.due {
            case .within(_, let length): add(length, "within", owner, .day)
            case .by(let day): add(day, "by", owner, .day)
            }
            add(form.notBefore, "not_before", owner, .day)
        case .quantity(let form): collect(form, owner)
        case .sequence(let form):
            for gap in form.steps.flatMap(\.gaps) {
                add(gap.atLeast, "at_least", owner, .day)
                add(gap.within, "within", owner, .day)
                add(gap.validFor, "valid_for", owner, .day)
            }
        case .combination(let form):
            for part in form.parts { collect(part.requirement, owner) }
        }
    }

    private mutating func collect(_ form: QuantityRequirement, _ owner: String) {
        collect(form.bounds.expressions + [form.due?.expression].compactMap { $0 }, owner)
        collect(form.quantity, owner)
        add(form.due, "due", owner, .day)
        let range = QuantityRange(of: form.quantity, constants)
        let scale = steps.scale(of: form.quantity)
        let bounds = [
            ("at_least", form.bounds.atLeast), ("more_than", form.bounds.moreThan),
            ("at_most", form.bounds.atMost), ("less_than", form.bounds.lessThan),
        ]
        for (key, operand) in bounds {
            guard let operand else { continue }
            let stated = constants.value(operand)
            add(
                operand, key, owner, scale, stated: stated,
                asked: Self.asked(scale, stated, range.lower, range.upper))
        }
    }

    /// The limits inside a quantity; its bounds are the requirement's.
    mutating func collect(_ quantity: Quantity, _ owner: String) {
        switch quantity {
        case .tally(let tally): collect(tally, owner)
        case .rate(let rate):
            collect([rate.numerator, rate.denominator, rate.confirmed].compactMap { $0 }, owner)
        case .streak(let streak):
            switch streak.elements {
            case .periods(let requirement): collect(requirement, owner)
            case .rows(let selection, let day, let miss, let skip):
                collect([selection.condition, day, miss, skip].compactMap { $0 }, owner)
            }
        case .score(let score): collect(score, owner)
        }
        guard let window = quantity.window else { return }
        collect(window.expressions, owner)
        add(window.grace, "grace", owner, .day)
    }

    private mutating func collect(_ tally: TallyQuantity, _ owner: String) {
        collect([tally.selection.condition, tally.value].compactMap { $0 } + tally.distinct, owner)
        let step = tally.value.map { steps.step(of: $0) } ?? .one
        for cap in tally.caps {
            let stated = constants.value(cap.atMost)
            let scale = BoundarySite.Scale.step(step)
            // What no row gives is not capped, so the least that is found is one step.
            add(
                cap.atMost, "caps.\(cap.per.rawValue)", owner, scale, stated: stated,
                asked: Self.asked(scale, stated, step, nil))
        }
    }

    private mutating func collect(_ score: ScoreQuantity, _ owner: String) {
        for block in score.blocks {
            collect([block.start, block.weight].compactMap { $0?.expression }, owner)
            for item in block.items {
                switch item.kind {
                case .add(let tally), .deduct(let tally): collect(tally, owner)
                case .points(let points): collect([points], owner)
                }
            }
            let scale = BoundarySite.Scale.step(steps.step(of: block))
            let range = QuantityRange(before: block, constants)
            limit(block.floor, "floor", owner, scale, range)
            limit(block.ceiling, "ceiling", owner, scale, range)
        }
        let least = score.blocks.compactMap { block in
            constants.value(block.weight).flatMap { steps.step(of: block).multiplied(by: $0) }
        }.min()
        let scale = BoundarySite.Scale.step(least ?? StepFinder.usual)
        let range = QuantityRange(before: score, constants)
        limit(score.floor, "floor", owner, scale, range)
        limit(score.ceiling, "ceiling", owner, scale, range)
    }

    private mutating func limit(
        _ operand: Operand<Ratio>?, _ key: String, _ owner: String, _ scale: BoundarySite.Scale,
        _ range: QuantityRange
    ) {
        guard let operand else { return }
        let stated = constants.value(operand)
        add(
            operand, key, owner, scale, stated: stated,
            asked: Self.asked(scale, stated, range.lower, range.upper))
    }
}

extension Requirement {
    /// Those expressions that are no quantity's and no part's.
    fileprivate var ownExpressions: [Expression] {
        switch self {
        case .quantity, .combination: []
        default: expressions
        }
    }
}
