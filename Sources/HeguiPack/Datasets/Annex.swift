package import HeguiDiagnostics

/// How a sheet becomes rows of datasets.
package struct Annex: Sendable {
    package enum Layout: String, CaseIterable, Sendable {
        case table, vertical
    }

    /// A value written above the table: after one of `labels`, or where `{}` stands in `pattern`.
    package struct HeadingField: Sendable {
        package let name: String
        package let labels: [String]
        package let pattern: String?
        package let type: ColumnType

        package init(name: String, labels: [String], pattern: String?, type: ColumnType) {
            self.name = name
            self.labels = labels
            self.pattern = pattern
            self.type = type
        }
    }

    /// A column of the sheet (or a labelled value of a vertical annex).
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
        package let plausible: PlausibleDays?
        package let span: Span

        package init(
            name: String, headers: [String], type: ColumnType, isRequired: Bool, level: Level,
            year: Source?, from: String?, to: String?, values: [Column.EnumValue],
            plausible: PlausibleDays? = nil, span: Span
        ) {
            self.name = name
            self.headers = headers
            self.type = type
            self.isRequired = isRequired
            self.level = level
            self.year = year
            self.from = from
            self.to = to
            self.values = values
            self.plausible = plausible
            self.span = span
        }
    }

    /// A number in the text below the table, after the words `after`.
    package struct FooterField: Sendable {
        package let name: String
        package let after: String
        package let type: ColumnType

        package init(name: String, after: String, type: ColumnType) {
            self.name = name
            self.after = after
            self.type = type
        }
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

        package init(column: String, source: Source) {
            self.column = column
            self.source = source
        }
    }

    /// That a cell holds one of some texts (compared after normalisation).
    package struct CellCondition: Sendable {
        package let column: String
        package let texts: [String]

        package init(column: String, texts: [String]) {
            self.column = column
            self.texts = texts
        }
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

        package init(
            dataset: String, each: String?, whenPresent: String?, onlyIf: CellCondition?,
            assignments: [Assignment], span: Span
        ) {
            self.dataset = dataset
            self.each = each
            self.whenPresent = whenPresent
            self.onlyIf = onlyIf
            self.assignments = assignments
            self.span = span
        }
    }

    /// How reports write the annex again from the rows that were read: a block for each sheet that
    /// handed some in, in the annex's own layout.
    package struct Refill: Sendable {
        /// A piece of a line that is filled in.
        package enum Piece: Hashable, Sendable {
            case text(String)
            /// The number of rows.
            case rows
            /// The number of filled cells of a column, or of the items of a list.
            case column(String)
            /// The sum of what was declared below the table.
            case footer(String)
        }

        package let title: String
        /// A line below the title.
        package let note: String?
        /// The heading field whose values have a block each; nil: all rows are one block.
        package let by: String?
        /// The line below each block.
        package let totals: [Piece]

        package init(title: String, note: String?, by: String?, totals: [Piece]) {
            self.title = title
            self.note = note
            self.by = by
            self.totals = totals
        }
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
    /// nil: reports do not write it again.
    package let refill: Refill?
    /// nil: nobody has to hand it in.
    package let expected: Duty?
    /// Rows for datasets that nothing provides where the annex is the only file.
    package let standIns: [Yield]
    package let span: Span

    package init(
        id: String, title: LocalizedText, clause: String?, layout: Layout, titleWords: [String],
        recognisedBy: [String], heading: [HeadingField], columns: [SheetColumn],
        footerStarts: [String], footer: [FooterField], rows: [Yield], totals: [Yield],
        refill: Refill?, expected: Duty? = nil, standIns: [Yield] = [], span: Span
    ) {
        self.id = id
        self.title = title
        self.clause = clause
        self.layout = layout
        self.titleWords = titleWords
        self.recognisedBy = recognisedBy
        self.heading = heading
        self.columns = columns
        self.footerStarts = footerStarts
        self.footer = footer
        self.rows = rows
        self.totals = totals
        self.refill = refill
        self.expected = expected
        self.standIns = standIns
        self.span = span
    }
}
