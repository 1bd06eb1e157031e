package import HeguiCalendar
package import HeguiDiagnostics
package import HeguiPack

/// A drop as typed tables, with what was found wrong in it and what became of every row.
package struct Tables: Sendable {
    /// One for each dataset of the pack, in the pack's order.
    package var tables: [Table]
    /// What is wrong with the data, in order of file, sheet, row, column and code.
    package var findings: [DataFinding]
    package var files: [FileAccount]
    package var waivers: [Waiver]
    package var explanations: [Explanation]
    /// What is wrong with files as such (cannot be opened, refused).
    package var diagnostics: [Diagnostic]
    /// The rows that may exist besides those of the tables.
    package var openRows: [OpenRows]
    /// The annexes that came, in order of file, sheet and row.
    package var annexes: [ReceivedAnnex]

    package init(
        tables: [Table], findings: [DataFinding] = [], files: [FileAccount] = [],
        waivers: [Waiver] = [], explanations: [Explanation] = [], diagnostics: [Diagnostic] = [],
        openRows: [OpenRows] = [], annexes: [ReceivedAnnex] = []
    ) {
        self.tables = tables
        self.findings = findings
        self.files = files
        self.waivers = waivers
        self.explanations = explanations
        self.diagnostics = diagnostics
        self.openRows = openRows
        self.annexes = annexes
    }

    /// Returns the table of dataset `name`.
    package func table(_ name: String) -> Table? {
        tables.first { $0.dataset == name }
    }
}

/// The rows of one dataset, in order of file, sheet and row.
package struct Table: Sendable {
    package var dataset: String
    package var rows: [TableRow]
    /// Whether any file provides the dataset; if not, it is unknown rather than empty.
    package var isGiven: Bool
    /// The columns that no file has although files give rows: what they would say was not read.
    package var lackingColumns: Set<Int> = []

    package init(dataset: String, rows: [TableRow], isGiven: Bool) {
        self.dataset = dataset
        self.rows = rows
        self.isGiven = isGiven
    }

    /// Returns the table with the columns that none of its rows has noted as lacking.
    package func notingLackingColumns() -> Table {
        guard let first = rows.first else { return self }
        var table = self
        table.lackingColumns = Set(
            first.data.indices.filter { column in
                rows.allSatisfy { $0.data[column] == .notGiven && $0.references[column] == nil }
            })
        return table
    }
}

/// A row of a typed table: a datum a column, and the cell each came from.
package struct TableRow: Sendable {
    /// In the order of the dataset's columns.
    package var data: [Datum]
    /// The cell of each datum; nil where the row's source has no such column.
    package var cells: [CellAddress?]
    /// The whole row in its file.
    package var address: CellAddress
    /// By column index: the index of the row that a reference points at.
    package var references: [Int: Int]

    package init(
        data: [Datum], cells: [CellAddress?], address: CellAddress, references: [Int: Int] = [:]
    ) {
        self.data = data
        self.cells = cells
        self.address = address
        self.references = references
    }
}

/// What a cell of a typed table holds.
package enum Datum: Hashable, Sendable {
    /// The row's source has no such column.
    case notGiven
    /// The cell is empty or holds a word for nothing (无, —).
    case absent
    /// The cell holds something that could not be read as its column's type.
    case unreadable
    /// Text, name, phone, id number, organisation, or an enum's value name.
    case text(String)
    case integer(Int64)
    case number(Ratio)
    case bool(Bool)
    /// A day, or all days it may be where only the month or year is written.
    case day(DayRange)
    case period(CalendarPeriod)
    /// Several values of one cell.
    case list([String])
}
