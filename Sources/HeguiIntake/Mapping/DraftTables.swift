internal import HeguiCalendar
internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

/// What is gathered from all sheets before references are settled.
struct DraftTables: Sendable {
    let pack: Pack
    /// The day that counts as today, where it is known.
    let asOf: Day?
    /// By dataset.
    let plans: [DatasetPlan]
    /// By id.
    private var annexPlans: [String: AnnexPlan] = [:]
    /// By dataset.
    var rows: [[DraftRow]]
    var isGiven: [Bool]
    var waivers: [Waiver] = []
    var explanations: [Explanation] = []
    var diagnostics: [Diagnostic] = []
    /// The files whose waivers count.
    let trust: WaiverTrust
    /// The rows that there may be besides.
    var openRows: [DraftOpenRows] = []
    /// The lists that gave a row for each item.
    var lists: [DraftList] = []
    /// By dataset: the rows that stand in where nothing provides it; nil: none are made.
    var standIns: [[DraftRow]]?
    /// The annexes that came.
    var receipts: [AnnexArrival] = []
    /// What was read of cells, of which many may hold the same.
    var readings = CellReadings()
    /// By kind of reader.
    var data: [CellMemory<ParsedDatum>]
    private(set) var findings: [DataFinding] = []
    private var isSilent = false
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
            .referenceOrphan, .dayImplausible, .cellTooLong,
        ].map(\.rawValue)
    )

    /// Who makes many of one pack gives its `plans`, made once.
    init(
        _ pack: Pack, asOf: Day? = nil, trust: WaiverTrust = .files([]),
        plans: [DatasetPlan]? = nil
    ) {
        self.pack = pack
        self.asOf = asOf
        self.trust = trust
        self.plans = plans ?? DatasetPlan.all(of: pack)
        let kinds = self.plans.flatMap(\.readers).map(\.kind).max() ?? 0
        data = Array(repeating: CellMemory(), count: kinds + 1)
        rows = pack.datasets.map { _ in [] }
        isGiven = pack.datasets.map { _ in false }
    }

    /// Returns tables in which nothing is yet, for sheets that are mapped beside others of the drop.
    func part() -> DraftTables {
        var part = DraftTables(pack, asOf: asOf, trust: trust, plans: plans)
        part.annexPlans = annexPlans
        part.standIns = standIns.map { $0.map { _ in [] } }
        return part
    }

    /// Adds what sheets gave that come behind all those so far.
    mutating func add(_ part: DraftTables) {
        for dataset in rows.indices {
            rows[dataset] += part.rows[dataset]
            standIns?[dataset] += part.standIns?[dataset] ?? []
            isGiven[dataset] = isGiven[dataset] || part.isGiven[dataset]
        }
        waivers += part.waivers
        explanations += part.explanations
        diagnostics += part.diagnostics
        openRows += part.openRows
        lists += part.lists
        receipts += part.receipts
        part.findings.forEach { report($0) }
    }

    /// Puts the rows that stand in into the datasets that nothing provides.
    ///
    /// Returns the names of these datasets.
    mutating func useStandIns() -> [String] {
        guard let standIns else { return [] }
        var used: [String] = []
        for (dataset, rows) in standIns.enumerated() where !rows.isEmpty && !isGiven[dataset] {
            var seen: Set<[Datum]> = []
            // The heading of each sheet and each row of it name the same unit again.
            self.rows[dataset] = rows.filter { seen.insert($0.words).inserted }
            isGiven[dataset] = true
            used.append(pack.datasets[dataset].name)
        }
        return used
    }

    /// Adds a waiver of a file that counts; any other only asks for one (I0308).
    mutating func add(_ waiver: Waiver) {
        if trust.covers(waiver.location.file) {
            waivers.append(waiver)
        } else {
            diagnostics.append(.waiverRequested(waiver))
        }
    }

    func datasetIndex(_ name: String) -> Int? {
        pack.datasets.firstIndex { $0.name == name }
    }

    /// Returns the annex with its names looked up.
    mutating func plan(of annex: Annex) -> AnnexPlan {
        if let known = annexPlans[annex.id] { return known }
        let plan = AnnexPlan(annex, of: pack)
        annexPlans[annex.id] = plan
        return plan
    }

    /// Runs `body`, and reports nothing of what it finds.
    mutating func withoutReports(_ body: (inout DraftTables) -> Void) {
        isSilent = true
        body(&self)
        isSilent = false
    }

    /// Adds a finding, unless the same was said of the same cell before.
    mutating func report(_ finding: DataFinding) {
        guard !isSilent else { return }
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

/// The files whose waivers count. In any other file they are requests.
enum WaiverTrust {
    case all
    /// By name in the drop.
    case files(Set<String>)

    func covers(_ file: String) -> Bool {
        switch self {
        case .all: true
        case .files(let names): names.contains(file)
        }
    }
}
