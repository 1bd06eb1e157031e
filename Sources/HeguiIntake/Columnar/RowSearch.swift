internal import HeguiCalendar
internal import HeguiColumns
internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiTables

/// Finds the rows that texts name which are not the plain key of one.
struct RowSearch: RowsByName {
    typealias Failure = ColumnRefusal

    private let pack: Pack
    private let tables: [Int: ColumnTable]
    private let files: [Int: [DatasetFile]]
    private let asOf: Day?
    /// By table, for small ones.
    private var indexes: [Int: (index: TargetIndex, rows: [DraftRow])] = [:]

    init(
        _ pack: Pack, _ tables: [Int: ColumnTable], files: [Int: [DatasetFile]], asOf: Day?
    ) {
        self.pack = pack
        self.tables = tables
        self.files = files
        self.asOf = asOf
    }

    /// A reader of the rows of all tables.
    func reader() -> RowReader {
        let tables = pack.datasets.indices.map { number in
            self.tables[number] ?? ColumnTable(nothingOf: pack.datasets[number])
        }
        let files = pack.datasets.indices.map { self.files[$0] ?? [] }
        let all = ColumnTables(pack: pack, tables: tables) { [asOf] tables, wanted in
            RowReader(tables, files, asOf: asOf, wanted: wanted)
        }
        return RowReader(all, files, asOf: asOf)
    }

    /// Returns the row whose key `text` is, to the letter.
    func exact(_ text: String, in target: Int) -> Int? {
        tables[target]?.row(ofKey: text)
    }

    /// Returns what `text` names: by key in whatever letters and width, and in small tables also
    /// by label.
    ///
    /// - Throws: a refusal where a name might stand in a table that is too large to look through.
    mutating func find(_ text: String, in target: Int) throws(ColumnRefusal) -> TargetIndex.Hit {
        guard let table = tables[target] else { return .none }
        if table.rowCount <= TargetIndex.suggestible {
            return index(of: target, table).index.find(text)
        }
        let compact = text.compact
        for form in [compact, compact.uppercased(), compact.lowercased()] {
            if let row = table.keys?.row(of: Array(form.utf8)) { return .one(row) }
        }
        guard table.dataset.label == nil || compact.utf8.allSatisfy({ $0 < 0x80 }) else {
            throw ColumnRefusal(
                zh: "“\(table.dataset.name)”有很多行，而有的引用写的是名称",
                en: "`\(table.dataset.name)` is large, and some references give names")
        }
        return .none
    }

    /// Returns the person whose key `text` is in whatever letters and width, or else those of that
    /// name.
    ///
    /// - Throws: a refusal where a name would have to be looked for in a large table.
    mutating func person(
        _ text: String, in target: Int
    ) throws(ColumnRefusal) -> (row: Int?, named: [Int]) {
        guard let table = tables[target] else { return (nil, []) }
        if table.rowCount <= TargetIndex.suggestible {
            let index = index(of: target, table).index
            return index.keyed(text).map { ($0, []) } ?? (nil, index.labelled(text))
        }
        if case .one(let row) = try find(text, in: target) { return (row, []) }
        return (nil, [])
    }

    /// Returns the one row of a small table whose label stands in a text.
    mutating func mentioned(in text: String, target: Int) throws(ColumnRefusal) -> Int? {
        guard let table = tables[target], table.rowCount <= TargetIndex.suggestible else {
            return nil
        }
        return index(of: target, table).index.mentioned(in: text)
    }

    /// Returns the name that a text may have meant, in a small table.
    mutating func suggestion(for text: String, in target: Int) -> NameIndex.Answer {
        guard let table = tables[target], table.rowCount <= TargetIndex.suggestible else {
            return .none
        }
        _ = index(of: target, table)
        return indexes[target]?.index.suggestion(for: text) ?? .none
    }

    /// Returns the cell by which people find a row of a small table.
    mutating func cell(of row: Int, in target: Int) -> CellAddress {
        guard let table = tables[target] else { return CellAddress(file: "", row: 0) }
        let rows = index(of: target, table).rows
        return TargetIndex.cell(of: rows[row], in: table.dataset)
    }

    /// Returns the label of a row of a small table.
    mutating func label(of row: Int, in target: Int) -> String? {
        guard let table = tables[target] else { return nil }
        return TargetIndex.label(of: index(of: target, table).rows[row], in: table.dataset)
    }

    private mutating func index(
        of target: Int, _ table: ColumnTable
    ) -> (index: TargetIndex, rows: [DraftRow]) {
        if let known = indexes[target] { return known }
        let reader = reader()
        let rows = (0..<table.rowCount).map { row in
            let plain = reader.row(row, ofTable: target)
            return DraftRow(
                data: plain.data, cells: plain.cells, address: plain.address, decidesRow: true)
        }
        let made = (index: TargetIndex(table.dataset, rows: rows), rows: rows)
        indexes[target] = made
        return made
    }
}
