internal import HeguiDiagnostics

/// The cells of one sheet of an old workbook; the dimensions that it declares are not looked at.
struct OldSheet {
    private let globals: OldWorkbookGlobals
    private let content: WorkbookContent
    private let limits: IntakeLimits
    private let address: (Int, Int?) -> CellAddress
    private var found = FirstDiagnostics()
    /// A formula whose text is still to come.
    private var awaiting: CellReference?
    var rows: OldRows
    /// Whether a formula has a result, which programs that only write leave out.
    private(set) var isComputed = false

    init(
        _ globals: OldWorkbookGlobals, _ content: WorkbookContent, limits: IntakeLimits,
        room: SheetRoom, address: @escaping (Int, Int?) -> CellAddress
    ) {
        self.globals = globals
        self.content = content
        self.limits = limits
        self.address = address
        rows = OldRows(limits: limits, room: room, address: address)
    }

    /// What was noticed, once the sheet is read.
    var diagnostics: [Diagnostic] { found.items + rows.diagnostics }

    /// Takes a record of the sheet.
    mutating func take(_ record: BiffRecord) throws(IntakeFailure) {
        if let cell = OldCellRecord(record, version: globals.version) {
            return try take(cell, record)
        }
        let body = record.body
        switch record.kind {
        case 0x07 where globals.version == 2, 0x207: try takeResult(record)
        case 0x08 where globals.version == 2:
            // A height of nothing.
            if let row = body.word(0), body.word(6) == 0 { rows.hide(row + 1) }
        case 0x208:
            if let row = body.word(0), let flags = body.word(12), flags & 0x20 != 0 {
                rows.hide(row + 1)
            }
        case BiffKind.merged: try takeMerged(body)
        default: break
        }
    }

    private mutating func take(_ cell: OldCellRecord, _ record: BiffRecord) throws(IntakeFailure) {
        guard let place = cell.reference else {
            throw IntakeFailure(.oldWorkbookDamaged(address(1, nil).file, .recordCut))
        }
        try finish()
        switch cell.kind {
        case .number: try addNumber(cell.double, place, style: cell.style)
        case .whole:
            try addNumber(
                cell.word(0).flatMap { ExactDecimal(String($0)) }, place, style: cell.style)
        case .smallNumber:
            try addNumber(
                cell.long(0).flatMap { ExactDecimal(packed: $0) }, place, style: cell.style)
        case .manyNumbers:
            for (index, number) in cell.numbers.enumerated() {
                let place = CellReference(row: place.row, column: place.column + index)
                try addNumber(ExactDecimal(packed: number.value), place, style: number.style)
            }
        case .label:
            let isShort = globals.version == 2
            try addText(globals.text(record, from: cell.start, isShort: isShort), place)
        case .shared: try addShared(cell.long(0) ?? -1, place)
        case .truthOrError: try addCode(cell.byte(0) ?? 0, isError: cell.byte(1) != 0, place)
        case .formula: try addFormula(cell, place)
        }
    }

    private mutating func addFormula(
        _ cell: OldCellRecord, _ place: CellReference
    ) throws(IntakeFailure) {
        guard cell.word(6) == 0xFFFF else {
            isComputed = true
            return try addNumber(cell.double, place, style: cell.style, isFormula: true)
        }
        switch cell.byte(0) {
        case 0: awaiting = place
        case 1, 2:
            isComputed = true
            let isError = cell.byte(0) == 2
            try addCode(cell.byte(2) ?? 0, isError: isError, place, isFormula: true)
        default:
            // Empty text or nothing at all; which of them, the other formulas tell.
            try add("", place, as: .uncomputed, isFormula: true)
        }
    }

    /// Ends what is open: a formula whose text did not come.
    mutating func finish() throws(IntakeFailure) {
        guard let place = awaiting else { return }
        awaiting = nil
        found.append(.numberMalformed(address(place.row, place.column)))
        try add("", place, as: .error, isFormula: true)
    }

    private mutating func takeResult(_ record: BiffRecord) throws(IntakeFailure) {
        guard let place = awaiting else { return }
        awaiting = nil
        isComputed = true
        let text = globals.text(record, from: 0, isShort: globals.version == 2)
        try addText(text, place, isFormula: true)
    }

    private mutating func addShared(_ index: Int, _ place: CellReference) throws(IntakeFailure) {
        guard content.strings.indices.contains(index) else {
            found.append(.sharedStringMissing(address(place.row, place.column)))
            return try add("", place, as: .error)
        }
        try addText(content.strings[index], place)
    }

    private mutating func addText(
        _ text: String?, _ place: CellReference, isFormula: Bool = false
    ) throws(IntakeFailure) {
        guard let text else {
            found.append(.oldTextUndecodable(address(place.row, place.column)))
            return try add("", place, as: .error, isFormula: isFormula)
        }
        guard text.utf16.count <= limits.cellLength else {
            let address = address(place.row, place.column)
            throw IntakeFailure(.cellTooLong(address, limit: limits.cellLength))
        }
        if !text.isEmpty { try add(text, place, as: .text, isFormula: isFormula) }
    }

    private mutating func addCode(
        _ code: Int, isError: Bool, _ place: CellReference, isFormula: Bool = false
    ) throws(IntakeFailure) {
        let text = isError ? CellError.text(code) : code == 0 ? "FALSE" : "TRUE"
        try add(text, place, as: isError ? .error : .bool, isFormula: isFormula)
    }

    private mutating func addNumber(
        _ number: ExactDecimal?, _ place: CellReference, style: Int, isFormula: Bool = false
    ) throws(IntakeFailure) {
        guard let number else {
            found.append(.numberMalformed(address(place.row, place.column)))
            return try add("", place, as: .error, isFormula: isFormula)
        }
        let format = content.format(style)
        let cell = RawCell(
            column: place.column, number: number, format: format, system: content.system,
            isFormula: isFormula)
        if format.isDate, cell.kind == .number {
            found.append(.dateOutOfRange(address(place.row, place.column)))
        }
        try rows.add(cell, row: place.row)
    }

    private mutating func add(
        _ text: String, _ place: CellReference, as kind: RawCell.Kind, isFormula: Bool = false
    ) throws(IntakeFailure) {
        let cell = RawCell(column: place.column, text: text, kind: kind, isFormula: isFormula)
        try rows.add(cell, row: place.row)
    }

    private mutating func takeMerged(_ body: ArraySlice<UInt8>) throws(IntakeFailure) {
        let count = min(body.word(0) ?? 0, max(0, body.count - 2) / 8)
        for start in (0..<count).map({ 2 + $0 * 8 }) {
            guard let top = body.word(start), let bottom = body.word(start + 2),
                let left = body.word(start + 4), let right = body.word(start + 6),
                top <= bottom, left <= right
            else { continue }
            try rows.merge(
                MergedRange(
                    firstRow: top + 1, firstColumn: left + 1, lastRow: bottom + 1,
                    lastColumn: right + 1))
        }
    }
}
