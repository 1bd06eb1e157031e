package import HeguiCalendar
package import HeguiDiagnostics
package import HeguiYAML

/// A situation of tests/*.yaml and what rules and awards say of several of its rows.
package struct TestCase: Sendable {
    package enum Target: Hashable, Sendable {
        case rule(String)
        case award(String)
    }

    /// What one rule or award must say of one row.
    package struct Check: Sendable {
        package let target: Target
        package let example: Example

        package init(target: Target, example: Example) {
            self.target = target
            self.example = example
        }
    }

    package let situation: Situation
    package let checks: [Check]

    package init(situation: Situation, checks: [Check]) {
        self.situation = situation
        self.checks = checks
    }
}

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

/// Rows and a day that an example or a test case is about.
package struct Situation: Sendable {
    /// Rows as written: column and cell text (several for a list).
    package struct GivenRow: Sendable {
        package let cells: [GivenCell]
        package let span: Span

        package init(cells: [GivenCell], span: Span) {
            self.cells = cells
            self.span = span
        }
    }

    package struct GivenCell: Sendable {
        package let column: String
        package let texts: [Scalar]
        package let isList: Bool

        package init(column: String, texts: [Scalar], isList: Bool) {
            self.column = column
            self.texts = texts
            self.isList = isList
        }
    }

    package struct GivenTable: Sendable {
        package let dataset: String
        package let rows: [GivenRow]

        package init(dataset: String, rows: [GivenRow]) {
            self.dataset = dataset
            self.rows = rows
        }
    }

    package let name: String
    package let asOf: Day
    /// Parameters that are set for it, by name.
    package let settings: [String: ParameterValue]
    package let given: [GivenTable]
    /// The datasets that no file provides.
    package let without: [String]
    /// Where its name is written.
    package let span: Span

    package init(
        name: String, asOf: Day, settings: [String: ParameterValue], given: [GivenTable],
        without: [String], span: Span
    ) {
        self.name = name
        self.asOf = asOf
        self.settings = settings
        self.given = given
        self.without = without
        self.span = span
    }
}
