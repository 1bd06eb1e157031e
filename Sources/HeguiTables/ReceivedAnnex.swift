package import HeguiDiagnostics

/// An annex that came in: a table of a sheet, or a file whose name or folder says which it is.
package struct ReceivedAnnex: Hashable, Sendable {
    /// How much of it was read.
    package enum State: Hashable, Sendable {
        case read
        /// Some of its rows were not understood, or it ends in the middle.
        case partly
        /// Nothing: its headings are not those of the annex, or the file cannot be opened.
        case unread
    }

    /// The annex's id; for one that was not read the one that it is nearest to.
    package var annex: String
    /// Who hands it in, where its heading says so, or the name of its sheet, file or folder.
    package var owner: OpenRows.Place?
    /// The headings of the table; the first cell of a sheet that was not read, or the file.
    package var address: CellAddress
    package var state: State

    package init(
        annex: String, owner: OpenRows.Place?, address: CellAddress, state: State
    ) {
        self.annex = annex
        self.owner = owner
        self.address = address
        self.state = state
    }
}
