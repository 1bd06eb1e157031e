package import HeguiCalendar
package import HeguiDiagnostics

/// Steps come in order and at stated distances.
package struct SequenceRequirement: Sendable {
    package struct Step: Sendable {
        package let id: String
        package let title: LocalizedText?
        /// The day it was done, or null.
        package let day: Expression
        package let isOptional: Bool
        package let gaps: [Gap]

        package init(
            id: String, title: LocalizedText?, day: Expression, isOptional: Bool, gaps: [Gap]
        ) {
            self.id = id
            self.title = title
            self.day = day
            self.isOptional = isOptional
            self.gaps = gaps
        }
    }

    /// The distance from an earlier step.
    package struct Gap: Sendable {
        /// The position of the earlier step.
        package let after: Int
        package let atLeast: Operand<PeriodLength>?
        package let within: Operand<PeriodLength>?
        package let validFor: Operand<PeriodLength>?
        /// Over that of the sequence.
        package let counting: CountingRule?
        package let span: Span

        package init(
            after: Int, atLeast: Operand<PeriodLength>?, within: Operand<PeriodLength>?,
            validFor: Operand<PeriodLength>?, counting: CountingRule?, span: Span
        ) {
            self.after = after
            self.atLeast = atLeast
            self.within = within
            self.validFor = validFor
            self.counting = counting
            self.span = span
        }
    }

    package let steps: [Step]
    /// Whether a later step may not be on the same day.
    package let isStrict: Bool
    package let counting: CountingRule

    package init(steps: [Step], isStrict: Bool, counting: CountingRule) {
        self.steps = steps
        self.isStrict = isStrict
        self.counting = counting
    }
}
