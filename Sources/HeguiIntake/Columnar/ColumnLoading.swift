internal import HeguiColumns
internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

/// The tables of a drop while they are being read into columns, one dataset after another.
struct ColumnLoading {
    let intake: ColumnIntake
    /// Gathers findings, and reads the rows that the scanner leaves.
    var drafts: DraftTables
    /// By dataset.
    var tables: [Int: ColumnTable] = [:]
    /// By dataset: the files that hold it.
    var files: [Int: [DatasetFile]] = [:]
    var accounts: [String: SheetRowCounts] = [:]
    var rejected: [String: Int] = [:]
    var diagnostics: [String: [Diagnostic]] = [:]
    /// References that are settled when all tables are there.
    var late: [LateReference] = []
    var orphans: [Orphan] = []
    /// The rows that may refer to a row which they do not name exactly.
    var openRows: [OpenRows] = []

    var pack: Pack { intake.pack }

    /// A column whose cells are numbers of words until its target is there.
    struct LateReference {
        let table: Int
        let column: Int
        let place: Int
        let target: Int
        let words: WordDictionary
    }

    /// A cell that names a row by its number, which is not there, or in some other way.
    struct Orphan {
        let table: Int
        let column: Int
        let target: Int
        let text: String
        let cell: CellAddress
        /// Where the row that is found yet is to be put.
        let place: (segment: Segment, place: Int, record: Int)
    }

    private let benches: [ScanBench]

    /// Begins with nothing of a drop of so many bytes.
    init(_ intake: ColumnIntake, _ drafts: DraftTables, bytes: Int) {
        self.intake = intake
        let memory = ColumnMemory(
            limit: intake.limits.columnBytes, folder: TemporaryFolder.forLargeFiles)
        benches = ScanBench.benches(intake.threads, bytes: bytes, memory: memory)
        self.drafts = drafts
    }

    /// What became of the sheets and documents that hold no rows of datasets.
    struct Others {
        /// By file.
        var sheets: [String: [FileAccount.Sheet]] = [:]
        /// By file: why nothing was read from it.
        var unread: [String: Message] = [:]
    }

    /// Reads waivers and explanations, and accounts for what holds nothing; no sheet holds rows of
    /// datasets.
    mutating func readOthers(_ drop: Drop, _ forms: [SheetForm]) -> Others {
        var others = Others()
        let names = FormNames(pack)
        drafts.receipts += UnreadFiles(pack: pack, names: names).receipts(of: drop)
        for (sheet, form) in zip(drop.sheets, forms) {
            let account = SheetMapper(sheet: sheet, form: form, names: names).map(into: &drafts)
            others.sheets[sheet.file, default: []].append(account)
        }
        for source in drop.documents {
            others.unread[source.name] = StatementDocument(source: source).read(into: &drafts)
        }
        return others
    }

    /// By dataset: the label by which waivers and explanations may name its rows.
    func labelsOfRecords() -> [Int: Int] {
        let ruleIDs = Set(drafts.waivers.map(\.rule) + drafts.explanations.map(\.rule))
        var labels: [Int: Int] = [:]
        for rule in pack.rules where ruleIDs.contains(rule.id) {
            guard let number = pack.datasets.firstIndex(where: { $0.name == rule.dataset })
            else { continue }
            labels[number] = pack.datasets[number].label.flatMap(pack.datasets[number].columnIndex)
        }
        return labels
    }

    /// Reads the files of one dataset.
    mutating func load(
        _ number: Int, _ sources: [DatasetFile]
    ) throws(ColumnRefusal) {
        drafts.isGiven[number] = true
        let label = labelsOfRecords()[number].map { [$0] } ?? []
        let layout = try ColumnLayout(
            number, sources, pack: pack,
            needed: intake.needed[number].union(label)
                .union(pack.datasets[number].identityColumns)
                .union(pack.datasets[number].aboutColumn.map { [$0] } ?? []), tables: tables)
        let before = self
        do {
            try read(number, sources, by: layout)
            return
        } catch {
            if case .refusal(let refusal) = error { throw refusal }
        }
        // Once more, with the keys as words.
        self = before
        var other = layout
        other.pattern = nil
        do {
            try read(number, sources, by: other)
        } catch {
            if case .refusal(let refusal) = error { throw refusal }
            throw ColumnRefusal(zh: "键的形式不一", en: "the keys have several forms")
        }
    }

    /// What may stop the reading of a dataset.
    enum Stop: Error {
        case refusal(ColumnRefusal)
        /// The keys are not of the form that the first one has.
        case keyForm
    }

    private mutating func read(
        _ number: Int, _ sources: [DatasetFile], by layout: ColumnLayout
    ) throws(Stop) {
        var draft = TableDraft(number, pack.datasets[number], layout: layout)
        for (file, source) in sources.enumerated() {
            let scan = ColumnScan(
                file: source.file,
                readers: layout.readers(source.head, tables: tables),
                separator: source.head.delimiter.rawValue, columnCount: layout.placeCount,
                bodyStart: source.head.bodyStart, benches: benches)
            let segments: [Segment]
            do {
                segments = try scan.segments()
            } catch {
                switch error {
                case .refused(.keyForm): throw .keyForm
                case .refused, .unreadable:
                    throw .refusal(
                        ColumnRefusal(
                            file: source.file.name, zh: "文字编码或引号有问题",
                            en: "its encoding or its quotes are not as they should be"))
                }
            }
            draft.add(segments, file: file)
            guard draft.rowCount <= Int(Int32.max) else {
                throw .refusal(
                    ColumnRefusal(
                        file: source.file.name, zh: "一个数据集超过 2147483647 行",
                        en: "a dataset has more than 2147483647 rows"))
            }
            source.head.mapper.reportMissing(&drafts)
            try readOdd(source, file, into: &draft)
        }
        for source in sources {
            UnreadColumns(sheet: source.head.sheet, table: source.head.mapper.table).report(
                to: &drafts)
        }
        try settle(&draft, sources, by: layout)
    }
}
