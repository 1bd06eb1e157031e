package import HeguiCalendar
package import HeguiDiagnostics
package import HeguiYAML

/// Rows and a day that an example or a test case is about.
package struct Situation: Sendable {
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

    package let name: String
    package let asOf: Day
    /// Parameters that are set for it, by name.
    package let settings: [String: ParameterValue]
    package let given: [GivenTable]
    /// The datasets that no file provides.
    package let without: [String]
    /// Where its name is written.
    package let span: Span
}
