internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

extension AnnexMapper {
    /// The table's cells below its headings.
    var cells: TableCells {
        let last = sheet.rows[table.header.upperBound - 1].number
        return TableCells(sheet: sheet, firstRow: last + 1)
    }

    /// Required columns, and those by which people are found; else those that recognise the annex.
    var identifyingColumns: [Annex.SheetColumn] {
        var names = Set(annex.columns.filter(\.isRequired).map(\.name))
        for yield in annex.rows {
            for case .match(_, let by) in yield.assignments.map(\.source) {
                for case .column(let name) in by.map(\.source) {
                    let type = annex.columns.first { $0.name == name }?.type
                    if type == .name || type == .phone || type == .idNumber { names.insert(name) }
                }
            }
        }
        if names.isEmpty { names = Set(annex.recognisedBy) }
        return annex.columns.filter { names.contains($0.name) }
    }

    func sorter() -> RowSorter {
        let names = Set(identifyingColumns.map(\.name))
        let identifying = zip(annex.columns, table.columns)
            .filter { names.contains($0.0.name) }.compactMap(\.1)
        return RowSorter(
            cells: cells, repeatedHeadings: table.repeatedHeadings,
            mapped: Set(table.columns.compactMap { $0 }), identifying: identifying,
            footerStarts: annex.footerStarts.map(\.compact), manyValued: manyValued
        )
    }

    /// The sheet's columns whose cells may hold several things of one row.
    private var manyValued: Set<Int> {
        var places: Set<Int> = []
        for (field, column) in annex.columns.enumerated() {
            guard column.type == .list || column.type == .events || column.type == .ticks else {
                continue
            }
            if let place = table.columns[field] { places.insert(place) }
            if let place = dayFields[field].flatMap({ table.columns[$0] }) { places.insert(place) }
        }
        return places
    }

    /// The columns under which a row of totals can be checked.
    var integerColumns: [TotalsCheck.Column] {
        zip(annex.columns, table.columns).compactMap { column, place in
            guard column.type == .integer, let place else { return nil }
            return TotalsCheck.Column(place: place, title: column.title)
        }
    }
}

extension DataFinding {
    /// A row in which nothing says whom or what it is about.
    static func rejected(_ columns: [String], at address: CellAddress) -> DataFinding {
        let titles = columns.joined(separator: "、")
        return DataFinding(
            .rowRejected, .verify, zh: "本行没有填写“\(titles)”，无法知道所指，未读取",
            en: "the row has no `\(titles)`, so nothing tells what it is about; it is not read",
            at: address, help: Message(zh: "补填后重新放入，或删除本行", en: "fill it in or delete the row")
        )
    }
}
