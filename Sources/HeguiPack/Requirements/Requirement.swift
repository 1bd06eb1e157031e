package import HeguiCalendar

/// What a rule asks of its subject.
package enum Requirement: Sendable {
    case expression(ExpressionRequirement)
    case deadline(DeadlineRequirement)
    case unique(UniqueRequirement)
    case exists(ExistsRequirement)
    case agrees(AgreesRequirement)
    case quantity(QuantityRequirement)
    case sequence(SequenceRequirement)
    indirect case combination(Combination)
}

extension Requirement {
    /// What the form reads, in the order in which findings name it.
    package var parts: [Part] {
        switch self {
        case .expression(let form): form.parts
        case .deadline(let form): form.parts
        case .unique(let form): form.parts
        case .exists(let form): form.parts
        case .agrees(let form): form.parts
        case .quantity(let form): form.parts
        case .sequence(let form): form.parts
        case .combination(let form): form.parts.map { .group($0.id, $0.requirement.parts) }
        }
    }

    /// All expressions, also inside parts.
    package var expressions: [Expression] { parts.expressions }
}

extension Requirement {
    /// Whether there may still be time to meet it.
    package var canBePending: Bool {
        switch self {
        case .quantity(let form): form.canBePending
        case .combination(let form): form.parts.contains(where: \.requirement.canBePending)
        default: parts.all.contains(where: \.isTerm)
        }
    }

    /// Whether outcomes may have a rate.
    package var givesRate: Bool {
        switch self {
        case .quantity(let form): form.quantity.isShare
        case .combination(let form): form.parts.contains(where: \.requirement.givesRate)
        default: false
        }
    }
}

extension Part {
    /// Whether it says until when there is time.
    fileprivate var isTerm: Bool {
        if case .bound(.day) = purpose { ["due", "within", "by"].contains(key) } else { false }
    }
}

extension QuantityRequirement {
    fileprivate var canBePending: Bool {
        guard bounds.all.contains(where: \.key.isFloor) || quantity.canFall else { return false }
        let window = quantity.window
        return due != nil || window?.unit != nil || window?.until != nil
    }
}

/// A boolean expression holds; false before `due` has passed is pending.
package struct ExpressionRequirement: Sendable {
    package let expression: Expression
    package let due: Operand<Day>?
    package let observed: Expression?
    package let required: Expression?

    package init(
        expression: Expression, due: Operand<Day>?, observed: Expression?, required: Expression?
    ) {
        self.expression = expression
        self.due = due
        self.observed = observed
        self.required = required
    }
}

/// An act is done by its due day.
package struct DeadlineRequirement: Sendable {
    package enum Due: Sendable {
        case within(from: Expression, length: Operand<PeriodLength>)
        /// A fixed day; it does not roll.
        case by(Operand<Day>)
    }

    package let done: Expression
    package let due: Due
    /// An earlier act counts as not done.
    package let notBefore: Operand<Day>?
    package let counting: CountingRule

    package init(done: Expression, due: Due, notBefore: Operand<Day>?, counting: CountingRule) {
        self.done = done
        self.due = due
        self.notBefore = notBefore
        self.counting = counting
    }
}

/// The rows of a relation that a form looks at, under the name `variable`.
package struct RowSelection: Sendable {
    package let relation: Relation
    package let variable: String
    package let condition: Expression?

    package init(relation: Relation, variable: String, condition: Expression?) {
        self.relation = relation
        self.variable = variable
        self.condition = condition
    }
}

/// No other row of the subject's dataset has the same values.
package struct UniqueRequirement: Sendable {
    package let keys: [Expression]
    package let condition: Expression?

    package init(keys: [Expression], condition: Expression?) {
        self.keys = keys
        self.condition = condition
    }
}

/// A relation has at least one such row.
package struct ExistsRequirement: Sendable {
    package let selection: RowSelection
    package let due: Operand<Day>?

    package init(selection: RowSelection, due: Operand<Day>?) {
        self.selection = selection
        self.due = due
    }
}

/// Two registers say the same of the subject.
package struct AgreesRequirement: Sendable {
    package enum Sides: String, CaseIterable, Sendable {
        /// Neither may lack what the other has.
        case both
        /// What the first has, the second may not lack.
        case first
        /// What the second has, the first may not lack.
        case second
    }

    package struct Field: Sendable {
        package let title: LocalizedText
        package let first: Expression
        package let second: Expression

        package init(title: LocalizedText, first: Expression, second: Expression) {
            self.title = title
            self.first = first
            self.second = second
        }
    }

    package let first: RowSelection
    package let second: RowSelection
    package let sides: Sides
    package let fields: [Field]

    package init(first: RowSelection, second: RowSelection, sides: Sides, fields: [Field]) {
        self.first = first
        self.second = second
        self.sides = sides
        self.fields = fields
    }
}

/// Several requirements; one or all must be met.
package struct Combination: Sendable {
    package enum Mode: String, CaseIterable, Sendable {
        case any = "any_of"
        case all = "all_of"
    }

    package struct Part: Sendable {
        /// As written, or its number from 1.
        package let id: String
        package let title: LocalizedText?
        package let requirement: Requirement

        package init(id: String, title: LocalizedText?, requirement: Requirement) {
            self.id = id
            self.title = title
            self.requirement = requirement
        }
    }

    package let mode: Mode
    package let parts: [Part]

    package init(mode: Mode, parts: [Part]) {
        self.mode = mode
        self.parts = parts
    }
}
