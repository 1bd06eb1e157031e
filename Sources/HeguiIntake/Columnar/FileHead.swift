internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets

/// A file that holds a dataset as it stands, with what its records mean.
struct DatasetFile: Sendable {
    let file: ColumnFile
    let head: FileHead
}

/// The beginning of a text file: which dataset it holds, in which columns.
struct FileHead {
    /// How much of a file is looked at.
    static let length = 1 << 18

    let encoding: TextEncoding
    let delimiter: Delimiter
    let dataset: Dataset
    let mapper: RegisterMapper
    /// Where the record behind the headings begins.
    let bodyStart: Int
    /// How many columns the headings have.
    let width: Int
    /// The first record of the body, for the form of its cells.
    let firstRow: SheetRow?
    /// The headings as the plain reader sees them.
    let sheet: Sheet

    /// Looks at the first bytes of a file; nil where it is not one that holds a dataset as it
    /// stands, row by row from the second record on.
    ///
    /// `written` says in which encoding the file came, where it is not the one of the bytes.
    init?(
        _ bytes: [UInt8], isWhole: Bool, name: String, encoding written: TextEncoding? = nil,
        book: PatternBook, limits: IntakeLimits
    ) {
        guard SniffedFormat(bytes) == .text else { return nil }
        let promised = PromisedFormat(name: name)
        if promised == .yaml || promised == .workbook { return nil }
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let start = hasMark ? 3 : 0
        // Up to the last line that is there in full.
        let end = isWhole ? bytes.count : (bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)
        let body = Array(bytes[min(start, end)..<end])
        guard body.count > 0, isValidUTF8(body[...]), !body.contains(0),
            Delimiter.declared(in: body) == nil, Mojibake(body) == nil,
            let dialect = CSVDialect.detect(in: body), dialect.isPlain,
            let sheet = Self.sheet(
                of: body, dialect, file: name, limits: limits),
            let table = Self.table(sheet, book),
            case .register(let dataset) = book.patterns[table.pattern].meaning,
            let headerEnd = Self.recordEnd(body, dialect)
        else { return nil }
        encoding = written ?? (hasMark ? .utf8WithMark : .utf8)
        delimiter = dialect.delimiter
        self.dataset = dataset
        self.sheet = sheet
        mapper = RegisterMapper(
            dataset: dataset, pattern: book.patterns[table.pattern], sheet: sheet, table: table)
        if sheet.rows.count > 1 {
            let sorter = mapper.rows(of: sheet, from: sheet.rows[1].number).sorter
            switch sorter.kind(1, isLeading: true) {
            case .ignored(.columnNumbers), .ignored(.hint): return nil
            default: break
            }
        }
        bodyStart = start + headerEnd
        width = Self.width(body, dialect)
        firstRow = sheet.rows.count > 1 ? sheet.rows[1] : nil
    }

    /// Whether the first bytes of a text file are neither marked nor UTF-8 up to their last line.
    static func isNational(_ bytes: [UInt8], isWhole: Bool) -> Bool {
        let marks: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]]
        guard SniffedFormat(bytes) == .text, !marks.contains(where: bytes.starts(with:)) else {
            return false
        }
        let end = isWhole ? bytes.count : (bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)
        return !isValidUTF8(bytes[..<end])
    }

    /// How many records are looked at, more than the plain reader looks at closely.
    private static let records = 80

    private static func sheet(
        of bytes: [UInt8], _ dialect: CSVDialect, file name: String, limits: IntakeLimits
    ) -> Sheet? {
        var parser = CSVParser(bytes, dialect, file: name, limits: limits)
        var rows: [SheetRow] = []
        while rows.count < records {
            guard let record = try? parser.next() else { break }
            let cells = record.fields.enumerated().filter { !$0.element.isEmpty }.map {
                RawCell(column: $0.offset + 1, text: $0.element)
            }
            if !cells.isEmpty {
                rows.append(SheetRow(number: record.number, line: record.line, cells: cells))
            }
        }
        return rows.isEmpty ? nil : Sheet(file: name, rows: rows)
    }

    /// The one table of the sheet, if its headings are the first record.
    private static func table(_ sheet: Sheet, _ book: PatternBook) -> FoundTable? {
        guard VerticalFinder(sheet: sheet, annexes: book.verticalAnnexes).find() == nil else {
            return nil
        }
        let found = TableFinder(sheet: sheet, book: book).find()
        guard found.findings.isEmpty, found.tables.count == 1, let table = found.tables.first,
            table.header == 0..<1, table.preamble.isEmpty, table.repeatedHeadings.isEmpty,
            sheet.rows[0].number == 1,
            NearHeadings(sheet: sheet, book: book).book(of: table) == nil
        else { return nil }
        return table
    }

    private static func recordEnd(_ bytes: [UInt8], _ dialect: CSVDialect) -> Int? {
        var machine = CSVMachine(dialect)
        for (place, byte) in bytes.enumerated() {
            guard case .endRecord = machine.step(byte) else { continue }
            let isPair = byte == 0x0D && place + 1 < bytes.count && bytes[place + 1] == 0x0A
            return place + (isPair ? 2 : 1)
        }
        return bytes.count
    }

    private static func width(_ bytes: [UInt8], _ dialect: CSVDialect) -> Int {
        var machine = CSVMachine(dialect)
        var width = 1
        for byte in bytes {
            switch machine.step(byte) {
            case .endField: width += 1
            case .endRecord: return width
            default: continue
            }
        }
        return width
    }
}
