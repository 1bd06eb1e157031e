package import HeguiDiagnostics
package import HeguiDigests

/// What became of a file of the drop: read sheet by sheet, or ignored with the reason.
package struct FileAccount: Hashable, Sendable {
    /// What became of a sheet (of the whole file where it has no sheets).
    package struct Sheet: Hashable, Sendable {
        package var name: String?
        package var isHidden: Bool
        /// The form or dataset it was read as; nil where nothing recognises it.
        package var readAs: String?
        package var readAsTitle: Message?
        package var rowsRead: Int
        package var rowsRejected: Int
        /// Rows left out on purpose (headings, totals, notes, blank rows), with their number.
        package var ignored: [Ignored]

        package init(
            name: String?, isHidden: Bool, readAs: String?, readAsTitle: Message?, rowsRead: Int,
            rowsRejected: Int, ignored: [Ignored]
        ) {
            self.name = name
            self.isHidden = isHidden
            self.readAs = readAs
            self.readAsTitle = readAsTitle
            self.rowsRead = rowsRead
            self.rowsRejected = rowsRejected
            self.ignored = ignored
        }

        /// The ids of the annexes and datasets that it was read as, one after another.
        package var readAsIDs: [String] {
            (readAs ?? "").split(separator: ",").map(String.init)
        }

        /// All rows of the sheet.
        package var rowCount: Int {
            rowsRead + rowsRejected + ignored.reduce(0) { $0 + $1.count }
        }
    }

    package struct Ignored: Hashable, Sendable {
        package var reason: Message
        package var count: Int

        package init(reason: Message, count: Int) {
            self.reason = reason
            self.count = count
        }
    }

    package var file: String
    /// Such as `CSV, GB18030, comma` or `XLSX`.
    package var format: String
    package var sheets: [Sheet]
    /// Why the file as a whole was not read, where it was not.
    package var notRead: Message?
    /// Of the file's bytes; nil for what was not opened.
    package var digest: Digest?

    package init(
        file: String, format: String, sheets: [Sheet], notRead: Message? = nil,
        digest: Digest? = nil
    ) {
        self.file = file
        self.format = format
        self.sheets = sheets
        self.notRead = notRead
        self.digest = digest
    }
}
