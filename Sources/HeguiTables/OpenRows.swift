package import HeguiDiagnostics

/// Rows of a dataset that may exist although no row of its table shows them: what was not read is
/// not absent.
package struct OpenRows: Hashable, Sendable {
    /// A row of a table.
    package struct Place: Hashable, Sendable {
        package var dataset: String
        package var row: Int

        package init(dataset: String, row: Int) {
            self.dataset = dataset
            self.row = row
        }
    }

    /// Why there may be more.
    package enum Reason: Hashable, Sendable {
        /// The owner, called by its name, has not handed in the annex, given by its id.
        case notReceived(annex: String, owner: Place, name: String)
        /// The register of the dataset has not come.
        case registerMissing
        /// A file or sheet that seems to be the annex was not read, or only in part.
        case unread(annex: String, CellAddress)
        /// A row names nobody exactly and may be about the one it resembles.
        case perhaps(row: CellAddress)
        /// A row that only one of two versions of an annex has, or that they have differently.
        case versions(row: CellAddress)
        /// A cell holds something that was not understood.
        case piece(CellAddress)
    }

    /// The dataset of which there may be more rows.
    package var dataset: String
    /// The rows that they would refer to, as far as that is known, one of a dataset. A row of
    /// another dataset has a share in them where it belongs to one of these; without any, all have.
    package var references: [Place]
    /// How many there are at most; nil where that is not known.
    package var atMost: Int?
    package var reason: Reason
    /// The column whose reference is not known, for rows that their table shows already: relations
    /// by other columns have them as they stand. nil: no table shows them.
    package var column: String?
    /// The rows of the table that show them, so that their values count: as many as `atMost`.
    /// Empty where no table shows them.
    package var rows: [Int]

    package init(
        dataset: String, references: [Place], atMost: Int?, reason: Reason, column: String? = nil,
        rows: [Int] = []
    ) {
        self.dataset = dataset
        self.references = references
        self.atMost = atMost
        self.reason = reason
        self.column = column
        self.rows = rows
    }
}
