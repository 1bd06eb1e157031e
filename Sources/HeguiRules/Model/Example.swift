package import HeguiCalendar
package import HeguiDiagnostics
package import HeguiYAML

/// A worked case of a rule or award, which is also its test.
package struct Example: Sendable {
    /// Rows as written: column and cell text (several for a list).
    package struct GivenRow: Sendable {
        package let cells: [GivenCell]
        package let span: Span
    }

    package struct GivenCell: Sendable {
        package let column: String
        package let texts: [Scalar]
        package let isList: Bool
    }

    package struct GivenTable: Sendable {
        package let dataset: String
        package let rows: [GivenRow]
    }

    /// A field of an outcome and what it must be, as text.
    package struct Expectation: Sendable {
        package let field: String
        package let value: Scalar
    }

    package let name: String
    package let asOf: Day
    package let settings: [String: ParameterValue]
    package let given: [GivenTable]
    package let without: [String]
    package let subject: String?
    package let expectations: [Expectation]
    package let span: Span
}
