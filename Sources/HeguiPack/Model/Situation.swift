package import HeguiCalendar
package import HeguiDiagnostics
package import HeguiYAML

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
