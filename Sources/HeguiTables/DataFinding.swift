package import HeguiDiagnostics
package import HeguiPack

/// Something in the user's data that cannot be read, contradicts a declaration, or needs a person to decide.
package struct DataFinding: Hashable, Sendable {
    /// A code of the form `D0001`, with a page in docs/codes.
    package var code: String
    package var level: Level
    package var message: Message
    package var cell: CellAddress
    /// Further cells that belong to it.
    package var related: [CellAddress]
    /// The dataset it concerns, where there is one.
    package var dataset: String?
    /// The key of the row it stands in, masked where it is personal; nil for what is in no row that
    /// was read or in one without a key.
    package var key: String?
    package var help: Message?

    package init(
        code: String, level: Level, message: Message, cell: CellAddress,
        related: [CellAddress] = [], dataset: String? = nil, help: Message? = nil
    ) {
        self.code = code
        self.level = level
        self.message = message
        self.cell = cell
        self.related = related
        self.dataset = dataset
        self.help = help
    }
}
