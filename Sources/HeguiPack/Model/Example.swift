package import HeguiCalendar
package import HeguiDiagnostics
package import HeguiYAML

/// A worked case of a rule or award, which is also its test.
package struct Example: Sendable {
    /// A field of an outcome and what it must be, as text.
    package struct Expectation: Sendable {
        package let field: String
        package let value: Scalar

        package init(field: String, value: Scalar) {
            self.field = field
            self.value = value
        }

        /// The field and what it must be: `gap: 2`, an outcome alone.
        package var text: String { field == "outcome" ? value.text : "\(field): \(value.text)" }
    }

    package let situation: Situation
    /// The key or label of the row that is judged; nil: the first.
    package let subject: String?
    package let expectations: [Expectation]
    package let span: Span

    package init(situation: Situation, subject: String?, expectations: [Expectation], span: Span) {
        self.situation = situation
        self.subject = subject
        self.expectations = expectations
        self.span = span
    }

    package var name: String { situation.name }
    package var asOf: Day { situation.asOf }
}
