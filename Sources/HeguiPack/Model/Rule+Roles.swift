package import HeguiDiagnostics
import HeguiYAML

extension Rule {
    /// What each expression of the rule is there for, by where it stands: the key that it is
    /// written under, such as `when` or `at_least`.
    package var roles: [Span: String] {
        var roles = RoleMap()
        roles.add(condition, "when")
        roles.add(versionBy, "version_by")
        roles.add(requirement)
        for levelCase in levelCases { roles.add(levelCase.condition, "level_when") }
        return roles.roles
    }
}

/// Gathers expressions under the keys at which they are written.
private struct RoleMap {
    private(set) var roles: [Span: String] = [:]

    mutating func add(_ expression: Expression?, _ role: String) {
        if let expression { roles[expression.source.span] = role }
    }

    mutating func add(_ requirement: Requirement) {
        switch requirement {
        case .expression(let form):
            add(form.expression, "require")
            add(form.due?.expression, "due")
            add(form.observed, "observed")
            add(form.required, "required")
        case .deadline(let form): add(form)
        case .unique(let form):
            for key in form.keys { add(key, "unique") }
            add(form.condition, "where")
        case .exists(let form):
            add(form.selection.condition, "where")
            add(form.due?.expression, "due")
        case .agrees(let form):
            add(form.first.condition, "where")
            add(form.second.condition, "where_other")
            for field in form.fields {
                add(field.first, "first")
                add(field.second, "second")
            }
        case .quantity(let form): add(form)
        case .sequence(let form): add(form)
        case .combination(let form):
            for part in form.parts { add(part.requirement) }
        }
    }

    private mutating func add(_ form: DeadlineRequirement) {
        add(form.done, "deadline")
        add(form.notBefore?.expression, "not_before")
        switch form.due {
        case .within(let from, let length):
            add(from, "from")
            add(length.expression, "within")
        case .by(let day): add(day.expression, "by")
        }
    }

    private mutating func add(_ form: SequenceRequirement) {
        for step in form.steps {
            add(step.day, step.id)
            for gap in step.gaps {
                add(gap.atLeast?.expression, "at_least")
                add(gap.within?.expression, "within")
                add(gap.validFor?.expression, "valid_for")
            }
        }
    }

    private mutating func add(_ form: QuantityRequirement) {
        add(form.bounds.atLeast?.expression, "at_least")
        add(form.bounds.moreThan?.expression, "more_than")
        add(form.bounds.atMost?.expression, "at_most")
        add(form.bounds.lessThan?.expression, "less_than")
        add(form.due?.expression, "due")
        add(form.quantity)
    }

    private mutating func add(_ quantity: Quantity) {
        switch quantity {
        case .tally(let tally): add(tally)
        case .rate(let rate):
            add(rate.denominator, "among")
            add(rate.numerator, "where")
            add(rate.confirmed, "confirmed")
        case .score(let score):
            add(score.floor?.expression, "floor")
            add(score.ceiling?.expression, "ceiling")
            for block in score.blocks {
                add(block.start?.expression, "start")
                add(block.weight.expression, "weight")
                for item in block.items {
                    switch item.kind {
                    case .add(let tally), .deduct(let tally): add(tally)
                    case .points(let points): add(points, item.id)
                    }
                }
            }
        case .streak(let streak):
            switch streak.elements {
            case .periods(let requirement): add(requirement)
            case .rows(let selection, let day, let miss, let skip):
                add(selection.condition, "where")
                add(day, "by")
                add(miss, "miss")
                add(skip, "skip")
            }
        }
        if let window = quantity.window { add(window) }
    }

    private mutating func add(_ tally: TallyQuantity) {
        add(tally.selection.condition, "where")
        add(tally.value, "value")
        for expression in tally.distinct { add(expression, "distinct") }
        for cap in tally.caps { add(cap.atMost.expression, "caps") }
        if let window = tally.window { add(window) }
    }

    private mutating func add(_ window: Window) {
        add(window.from, "from")
        add(window.until, "until")
        add(window.grace?.expression, "grace")
        switch window.rowDay {
        case .on(let day)?: add(day, "by")
        case .spread(let from, let until)?:
            add(from, "by")
            add(until, "by")
        case nil: break
        }
        for excusal in window.excused {
            add(excusal.rows.condition, "excused")
            add(excusal.from, "excused")
            add(excusal.until, "excused")
        }
    }
}
