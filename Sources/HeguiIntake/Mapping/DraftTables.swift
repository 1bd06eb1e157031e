internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

/// What is gathered from all sheets before references are settled.
struct DraftTables {
    let pack: Pack
    /// By dataset and column.
    let readers: [[DatumReader]]
    /// By dataset.
    var rows: [[DraftRow]]
    var isGiven: [Bool]
    var waivers: [Waiver] = []
    var explanations: [Explanation] = []
    var diagnostics: [Diagnostic] = []
    /// The rows that there may be besides.
    var openRows: [DraftOpenRows] = []
    /// The lists that gave a row for each item.
    var lists: [DraftList] = []
    private(set) var findings: [DataFinding] = []
    /// What was said of which cell, so that a cell read for two columns is reported once.
    private var said: Set<ReportedOnce> = []

    private struct ReportedOnce: Hashable {
        let code: String
        let cell: CellAddress
        let text: String
    }

    /// Findings that say the same of a cell in whatever words.
    private static let aboutValues: Set<String> = Set(
        [
            DataCode.valueUnreadable, .valueAmbiguous, .wordUnknown, .requiredEmpty,
            .referenceOrphan,
        ].map(\.rawValue)
    )

    init(_ pack: Pack) {
        self.pack = pack
        readers = pack.datasets.map { $0.columns.map { DatumReader($0) } }
        rows = pack.datasets.map { _ in [] }
        isGiven = pack.datasets.map { _ in false }
    }

    func datasetIndex(_ name: String) -> Int? {
        pack.datasets.firstIndex { $0.name == name }
    }

    /// Adds a finding, unless the same was said of the same cell before.
    mutating func report(_ finding: DataFinding) {
        let text = Self.aboutValues.contains(finding.code) ? "" : finding.message.zh
        let key = ReportedOnce(code: finding.code, cell: finding.cell, text: text)
        guard said.insert(key).inserted else { return }
        findings.append(finding)
    }

    /// A row of the dataset in which nothing is given yet.
    func emptyRow(_ dataset: Int, address: CellAddress, decidesRow: Bool) -> DraftRow {
        let count = pack.datasets[dataset].columns.count
        return DraftRow(
            data: [Datum](repeating: .notGiven, count: count),
            cells: [CellAddress?](repeating: nil, count: count), address: address,
            decidesRow: decidesRow
        )
    }
}

/// A row of a dataset before its references are settled.
struct DraftRow {
    var data: [Datum]
    var cells: [CellAddress?]
    var address: CellAddress
    /// By column.
    var pending: [Int: PendingReference] = [:]
    /// Whether the sheet's row stands or falls with this one.
    var decidesRow: Bool
}

/// One item of a cell that gives a row for each.
enum RowItem {
    case text(String)
    case event(DatedItem)
}

/// What a source gives before it is read as a column's type.
enum SourceValue {
    /// The sheet has no such column or label.
    case notGiven
    /// A cell, nil where it is empty; `days` says what a date without a year means in it.
    case cell(RawCell?, CellAddress, days: DayReader)
    /// An event's date, already read.
    case day(ParsedDatum, CellAddress)
    /// Ticked boxes, and how many options may be ticked besides.
    case ticks([String], CellAddress, doubts: Int)
    /// A column of the first entry of `rows`.
    case shared(Datum, CellAddress?, PendingReference?)
}
