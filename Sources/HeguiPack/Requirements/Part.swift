import CEL
package import HeguiCalendar
package import HeguiDiagnostics

/// One thing that a requirement reads: the key at which it is written and what stands there.
///
/// Every form lists its parts once. What else has to know what a form reads (the columns that are
/// needed, the cells that a finding names, proofs, boundaries) is derived from this list.
package struct Part: Sendable {
    /// What stands at the key.
    package enum Content: Sendable {
        case expression(Expression)
        case day(Operand<Day>)
        case length(Operand<PeriodLength>)
        case number(Operand<Ratio>)
        /// Parts that belong together, such as the selection of rows or a block of a score.
        case group([Part])
    }

    /// What it is there for.
    package enum Purpose: Sendable {
        /// It chooses rows or subjects, or has to hold.
        case condition
        /// It says when something was or is due.
        case day
        /// It is added up.
        case amount
        /// It tells rows apart.
        case key
        /// It is only shown.
        case shown
        /// It changes a number and is compared with nothing.
        case factor
        /// What was found is compared with it.
        case bound(BoundOf)
        /// It holds other parts.
        case group
        /// It holds the parts of this window.
        case window(Window)
    }

    /// What a bound limits.
    package enum BoundOf: Sendable {
        case day
        case quantity(Quantity)
        /// What rows give together.
        case tally(TallyQuantity)
        case block(ScoreQuantity.Block)
        case score(ScoreQuantity)
    }

    /// The key, such as `at_least`, or the id that the pack gave.
    package let key: String
    package let purpose: Purpose
    package let content: Content
    /// The relation whose rows are in view; nil where only the subject is.
    package let relation: Relation?
    /// Whether a verdict rests on the cells that it reads.
    ///
    /// What only chooses rows does not count where something else says what they give: of a sum
    /// the amounts tell, not the days that put the rows into the year.
    package let isTelling: Bool
}

extension Part {
    /// The expression that stands at the key, if any.
    package var expression: Expression? {
        switch content {
        case .expression(let expression): expression
        case .day(let day): day.expression
        case .length(let length): length.expression
        case .number(let number): number.expression
        case .group: nil
        }
    }

    /// Where a figure is written that is no expression; nil for a default.
    package var literalSpan: Span? {
        switch content {
        case .day(.literal(_, let span)), .length(.literal(_, let span)),
            .number(.literal(_, let span)):
            span
        default: nil
        }
    }

    package var isDay: Bool {
        if case .day = purpose { true } else { false }
    }

    /// Whether it is a part of what says which days do not count.
    package var isExcusing: Bool { key == Window.Excusal.key }

    /// The parts that it holds.
    package var children: [Part] {
        if case .group(let parts) = content { parts } else { [] }
    }

    /// This part and all within it, each before those that it holds.
    package var all: [Part] { [self] + children.flatMap(\.all) }
}

extension [Part] {
    /// The parts and all within them, each before those that it holds.
    package var all: [Part] { flatMap(\.all) }

    /// All expressions, in the order of the parts.
    package var expressions: [Expression] { all.compactMap(\.expression) }

    /// The relations whose rows the parts look at.
    package var relations: [Relation] {
        all.compactMap { part in
            if case .group = part.content { part.relation } else { nil }
        }
    }

    /// The parts that read the subject, which expressions call `name`, and on which a verdict rests.
    ///
    /// Of what chooses rows, the rows tell, but what the subject sets for them tells too. What
    /// excuses days tells by itself, only where days are excused.
    package func telling(ofSubject name: String) -> [Part] {
        all.filter { part in
            guard let expression = part.expression, expression.checked.variables.contains(name)
            else { return false }
            return part.relation == nil ? part.isTelling : !part.isExcusing
        }
    }

    /// The window of the first quantity among them.
    package var window: Window? {
        for part in all {
            if case .window(let window) = part.purpose { return window }
        }
        return nil
    }
}

// MARK: - What the forms write

extension Part {
    init(
        _ key: String, _ purpose: Purpose, reads expression: Expression,
        of relation: Relation? = nil,
        isTelling: Bool = true
    ) {
        self.init(
            key: key, purpose: purpose, content: .expression(expression), relation: relation,
            isTelling: isTelling)
    }

    init(_ key: String, _ purpose: Purpose, reads content: Content) {
        self.init(key: key, purpose: purpose, content: content, relation: nil, isTelling: true)
    }

    /// Parts that belong together; `relation` is what they select rows of.
    static func group(
        _ key: String, of relation: Relation? = nil, as purpose: Purpose = .group, _ parts: [Part?]
    ) -> Part {
        Part(
            key: key, purpose: purpose, content: .group(parts.compactMap(\.self)),
            relation: relation, isTelling: false)
    }
}
