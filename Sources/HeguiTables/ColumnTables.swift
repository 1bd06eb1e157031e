import HeguiColumns
package import HeguiDiagnostics
package import HeguiPack

/// A drop of tables as they stand, in columns.
package struct ColumnTables: Sendable {
    package let pack: Pack
    /// One for each dataset, in the pack's order.
    package let tables: [ColumnTable]
    /// What is wrong with the data, in order of file, row, column and code.
    package var findings: [DataFinding]
    package let files: [FileAccount]
    package let waivers: [Waiver]
    package let explanations: [Explanation]
    package let diagnostics: [Diagnostic]
    /// The rows that may exist besides those of the tables.
    package var openRows: [OpenRows] = []
    /// The annexes that came, in order of file, sheet and row.
    package var annexes: [ReceivedAnnex] = []
    private let makeReader: @Sendable (ColumnTables, [Set<Int>]?) -> any RowReading

    /// `reader` makes a reader of these tables' rows in which only some columns, by table, are
    /// given; nil: all.
    package init(
        pack: Pack, tables: [ColumnTable], findings: [DataFinding] = [],
        files: [FileAccount] = [], waivers: [Waiver] = [], explanations: [Explanation] = [],
        diagnostics: [Diagnostic] = [],
        reader: @escaping @Sendable (ColumnTables, [Set<Int>]?) -> any RowReading
    ) {
        self.pack = pack
        self.tables = tables
        self.findings = findings
        self.files = files
        self.waivers = waivers
        self.explanations = explanations
        self.diagnostics = diagnostics
        makeReader = reader
    }

    /// Returns a reader of plain rows in which only the columns `wanted`, by table, are given.
    package func reader(wanted: [Set<Int>]? = nil) -> any RowReading { makeReader(self, wanted) }

    /// The names of the datasets that files provide.
    package var given: Set<String> {
        Set(tables.filter(\.isGiven).map(\.dataset.name))
    }

    /// Returns the drop in the plain form, for those that can hold it.
    ///
    /// - Complexity: linear in all cells, each of which becomes a value of its own.
    package func plain() -> Tables {
        let reader = reader()
        let plain = tables.enumerated().map { number, table in
            Table(
                dataset: table.dataset.name,
                rows: (0..<table.rowCount).map { reader.row($0, ofTable: number) },
                isGiven: table.isGiven
            ).notingLackingColumns()
        }
        return Tables(
            tables: plain, findings: findings, files: files, waivers: waivers,
            explanations: explanations, diagnostics: diagnostics, openRows: openRows,
            annexes: annexes)
    }
}

/// Makes plain rows of columnar ones.
package protocol RowReading: AnyObject {
    /// Returns a row of the table of that number in the form that the plain evaluator judges.
    func row(_ row: Int, ofTable number: Int) -> TableRow
}

extension ColumnTables {
    /// Returns `findings` with the keys of the rows that they stand in, or the rows themselves where
    /// these have none.
    ///
    /// - Complexity: a record is read anew for each finding in a row that has a key.
    package func named(_ findings: [DataFinding]) -> [DataFinding] {
        let reader = reader()
        var named = findings
        for (number, table) in tables.enumerated() {
            let dataset = table.dataset
            let columns = dataset.key.compactMap { dataset.columnIndex($0) }
            guard table.isGiven else { continue }
            for index in findings.indices where findings[index].dataset == dataset.name {
                guard let row = table.row(at: findings[index].cell) else { continue }
                if !columns.isEmpty {
                    named[index].key = RowKeys.key(
                        of: reader.row(row, ofTable: number), columns, dataset)
                }
                if named[index].key == nil { named[index].row = row }
            }
        }
        return named
    }
}

extension ColumnTable {
    /// Returns the row whose record a cell stands in, or nil where it is in none.
    func row(at cell: CellAddress) -> Int? {
        guard cell.sheet == nil else { return nil }
        let slice = slices.first { slice in
            let first = slice.segment.firstRecord
            return files[slice.file] == cell.file && first <= cell.row
                && cell.row < first + slice.segment.rowCount
        }
        guard let slice,
            let index = slice.segment.index(ofRecord: cell.row - slice.segment.firstRecord)
        else { return nil }
        return slice.firstRow + index
    }
}

/// Why a drop or a file cannot be read into columns; the plain way reads it all the same.
package struct ColumnRefusal: Error, Hashable, Sendable {
    package let file: String?
    package let reason: Message

    /// There is little to gain.
    package static let smallDrop = ColumnRefusal(zh: "材料不大", en: "the drop is small")

    package init(file: String? = nil, zh: String, en: String) {
        self.file = file
        reason = Message(zh: zh, en: en)
    }
}
