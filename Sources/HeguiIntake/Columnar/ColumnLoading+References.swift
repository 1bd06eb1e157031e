internal import HeguiColumns
internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

extension ColumnLoading {
    mutating func gatherOrphans(_ draft: TableDraft, _ sources: [DatasetFile]) {
        orphans += orphans(of: draft, sources)
    }

    /// Settles what is still open once all tables are there, and returns the whole.
    mutating func finish(
        _ drop: Drop, _ others: Others
    ) throws(ColumnRefusal) -> ColumnTables {
        var resolver = ReferenceResolver(RowSearch(pack, tables, files: files, asOf: drafts.asOf))
        for reference in late { try settle(reference, resolver.names) }
        // Row by row, as the plain reader meets them.
        let places = Dictionary(
            drop.files.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        func order(_ orphan: Orphan) -> [Int] {
            let cell = orphan.cell
            return [orphan.table, places[cell.file] ?? 0, cell.row, orphan.column]
        }
        let keyed = orphans.map { (order($0), $0) }
        for (_, orphan) in keyed.sorted(by: { $0.0.lexicographicallyPrecedes($1.0) }) {
            try settle(orphan, &resolver)
        }
        openContinuedRows()
        try reportPersons(resolver.names)
        resolver.reportUnresolved(&drafts)
        let all = pack.datasets.indices.map { number in
            tables[number]
                ?? ColumnTable(nothingOf: pack.datasets[number])
        }
        let sources = pack.datasets.indices.map { files[$0] ?? [] }
        let order = drop.files.map { Sheet(file: $0.name, rows: []) }
        var result = ColumnTables(
            pack: pack, tables: all,
            files: drop.files.map { account(of: $0, drop, others) } + intake.named.files,
            waivers: drafts.waivers, explanations: drafts.explanations,
            diagnostics: diagnostics(drop)
        ) { [asOf = drafts.asOf] tables, wanted in
            RowReader(tables, sources, asOf: asOf, wanted: wanted)
        }
        var received = ReceivedAnnexes(drafts, names: resolver.names)
        try received.settle()
        result.annexes = received.annexes
        result.openRows = openRows + received.openRows
        result.findings = FindingOrder(order).sorted(result.named(drafts.findings))
        return result
    }

    /// Gives the cells of a column of words the rows that they name.
    private mutating func settle(
        _ reference: LateReference, _ search: RowSearch
    ) throws(ColumnRefusal) {
        guard let table = tables[reference.table] else { return }
        let name = table.dataset.columns[reference.column].name
        if let refusal = Self.unusable(reference.words, of: name, in: table.dataset) {
            throw refusal
        }
        var rows: [Int32] = []
        var doubtful: [Int32: String] = [:]
        for number in 0..<reference.words.count {
            let text = String(decoding: reference.words.word(number), as: UTF8.self)
            switch CellWriting(text: text) {
            case .absent: rows.append(ColumnCells.absent)
            case .written(let text):
                if let row = search.exact(text, in: reference.target) {
                    rows.append(Int32(row))
                } else {
                    doubtful[Int32(number)] = text
                    rows.append(ColumnCells.orphan)
                }
            case .sameAsAbove, .broken:
                throw ColumnRefusal(
                    zh: "“\(table.dataset.name)”有“同上”",
                    en: "`\(table.dataset.name)` has ditto marks")
            }
        }
        for slice in table.slices {
            if !doubtful.isEmpty { gather(doubtful, of: reference, in: slice) }
            slice.segment.columns[reference.place].replace(by: rows)
        }
    }

    /// Notes the cells of a column of words whose word names no row to the letter.
    private mutating func gather(
        _ doubtful: [Int32: String], of reference: LateReference, in slice: ColumnTable.Slice
    ) {
        let source = files[reference.table, default: []][slice.file]
        let field = source.head.mapper.places.first { $0.column == reference.column }
        let cells = slice.segment.columns[reference.place]
        for index in 0..<cells.count {
            guard let text = doubtful[cells[index]] else { continue }
            let record = slice.segment.record(of: index)
            orphans.append(
                Orphan(
                    table: reference.table, column: reference.column, target: reference.target,
                    text: text,
                    cell: CellAddress(
                        file: source.file.name, row: slice.segment.firstRecord + record,
                        column: field?.place),
                    place: (slice.segment, reference.place, record)))
        }
    }

    private mutating func settle(
        _ orphan: Orphan, _ resolver: inout ReferenceResolver<RowSearch>
    ) throws(ColumnRefusal) {
        let (segment, place, record) = orphan.place
        guard let index = segment.index(ofRecord: record) else { return }
        let reference = PendingReference(
            target: orphan.target, wanted: .text(orphan.text), cell: orphan.cell,
            owner: (dataset: orphan.table, column: orphan.column))
        let row = try resolver.row(named: orphan.text, by: reference, &drafts)
        if let table = tables[orphan.table], let first = table.firstRow(of: segment) {
            openRows += drafts.perhapsRows(
                of: reference, dataset: orphan.table, column: orphan.column
            ).map { open in
                var open = open
                open.rows = [first + index]
                return open
            }
        }
        segment.columns[place][index] = row.map { Int32($0) } ?? ColumnCells.orphan
    }

    private func account(
        of file: DropFile, _ drop: Drop, _ others: Others
    ) -> FileAccount {
        var sheets = others.sheets[file.name] ?? []
        if let tally = accounts[file.name] {
            var sheet = tally.account(of: Sheet(file: file.name, rows: []))
            sheet.rowsRead -= rejected[file.name, default: 0]
            sheet.rowsRejected += rejected[file.name, default: 0]
            sheets.append(sheet)
        }
        return FileAccount(of: file, drop, sheets: sheets, notRead: others.unread[file.name])
    }

    /// In the order of the files, after what is about the drop as a whole.
    private func diagnostics(_ drop: Drop) -> [Diagnostic] {
        let order = Dictionary(
            drop.files.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        var byFile = drop.diagnostics.map { (order[$0.location?.file ?? ""] ?? -1, $0) }
        for (file, own) in diagnostics {
            byFile += own.map { (order[file] ?? -1, $0) }
        }
        return byFile.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
            .map(\.element.1) + drafts.diagnostics
    }
}
