internal import HeguiDiagnostics

/// What the sheets of an old workbook share.
struct OldWorkbookGlobals {
    struct Entry {
        var name: String
        let offset: Int
        let state: Sheet.State
        /// Whether it is a sheet of cells and no chart or macro sheet.
        let hasCells: Bool
    }

    let version: Int
    private(set) var sheets: [Entry] = []
    private(set) var strings: [String] = []
    private(set) var isDated1904 = false
    private(set) var page: CodePage
    private let file: String
    private let limits: IntakeLimits
    private var custom: [Int: NumberFormat] = [:]
    /// The number of formats, by which those of the oldest versions are known.
    private var formatCount = 0
    private var formatIDs: [Int] = []

    init(version: Int, file: String, limits: IntakeLimits) {
        self.version = version
        self.file = file
        self.limits = limits
        page = CodePage(nil)
    }

    /// What cells refer to by number.
    var content: WorkbookContent {
        WorkbookContent(
            strings: strings, formats: version == 2 ? formatsInOrder : formatIDs.map(format),
            system: isDated1904 ? .from1904 : .from1900)
    }

    private var formatsInOrder: [NumberFormat] { (0..<formatCount).map(format) }

    /// The formats of the oldest versions are all in the file.
    private func format(_ id: Int) -> NumberFormat {
        custom[id] ?? (version < 5 ? .plain : NumberFormat.builtIn(id))
    }

    /// Takes a record that concerns the whole workbook; fails with I0007 where it says that the rest
    /// is encrypted.
    mutating func take(_ record: BiffRecord) throws(IntakeFailure) {
        switch record.kind {
        case BiffKind.password: throw IntakeFailure(.passwordProtected(file))
        case BiffKind.codePage: page = CodePage(record.body.word(0))
        case BiffKind.dateSystem: isDated1904 = record.body.word(0) == 1
        case BiffKind.sheet: try takeSheet(record)
        case BiffKind.strings: try takeStrings(record)
        case _ where BiffKind.formats.contains(record.kind): takeFormat(record)
        case _ where BiffKind.styles.contains(record.kind):
            let id = version < 5 ? record.body.byte(1) : record.body.word(2)
            formatIDs.append(id ?? 0)
        default: break
        }
    }

    private mutating func takeSheet(_ record: BiffRecord) throws(IntakeFailure) {
        guard let offset = record.body.long(0), let state = record.body.byte(4),
            let kind = record.body.byte(5)
        else { throw IntakeFailure(.oldWorkbookDamaged(file, .recordCut)) }
        let name = text(record, from: 6, isShort: true) ?? "#\(sheets.count + 1)"
        sheets.append(
            Entry(
                name: name, offset: offset,
                state: [Sheet.State.visible, .hidden, .veryHidden, .visible][state & 3],
                hasCells: kind == 0))
    }

    private mutating func takeFormat(_ record: BiffRecord) {
        let id = version < 5 ? formatCount : record.body.word(0) ?? formatCount
        formatCount += 1
        let start = [2: 0, 3: 0][version] ?? 2
        guard let code = text(record, from: start, isShort: version < 8) else { return }
        custom[id] = NumberFormat(code: code)
    }

    /// Returns a text of a record, nil where it is cut short or not in the code page.
    func text(_ record: BiffRecord, from offset: Int, isShort: Bool) -> String? {
        var reader = BiffText(record.pieces, from: offset)
        if version == 8 { return reader.unicode(isShort: isShort) }
        return reader.bytes(isShort: isShort).flatMap(page.text)
    }

    private mutating func takeStrings(_ record: BiffRecord) throws(IntakeFailure) {
        let count = record.body.long(4) ?? 0
        var reader = BiffText(record.pieces, from: 8)
        // Which cell refers to a text is not known yet.
        let address = CellAddress(file: file, row: 1)
        guard count <= limits.cells else {
            throw IntakeFailure(.tooManyRows(address, limit: limits.rows))
        }
        while strings.count < count, let text = reader.unicode() {
            guard text.utf16.count <= limits.cellLength else {
                throw IntakeFailure(.cellTooLong(address, limit: limits.cellLength))
            }
            strings.append(text)
        }
    }
}
