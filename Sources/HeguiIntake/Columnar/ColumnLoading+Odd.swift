internal import HeguiColumns
internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

extension ColumnLoading {
    /// What is counted while the odd records of one file are read.
    private struct OddCounts {
        var rows = SheetRowCounts()
        var widths: RecordWidths
        /// How many lines records took beyond one each.
        var extraLines = 0
    }

    /// A record that the scanner left, and where it stands.
    private struct OddRecord {
        let bytes: [UInt8]
        let segment: Segment
        /// Its place among the segment's records.
        let index: Int
        let line: Int

        var number: Int { segment.firstRecord + index }
        /// How many lines it takes beyond one.
        var extraLines: Int { max(0, bytes.count { $0 == 0x0A } - 1) }
    }

    /// Reads the records that the scanner left, one by one in the plain way.
    mutating func readOdd(
        _ source: DatasetFile, _ file: Int, into draft: inout TableDraft
    ) throws(Stop) {
        let name = source.file.name
        let own = draft.segments.filter { $0.file == file }.map(\.segment)
        var counts = OddCounts(
            widths: RecordWidths(
                common: source.head.width, headings: source.head.sheet.rows[0]))
        counts.rows.readAs.append((draft.dataset.name, draft.dataset.title.message))
        counts.rows.ignore(.heading)
        for segment in own {
            let regular = segment.rowCount - segment.oddRows.count
            counts.rows.read += regular
            counts.widths.addRegular(regular)
            for odd in segment.oddRows {
                let record = OddRecord(
                    bytes: odd.bytes, segment: segment, index: odd.index,
                    line: segment.firstRecord + odd.index + counts.extraLines)
                counts.extraLines += record.extraLines
                try read(record, of: source, into: &draft, counting: &counts)
            }
        }
        guard counts.widths.isCommon else {
            throw .refusal(
                ColumnRefusal(
                    file: name, zh: "多数行的列数与表头不同",
                    en: "most rows have another number of columns than the headings"))
        }
        diagnostics[name, default: []] += counts.widths.diagnostics(file: name)
        accounts[name] = counts.rows
    }

    private mutating func read(
        _ record: OddRecord, of source: DatasetFile, into draft: inout TableDraft,
        counting counts: inout OddCounts
    ) throws(Stop) {
        let file = source.file.name
        var parser = CSVParser(
            record.bytes, CSVDialect(source.head.delimiter), file: file, limits: intake.limits)
        guard let parsed = try? parser.next() else {
            throw .refusal(
                ColumnRefusal(
                    file: file, zh: "第 \(record.number) 行无法识读",
                    en: "record \(record.number) cannot be read"))
        }
        for stray in parsed.strayText {
            diagnostics[file, default: []].append(
                .textAfterQuote(
                    file, row: record.number, column: stray.column,
                    line: record.line + stray.line - 1))
        }
        let cells = parsed.fields.enumerated().filter { !$0.element.isEmpty }.map {
            RawCell(column: $0.offset + 1, text: $0.element)
        }
        guard !cells.isEmpty else { return draft.drop(record.index, of: record.segment) }
        let row = SheetRow(number: record.number, line: record.line, cells: cells)
        counts.widths.add(written: parsed.fields.count, row)
        try check(row, source)
        let mapped = try map(row, of: source, as: draft.number, counting: &counts.rows)
        guard let mapped else { return draft.drop(record.index, of: record.segment) }
        guard !mapped.pending.contains(where: \.reference.mayBeAnyone) else {
            throw .refusal(
                ColumnRefusal(
                    file: file, zh: "第 \(record.number) 行有超长的内容",
                    en: "record \(record.number) has a cell that is too long"))
        }
        put(mapped, of: record, into: &draft)
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

    /// Returns the row that the plain reader makes of the cells; nil where they hold no data.
    private mutating func map(
        _ row: SheetRow, of source: DatasetFile, as number: Int,
        counting rows: inout SheetRowCounts
    ) throws(Stop) -> DraftRow? {
        let mapper = source.head.mapper.rows(
            of: Sheet(file: source.file.name, rows: [row]), from: row.number)
        let kind = mapper.sorter.kind(0, isLeading: false)
        guard kind != .total else {
            throw .refusal(
                ColumnRefusal(
                    file: source.file.name, zh: "第 \(row.number) 行是合计",
                    en: "record \(row.number) is a total"))
        }
        guard !mapper.sorter.mayContinue(0) else {
            throw .refusal(
                ColumnRefusal(
                    file: source.file.name, zh: "第 \(row.number) 行像是接着上一行",
                    en: "record \(row.number) may go on with the one above"))
        }
        return mapper.row(at: 0, kind: kind, of: number, &drafts, &rows)
    }

    /// Notes the values of a row, to be put into the columns that are kept.
    private func put(_ row: DraftRow, of record: OddRecord, into draft: inout TableDraft) {
        for (column, kind) in draft.layout.kinds.enumerated() {
            switch kind {
            case nil, .unkept?: continue
            case .reference?, .lateReference?:
                if case .text(let text) = row.data[column], let cell = row.cells[column] {
                    draft.mentions.append(
                        TableDraft.Mention(
                            segment: record.segment, record: record.index, column: column,
                            text: text, cell: cell))
                    continue
                }
            default: break
            }
            draft.patches.append(
                TableDraft.Patch(
                    segment: record.segment, record: record.index, column: column,
                    datum: row.data[column]))
        }
    }
}
