internal import HeguiColumns
internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

extension ColumnLoading {
    /// Reads the records that the scanner left, one by one in the plain way.
    mutating func readOdd(
        _ source: DatasetFile, _ file: Int, _ draft: inout TableDraft
    ) throws(Stop) {
        let name = source.file.name
        let own = draft.segments.filter { $0.file == file }.map(\.segment)
        var tally = SheetTally()
        tally.readAs.append((draft.dataset.name, draft.dataset.title.message))
        tally.ignore(.heading)
        var widths = RecordWidths(common: source.head.width, headings: source.head.sheet.rows[0])
        var extraLines = 0
        for segment in own {
            tally.read += segment.rowCount - segment.oddRows.count
            widths.addRegular(segment.rowCount - segment.oddRows.count)
            for odd in segment.oddRows {
                let record = segment.firstRecord + odd.index
                let place = OddRecord(
                    bytes: odd.bytes, number: record, line: record + extraLines, file: name)
                extraLines += try read(place, odd, segment, source, &draft, &tally, &widths)
            }
        }
        guard widths.isCommon else {
            throw .refusal(
                ColumnRefusal(
                    file: name, zh: "多数行的列数与表头不同",
                    en: "most rows have another number of columns than the headings"))
        }
        diagnostics[name, default: []] += widths.diagnostics(file: name)
        accounts[name] = tally
    }

    /// Where a record stands that is read in the plain way.
    struct OddRecord {
        let bytes: [UInt8]
        let number: Int
        let line: Int
        let file: String
    }

    /// Returns how many lines the record takes beyond one.
    private mutating func read(
        _ record: OddRecord, _ odd: Segment.OddRow, _ segment: Segment,
        _ source: DatasetFile, _ draft: inout TableDraft, _ tally: inout SheetTally,
        _ widths: inout RecordWidths
    ) throws(Stop) -> Int {
        var parser = CSVParser(
            record.bytes, delimiter: source.head.delimiter, file: record.file,
            limits: intake.limits)
        guard let parsed = try? parser.next() else {
            throw .refusal(
                ColumnRefusal(
                    file: record.file, zh: "第 \(record.number) 行无法识读",
                    en: "record \(record.number) cannot be read"))
        }
        for stray in parsed.strayText {
            diagnostics[record.file, default: []].append(
                .textAfterQuote(
                    record.file, row: record.number, column: stray.column,
                    line: record.line + stray.line - 1))
        }
        let cells = parsed.fields.enumerated().filter { !$0.element.isEmpty }.map {
            RawCell(column: $0.offset + 1, text: $0.element)
        }
        let lines = max(0, record.bytes.count { $0 == 0x0A } - 1)
        guard !cells.isEmpty else {
            draft.drop(odd.index, of: segment)
            return lines
        }
        let row = SheetRow(number: record.number, line: record.line, cells: cells)
        widths.add(written: parsed.fields.count, row)
        try check(row, source)
        try map(row, odd, segment, source, &draft, &tally)
        return lines
    }

    /// Refuses a row that means something only beside others.
    private func check(_ row: SheetRow, _ source: DatasetFile) throws(Stop) {
        let headings = Set(source.head.sheet.rows[0].cells.map(\.text))
        var alike = 0
        for cell in row.cells {
            if case .sameAsAbove = CellWriting(cell) {
                throw .refusal(
                    ColumnRefusal(
                        file: source.file.name, zh: "第 \(row.number) 行有“同上”",
                        en: "record \(row.number) has a ditto mark"))
            }
            if headings.contains(cell.text) { alike += 1 }
        }
        if alike > 1 {
            throw .refusal(
                ColumnRefusal(
                    file: source.file.name, zh: "第 \(row.number) 行像表头",
                    en: "record \(row.number) looks like headings"))
        }
    }

    private mutating func map(
        _ row: SheetRow, _ odd: Segment.OddRow, _ segment: Segment,
        _ source: DatasetFile, _ draft: inout TableDraft, _ tally: inout SheetTally
    ) throws(Stop) {
        let head = source.head
        let sheet = Sheet(file: source.file.name, rows: [head.sheet.rows[0], row])
        let table = FoundTable(
            pattern: head.mapper.table.pattern, preamble: 0..<0, header: 0..<1, body: 1..<2,
            repeatedHeadings: [], columns: head.mapper.table.columns)
        let mapper = RegisterMapper(
            dataset: head.dataset, pattern: head.mapper.pattern, sheet: sheet, table: table)
        let (headings, totals) = (tally.count(.heading), tally.count(.total))
        mapper.mapBody(into: &drafts, &tally)
        tally.ignore(.heading, count: headings - tally.count(.heading))
        guard tally.count(.total) == totals else {
            throw .refusal(
                ColumnRefusal(
                    file: source.file.name, zh: "第 \(row.number) 行是合计",
                    en: "record \(row.number) is a total"))
        }
        guard let mapped = drafts.rows[draft.number].popLast() else {
            return draft.drop(odd.index, of: segment)
        }
        for (column, kind) in draft.layout.kinds.enumerated() {
            switch kind {
            case nil, .unkept?: continue
            case .reference?, .lateReference?:
                guard case .text(let text) = mapped.data[column], let cell = mapped.cells[column]
                else {
                    draft.patches.append(
                        TableDraft.Patch(
                            segment: segment, record: odd.index, column: column,
                            datum: mapped.data[column]))
                    continue
                }
                draft.mentions.append(
                    TableDraft.Mention(
                        segment: segment, record: odd.index, column: column, text: text,
                        cell: cell))
            default:
                draft.patches.append(
                    TableDraft.Patch(
                        segment: segment, record: odd.index, column: column,
                        datum: mapped.data[column]))
            }
        }
    }
}
