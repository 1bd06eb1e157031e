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
    }

    package let steps: [Step]
    /// Whether a later step may not be on the same day.
    package let isStrict: Bool
    package let counting: CountingRule
}
