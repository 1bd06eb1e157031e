internal import HeguiDiagnostics

/// The stream of an old workbook → its sheets, in their order.
///
/// Versions from 5 on begin with what the sheets share; the oldest hold one sheet, in which all of
/// it stands.
struct OldWorkbookReader {
    private let file: String
    private let limits: IntakeLimits
    private(set) var diagnostics: [Diagnostic] = []
    /// How many bytes may still be read: sheets do not overlap, so no more than there are.
    private var bytesLeft = 0

    init(file: String, limits: IntakeLimits) {
        self.file = file
        self.limits = limits
    }

    /// Reads every sheet, hidden ones too; fails where the stream is damaged, protected by a
    /// password or of a kind that is not read.
    mutating func read(_ bytes: [UInt8]) throws(IntakeFailure) -> [Sheet] {
        bytesLeft = bytes.count
        var records = BiffRecords(bytes, file: file)
        guard let first = try records.next(), let beginning = BiffBeginning(first),
            beginning.content != .other
        else {
            let what = Message(zh: "少见的旧版 .xls", en: "an old .xls workbook of a rare kind")
            throw IntakeFailure(.workbookFormatUnsupported(file, what: what))
        }
        var globals = OldWorkbookGlobals(version: beginning.version, file: file, limits: limits)
        try walk(&records) { record throws(IntakeFailure) in try globals.take(record) }
        guard beginning.content == .globals else { return try single(bytes, globals) }
        return try sheets(bytes, globals)
    }

    /// Hands the records up to the end to `body`, without those of charts that are put in.
    private mutating func walk(
        _ records: inout BiffRecords, _ body: (BiffRecord) throws(IntakeFailure) -> Void
    ) throws(IntakeFailure) {
        var depth = 1
        let start = records.offset
        while depth > 0 {
            guard let record = try records.next() else {
                throw IntakeFailure(.oldWorkbookDamaged(file, .recordCut))
            }
            if BiffKind.beginnings.contains(record.kind) {
                depth += 1
            } else if record.kind == BiffKind.end {
                depth -= 1
            } else if depth == 1 {
                try body(record)
            }
            guard records.offset - start <= bytesLeft else {
                throw IntakeFailure(.oldWorkbookDamaged(file, .recordsOverlap))
            }
        }
        bytesLeft -= records.offset - start
    }

    /// The oldest workbooks are one sheet, which is read once for its formats and once for its cells.
    private mutating func single(
        _ bytes: [UInt8], _ globals: OldWorkbookGlobals
    ) throws(IntakeFailure) -> [Sheet] {
        bytesLeft = bytes.count
        var records = BiffRecords(bytes, file: file)
        _ = try records.next()
        // Programs show such a sheet under the name of its file.
        let entry = OldWorkbookGlobals.Entry(
            name: "Sheet1", offset: 0, state: .visible, hasCells: true)
        var part = sheet(named: entry.name, globals, globals.content, room: SheetRoom(limits))
        try walk(&records) { record throws(IntakeFailure) in try part.take(record) }
        try part.finish()
        return try finished([(entry, part)], globals)
    }

    private mutating func sheets(
        _ bytes: [UInt8], _ globals: OldWorkbookGlobals
    ) throws(IntakeFailure) -> [Sheet] {
        guard globals.sheets.count <= limits.sheets else {
            throw IntakeFailure(.tooManySheets(file, globals.sheets.count, limit: limits.sheets))
        }
        var parts: [(OldWorkbookGlobals.Entry, OldSheet)] = []
        var room = SheetRoom(limits)
        let content = globals.content
        for (index, entry) in globals.sheets.enumerated() {
            let entry = named(entry, index + 1)
            var records = BiffRecords(bytes, from: entry.offset, file: file)
            guard let first = try records.next(), let beginning = BiffBeginning(first) else {
                throw IntakeFailure(.oldWorkbookDamaged(file, .sheetOutside))
            }
            guard entry.hasCells, beginning.content == .sheet else {
                diagnostics.append(.sheetWithoutCells(file, sheet: entry.name))
                continue
            }
            var part = sheet(named: entry.name, globals, content, room: room)
            try walk(&records) { record throws(IntakeFailure) in try part.take(record) }
            try part.finish()
            room = part.rows.room
            parts.append((entry, part))
        }
        return try finished(parts, globals)
    }

    /// The entry with a name that can be shown wherever one of its cells is.
    private mutating func named(
        _ entry: OldWorkbookGlobals.Entry, _ number: Int
    ) -> OldWorkbookGlobals.Entry {
        let title = SheetTitle(entry.name, number: number, file: file, limits: limits)
        if let diagnostic = title.diagnostic { diagnostics.append(diagnostic) }
        var entry = entry
        entry.name = title.text
        return entry
    }

    private func sheet(
        named name: String, _ globals: OldWorkbookGlobals, _ content: WorkbookContent,
        room: SheetRoom
    ) -> OldSheet {
        let file = file
        return OldSheet(globals, content, limits: limits, room: room) { row, column in
            CellAddress(file: file, sheet: name, row: row, column: column)
        }
    }

    /// Makes sheets of what was read.
    ///
    /// A formula may hold an empty text; where none of the workbook holds anything else, a program
    /// wrote them that did not compute.
    private mutating func finished(
        _ parts: [(OldWorkbookGlobals.Entry, OldSheet)], _ globals: OldWorkbookGlobals
    ) throws(IntakeFailure) -> [Sheet] {
        let isComputed = parts.contains { $0.1.isComputed }
        var sheets: [Sheet] = []
        for (entry, part) in parts {
            var part = part
            if isComputed { part.rows.removeUncomputed() }
            if entry.state != .visible {
                diagnostics.append(.sheetHidden(file, sheet: entry.name))
            }
            diagnostics += part.diagnostics
            sheets.append(
                Sheet(
                    file: file, name: entry.name, state: entry.state,
                    rows: try part.rows.ordered(), merged: MergedCells(part.rows.merged),
                    isDated1904: globals.isDated1904))
        }
        return sheets
    }
}
