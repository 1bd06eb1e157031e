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
    /// The index of the row in its table, where it stands in one without a key.
    package var row: Int?
    package var help: Message?

    package init(
        code: String, level: Level, message: Message, cell: CellAddress,
        related: [CellAddress] = [], dataset: String? = nil, help: Message? = nil
    ) {
        self.code = code
        self.level = level
        self.message = message.shortened
        self.cell = cell
        self.related = related
        self.dataset = dataset
        self.help = help?.shortened
    }
}

/// The codes of what is found in the data themselves; each has a page in docs/codes.
package enum DataCode: String, DiagnosticCode {
    case valueUnreadable = "D0001"
    case valueAmbiguous = "D0002"
    case wordUnknown = "D0003"
    case requiredEmpty = "D0004"
    case keyRepeated = "D0005"
    case referenceOrphan = "D0006"
    case referenceAmbiguous = "D0007"
    case referenceProbable = "D0008"
    case matchContradicted = "D0009"
    case sheetUnrecognised = "D0010"
    case formsTied = "D0011"
    case rowRejected = "D0012"
    case totalDiffers = "D0013"
    case footerMissing = "D0014"
    case headingMissing = "D0015"
    case columnMissing = "D0016"
    case columnsUnread = "D0017"
    case referencesOpen = "D0018"
    case eventDateDoubtful = "D0019"
    case listCountDiffers = "D0020"
    case headingRepeated = "D0021"
    case textOutside = "D0022"
    case personRepeated = "D0023"
    case cellMayHoldMore = "D0024"
    case headingNear = "D0030"
    case dayImplausible = "D0031"
    case rowMayContinue = "D0032"
    case versions = "D0041"
    case versionsDiffer = "D0042"
    case cellTooLong = "D0051"

    /// Found by the engine.
    case ancestryCyclic = "D0101"
    /// Found between two drops.
    case pastChanged = "D0201"
}

/// Finds the rows that findings stand in, so that a finding is known by more than its place.
package struct RowKeys {
    private let pack: Pack
    private let tables: [Table]

    package init(_ pack: Pack, _ tables: [Table]) {
        self.pack = pack
        self.tables = tables
    }

    /// Returns `findings` with the keys of their rows, or the rows themselves where these have none.
    ///
    /// - Complexity: linear in the rows of the datasets that findings concern.
    package func named(_ findings: [DataFinding]) -> [DataFinding] {
        var named = findings
        let byDataset = Dictionary(grouping: findings.indices) { findings[$0].dataset }
        for (table, dataset) in zip(tables, pack.datasets) {
            guard let indices = byDataset[dataset.name] else { continue }
            let columns = dataset.key.compactMap { dataset.columnIndex($0) }
            let byRow = Dictionary(grouping: indices) { findings[$0].cell.row }
            for (number, row) in table.rows.enumerated() {
                for index in byRow[row.address.row] ?? []
                where findings[index].cell.file == row.address.file
                    && findings[index].cell.sheet == row.address.sheet
                {
                    named[index].key = Self.key(of: row, columns, dataset)
                    if named[index].key == nil { named[index].row = number }
                }
            }
        }
        return named
    }

    /// Returns the key of a row, masked where it is personal; nil where it has none or a part of it
    /// is missing.
    static func key(of row: TableRow, _ columns: [Int], _ dataset: Dataset) -> String? {
        guard !columns.isEmpty, columns.count == dataset.key.count else { return nil }
        var parts: [String] = []
        for column in columns {
            let masking = Masking(dataset.columns[column])
            switch row.data[column] {
            case .text(let text): parts.append(masking?.masked(text) ?? text)
            case .integer(let number): parts.append("\(number)")
            case .day(let days): parts.append("\(days)")
            case .period(let period): parts.append("\(period)")
            case .notGiven, .absent, .unreadable, .number, .bool, .list: return nil
            }
        }
        return parts.joined(separator: "/")
    }
}
