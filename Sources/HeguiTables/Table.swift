/// The rows of one dataset, in order of file, sheet and row.
package struct Table: Sendable {
    package var dataset: String
    package var rows: [TableRow]
    /// Whether any file provides the dataset; if not, it is unknown rather than empty.
    package var isGiven: Bool

    package init(dataset: String, rows: [TableRow], isGiven: Bool) {
        self.dataset = dataset
        self.rows = rows
        self.isGiven = isGiven
    }
}
