internal import HeguiDiagnostics
package import HeguiPack

/// Tells whom data findings concern: the rows where they stand, and whom these are about.
package struct FindingOwners {
    /// A row of a sheet.
    private struct Place: Hashable {
        let file: String
        let sheet: String?
        let row: Int

        init(_ cell: CellAddress) {
            file = cell.file
            sheet = cell.sheet
            row = cell.row
        }
    }

    /// A sheet, whatever the row.
    private struct Grid: Hashable {
        let file: String
        let sheet: String?

        init(_ cell: CellAddress) {
            file = cell.file
            sheet = cell.sheet
        }
    }

    private let pack: Pack
    private let row: (_ table: Int, _ row: Int) -> TableRow
    /// The rows at the places that findings name.
    private var rows: [Place: [(table: Int, row: Int)]] = [:]
    /// By sheet and dataset: the one row that all rows of the sheet refer to; -1 for several.
    private var owners: [Grid: [String: Int]] = [:]

    /// Looks for the rows of plain tables that `findings` concern.
    ///
    /// - Complexity: linear in the rows of all tables.
    package init(_ findings: [DataFinding], in pack: Pack, _ tables: [Table]) {
        self.pack = pack
        row = { tables[$0].rows[$1] }
        let wanted = Set(findings.flatMap { [$0.cell] + $0.related }.map(Place.init))
        let grids = Set(findings.map { Grid($0.cell) })
        for (number, table) in tables.enumerated() {
            for (index, row) in table.rows.enumerated() {
                if wanted.contains(Place(row.address)) {
                    rows[Place(row.address), default: []].append((number, index))
                }
                if grids.contains(Grid(row.address)) { add(row, of: number) }
            }
        }
    }

    /// Looks for the rows of columns that `findings` concern.
    ///
    /// - Complexity: a record is read anew for each finding.
    package init(_ findings: [DataFinding], in tables: ColumnTables) {
        pack = tables.pack
        let reader = tables.reader()
        row = { reader.row($1, ofTable: $0) }
        for cell in findings.flatMap({ [$0.cell] + $0.related }) where rows[Place(cell)] == nil {
            rows[Place(cell)] = tables.tables.enumerated().compactMap { number, table in
                table.row(at: cell).map { (number, $0) }
            }
        }
    }

    private mutating func add(_ row: TableRow, of table: Int) {
        for (column, reference) in row.references {
            guard let target = pack.datasets[table].columns[column].reference?.dataset else {
                continue
            }
            let known = owners[Grid(row.address), default: [:]][target]
            let isSame = known == nil || known == reference
            owners[Grid(row.address), default: [:]][target] = isSame ? reference : -1
        }
    }

    /// Returns the keys and labels of what a finding concerns: of the rows where it stands and of
    /// what they belong to, or of whom all rows of the sheet belong to.
    package func names(of finding: DataFinding) -> Set<String> {
        var names: Set<String> = []
        let own = rows[Place(finding.cell)] ?? []
        let related = finding.related.flatMap { rows[Place($0)] ?? [] }
        for (table, row) in own + related { names.formUnion(self.names(of: row, table, depth: 2)) }
        guard own.isEmpty else { return names }
        for (target, row) in owners[Grid(finding.cell)] ?? [:] where row >= 0 {
            guard let table = pack.datasets.firstIndex(where: { $0.name == target }),
                pack.datasets[table].identity.isEmpty
            else { continue }
            names.formUnion(self.names(of: row, table, depth: 0))
        }
        return names
    }

    private func names(of number: Int, _ table: Int, depth: Int) -> Set<String> {
        let dataset = pack.datasets[table]
        let row = row(table, number)
        guard !row.data.isEmpty else { return [] }
        var names: Set<String> = []
        for name in dataset.key + [dataset.label].compactMap(\.self) {
            switch dataset.columnIndex(name).map({ row.data[$0] }) {
            case .text(let text)?: names.insert(text)
            case .integer(let number)?: names.insert("\(number)")
            default: continue
            }
        }
        guard depth > 0 else { return names }
        for (column, target) in row.references where leads(column, in: dataset) {
            let reference = dataset.columns[column].reference
            guard let other = pack.datasets.firstIndex(where: { $0.name == reference?.dataset })
            else { continue }
            names.formUnion(self.names(of: target, other, depth: depth - 1))
        }
        return names
    }

    /// Whether a reference leads to whom a row belongs to: its person, and its group where the
    /// dataset has one.
    private func leads(_ column: Int, in dataset: Dataset) -> Bool {
        guard let group = dataset.group, let reference = dataset.columns[column].reference else {
            return dataset.columns[column].reference != nil
        }
        let isPerson =
            pack.datasets.first { $0.name == reference.dataset }?.identity.isEmpty == false
        return isPerson || reference.name == group
    }
}
