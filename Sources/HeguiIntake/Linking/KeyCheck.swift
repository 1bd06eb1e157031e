internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiTables

/// Takes out rows whose key an earlier row has already.
enum KeyCheck {
    /// Returns the sheet's rows that fall with a row taken out.
    static func removeRepeats(from drafts: inout DraftTables) -> [CellAddress] {
        var fallen: [CellAddress] = []
        for (index, dataset) in drafts.pack.datasets.enumerated() where !dataset.key.isEmpty {
            let columns = dataset.key.compactMap { dataset.columnIndex($0) }
            let label = dataset.label.flatMap { dataset.columnIndex($0) }
            var seen: [[Datum]: CellAddress] = [:]
            var kept: [DraftRow] = []
            for row in drafts.rows[index] {
                var key = columns.map { row.data[$0] }
                // Without a column for the key, the label stands for it.
                if key == [.notGiven], let label { key = [row.data[label]] }
                let isWhole = key.allSatisfy {
                    $0 != .absent && $0 != .notGiven && $0 != .unreadable
                }
                let cell = columns.first.flatMap { row.cells[$0] } ?? row.address
                if isWhole, let first = seen[key] {
                    drafts.report(finding(dataset, at: cell, first: first))
                    if row.decidesRow { fallen.append(row.address) }
                } else {
                    if isWhole { seen[key] = cell }
                    kept.append(row)
                }
            }
            drafts.rows[index] = kept
        }
        return fallen
    }

    static func finding(
        _ dataset: Dataset, at cell: CellAddress, first: CellAddress
    ) -> DataFinding {
        let names = dataset.key.compactMap { name in
            dataset.columns.first { $0.name == name }?.title.message
        }
        let zh = names.map(\.zh).joined(separator: "、")
        let en = names.map(\.en).joined(separator: ", ")
        return DataFinding(
            .keyRepeated, .verify, zh: "“\(zh)”重复，本行未读取",
            en: "`\(en)` is repeated; the row is not read",
            at: cell, related: [first], dataset: dataset.name,
            help: Message(zh: "删除多余的行，或改正编号", en: "delete the row or mend its number")
        )
    }
}
