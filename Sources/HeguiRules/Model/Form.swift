package import HeguiDiagnostics

/// How a sheet becomes rows of datasets.
package struct Form: Sendable {
    package enum Layout: String, CaseIterable, Sendable {
        case table, vertical
    }

    /// A value written above the table: after one of `labels`, or where `{}` stands in `pattern`.
    package struct HeadingField: Sendable {
        package let name: String
        package let labels: [String]
        package let pattern: String?
        package let type: ColumnType
    }

    /// A column of the sheet (or a labelled value of a vertical form).
    package struct SheetColumn: Sendable {
        package let name: String
        /// Headings or labels that mean it.
        package let headers: [String]
        package let type: ColumnType
        package let isRequired: Bool
        package let level: Level
        /// Where a date without a year takes it from.
        package let year: Source?
        /// Ticked boxes: the texts between which they stand.
        package let from: String?
        package let to: String?
        package let values: [Column.EnumValue]
        package let span: Span
    }

    /// A number in the text below the table, after the words `after`.
    package struct FooterField: Sendable {
        package let name: String
        package let after: String
        package let type: ColumnType
    }

    /// Where a column of a dataset takes its value from.
    package indirect enum Source: Sendable {
        case column(String)
        case heading(String)
        case footer(String)
        /// What the first entry of `rows` set.
        case row(String)
        case itemText
        case itemDay
        case text(String)
        case match(dataset: String, by: [Assignment])
    }

    package struct Assignment: Sendable {
        package let column: String
        package let source: Source
    }

    /// That a cell holds one of some texts (compared after normalisation).
    package struct CellCondition: Sendable {
        package let column: String
        package let texts: [String]
    }

    /// The rows of one dataset that a sheet's row gives.
    package struct Yield: Sendable {
        package let dataset: String
        /// A column with several items, one row for each.
        package let each: String?
        package let whenPresent: String?
        package let onlyIf: CellCondition?
        package let assignments: [Assignment]
        package let span: Span
    }

    package let id: String
    package let title: LocalizedText
    package let clause: String?
    package let layout: Layout
    package let titleWords: [String]
    package let recognisedBy: [String]
    package let heading: [HeadingField]
    package let columns: [SheetColumn]
    package let footerStarts: [String]
    package let footer: [FooterField]
    package let rows: [Yield]
    package let totals: [Yield]
    package let span: Span
}
