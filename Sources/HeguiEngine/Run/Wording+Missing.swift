import CEL
import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiTables

// What people call what is missing: cells, columns, datasets, material.
extension Wording {
    func missing(_ cause: UnknownCause, depth: Int) -> [NamedMissing] {
        if let gap = TableGap(cause) { return [table(gap)] }
        switch MissingKey(cause) {
        case nil: return []
        case .openRows(let place):
            guard rowStore.open.rows.indices.contains(place) else { return [] }
            return [material(rowStore.open.rows[place])]
        case .dataset(let name):
            guard let number = rowStore.schema.numbers[name] else { return [] }
            return [Self.dataset(rowStore.schema.tables[number].dataset)]
        case .column(let dataset, let column): return [self.column(dataset, column)]
        case .cell(let dataset, let row, let column):
            guard let table = rowStore.schema.numbers[dataset],
                rowStore.tables[table].rows.indices.contains(row),
                let number = rowStore.schema.tables[table].columnNumbers[column]
            else { return [] }
            let place = RowReference(table: table, row: row)
            if let cell = rowStore.cell(of: place, column: number) {
                let isVague = rowStore.isVague(column: number, of: place)
                return [self.cell(cell, dataset, column: column, isVague: isVague)]
            }
            // Bounds the walk through columns that are computed from others.
            if depth < 8,
                let computed = columns[FieldName(object: dataset, field: column)],
                let frame = try? run.frame(place)
            {
                let needs = computed.missingCells(frame).filter { $0 != cause }
                let deeper = needs.flatMap { missing($0, depth: depth + 1) }
                if !deeper.isEmpty { return deeper }
            }
            return [self.column(dataset, column)]
        }
    }

    /// Names a stretch of a table that the document leaves open.
    private func table(_ gap: TableGap) -> NamedMissing {
        let parameter = run.plan.pack.parameters.first { $0.name == gap.table }
        let title = parameter.map { Message($0.title) } ?? Message(zh: gap.table, en: gap.table)
        let reading =
            gap.reading.map { Message($0) }
            ?? Message(zh: "在表所列范围之外", en: "outside the table")
        return NamedMissing(
            missing: .table(name: gap.table, reading: gap.reading),
            name: Message(
                zh: "“\(title.zh)”未规定（\(reading.zh)）",
                en: "“\(title.en)” does not say (\(reading.en))"))
    }

    private static func dataset(_ dataset: Dataset) -> NamedMissing {
        NamedMissing(missing: .dataset(dataset.name), name: lack(of: dataset.title))
    }

    /// Returns how a dataset is named that nothing provides.
    static func lack(of title: LocalizedText) -> Message {
        Message(
            zh: "“\(title.text(in: .chinese))”（没有文件提供）",
            en: "“\(title.text(in: .english))” (no file provides it)")
    }

    /// Names what was not read.
    private func material(_ rows: OpenRows) -> NamedMissing {
        func annex(_ id: String) -> Message {
            let form = run.plan.pack.annexes.first { $0.id == id }
            return form.map { Message($0.title) } ?? Message(zh: id, en: id)
        }
        func text(_ cell: CellAddress, _ language: Language) -> String {
            Location.cell(cell).description(in: language)
        }
        let name: Message
        switch rows.reason {
        case .notReceived(let id, _, let owner):
            let title = annex(id)
            name = Message(
                zh: "“\(title.zh)”未收到：\(owner)", en: "“\(title.en)” of \(owner) has not come")
        case .registerMissing:
            let number = rowStore.schema.numbers[rows.dataset]
            let title = number.map { Message(rowStore.schema.tables[$0].dataset.title) }
            name = Message(
                zh: "“\(title?.zh ?? rows.dataset)”的登记表未收到",
                en: "the register of “\(title?.en ?? rows.dataset)” has not come")
        case .unread(let id, let cell):
            let title = annex(id)
            name = Message(
                zh: "“\(title.zh)”未能读取（\(text(cell, .chinese))）",
                en: "“\(title.en)” was not read (\(text(cell, .english)))")
        case .perhaps(let row):
            name = Message(
                zh: "可能有关、未能对应的一行（\(text(row, .chinese))）",
                en: "a row that may belong here (\(text(row, .english)))")
        case .versions(let row):
            name = Message(
                zh: "两份材料不一致的一行（\(text(row, .chinese))）",
                en: "a row that differs between two versions (\(text(row, .english)))")
        case .piece(let cell):
            name = Message(
                zh: "未能读懂的内容（\(text(cell, .chinese))）",
                en: "text that was not understood (\(text(cell, .english)))")
        }
        return NamedMissing(missing: .material(rows), name: name)
    }

    private func column(_ dataset: String, _ column: String) -> NamedMissing {
        let (table, title) = titles(dataset, column)
        return NamedMissing(
            missing: .column(dataset: dataset, column: column),
            name: Message(
                zh: "“\(table.zh)”的“\(title.zh)”列",
                en: "column “\(title.en)” of “\(table.en)”"))
    }

    private func cell(
        _ cell: CellAddress, _ dataset: String, column: String, isVague: Bool
    ) -> NamedMissing {
        let (_, title) = titles(dataset, column)
        let place = Location.cell(cell)
        return NamedMissing(
            missing: .cell(cell, column: column, isVague: isVague),
            name: Message(
                zh: "“\(title.zh)”（\(place.description(in: .chinese))）",
                en: "“\(title.en)” (\(place.description(in: .english)))"))
    }

    private func titles(_ dataset: String, _ column: String) -> (table: Message, title: Message) {
        titles[FieldName(object: dataset, field: column)]
            ?? (Message(zh: dataset, en: dataset), Message(zh: column, en: column))
    }
}
