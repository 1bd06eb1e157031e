import CEL
import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiTables

/// Puts judgements into sentences and names what is missing.
struct Wording {
    private let rowStore: RowStore
    private let columns: [FieldName: PlannedColumn]
    private let run: Run
    /// What people call datasets and their columns.
    private let titles: [FieldName: (table: Message, title: Message)]

    init(_ run: Run) {
        self.run = run
        rowStore = run.rowStore
        let schema = run.plan.schema
        columns = Dictionary(
            run.plan.columns.map { column in
                let dataset = schema.tables[column.table].dataset
                return (
                    FieldName(object: dataset.name, field: dataset.columns[column.column].name),
                    column
                )
            }, uniquingKeysWith: { first, _ in first })
        titles = Dictionary(
            schema.tables.flatMap { table in
                table.dataset.columns.map { column in
                    (
                        FieldName(object: table.dataset.name, field: column.name),
                        (Message(table.dataset.title), Message(column.title))
                    )
                }
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Something missing and what people call it.
    struct NamedMissing {
        var missing: Outcome.Missing
        var name: Message
    }

    /// Returns what `causes` stand for, each once; a computed column stands for the empty cells
    /// that it is computed from.
    func missing(_ causes: [UnknownCause]) -> [NamedMissing] {
        var result: [NamedMissing] = []
        for cause in causes {
            for item in missing(cause, depth: 0)
            where !result.contains(where: { $0.missing == item.missing }) {
                result.append(item)
            }
        }
        return result
    }

    /// Returns the rows that keep a rate open, with what is to be verified of each.
    func undecided(_ share: UndecidedShare) -> UndecidedRows {
        var result = UndecidedRows()
        result.count = share.count
        result.rows = share.rows.map { row in
            UndecidedRows.Row(
                name: ValueText.label(of: row.row, rowStore),
                place: rowStore.tables[row.row.table].rows[row.row.row].address,
                reason: row.doubt ?? missing(row.causes).first.map(Self.lack))
        }
        return result
    }

    private static func lack(_ named: NamedMissing) -> Message {
        Message(zh: "缺\(named.name.zh)", en: "lacks \(named.name.en)")
    }

    private func missing(_ cause: UnknownCause, depth: Int) -> [NamedMissing] {
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

    /// Returns the sentence for a judgement.
    func message(
        of judgement: Judgement, missing: [NamedMissing], subject: Outcome.Subject,
        _ planned: PlannedRule, _ frame: Frame
    ) -> Message {
        let title = planned.rule.title
        var message: Message
        switch judgement.verdict {
        case .violated, .advised, .waived:
            message = planned.message.render(judgement, frame)
        case .pending where planned.message.fits(judgement):
            message = planned.message.render(judgement, frame)
                .adding(Self.outlook(judgement, besides: planned.message))
        case .pending:
            message = Message(
                zh: "\(subject.name)：“\(title.text(in: .chinese))”尚未成立",
                en: "\(subject.name): not yet “\(title.text(in: .english))”"
            ).adding(Self.outlook(judgement, besides: nil))
        case .met:
            message = Message(
                zh: "\(subject.name)无“\(title.text(in: .chinese))”情形",
                en: "\(subject.name): no “\(title.text(in: .english))”"
            ).adding(Self.numbers(judgement))
        case .undetermined:
            message = Message(
                zh: "\(subject.name)：无法判定是否“\(title.text(in: .chinese))”",
                en: "\(subject.name): “\(title.text(in: .english))” cannot be told")
            message = message.followed(by: judgement.reason ?? unmet(missing))
        case .notApplicable, .failed:
            message = Message(
                zh: "\(subject.name)：本条不适用", en: "\(subject.name): does not apply"
            ).adding(judgement.reason)
        }
        for note in judgement.notes { message = message.adding(note) }
        return message
    }

    /// What was found and asked for, where both are known.
    private static func numbers(_ judgement: Judgement) -> Message? {
        guard let observed = judgement.observed, let required = judgement.required else {
            return nil
        }
        if judgement.due != nil, judgement.done != nil {
            return Message(
                zh: "\(observed)，期限\(required)", en: "\(observed), due by \(required)")
        }
        let asked = judgement.asked ?? Message(zh: required, en: required)
        return Message(
            zh: "实际\(observed)，要求\(asked.zh)", en: "found \(observed), required \(asked.en)")
    }

    /// Until when there is time and what is lacking, as far as `template` does not say it.
    private static func outlook(
        _ judgement: Judgement, besides template: PlannedTemplate?
    ) -> Message {
        var zh = judgement.due.map { "最迟\($0)完成" } ?? "尚未到期"
        var en = judgement.due.map { "there is time until \($0)" } ?? "there is time left"
        if let unmet = judgement.unmet {
            if !(template?.uses(.missing) ?? false) {
                zh += "：\(unmet.zh)"
                en += ": \(unmet.en)"
            }
        } else if let gap = judgement.gap, gap > .zero, judgement.observed != nil {
            if !(template?.uses(.gap) ?? false) {
                zh += "，还差\(gap.text)"
                en += ", \(gap.text) lacking"
            }
        } else if let left = judgement.daysLeft {
            zh += "，还有\(left)天"
            en += left == 1 ? ", 1 day left" : ", \(left) days left"
        }
        return Message(zh: zh, en: en)
    }

    /// Names what is missing, three things at most, never a value.
    private func unmet(_ missing: [NamedMissing]) -> Message {
        if missing.isEmpty {
            return Message(zh: "所需数据缺失或无法识读", en: "a needed value is missing or unreadable")
        }
        let shown = missing.prefix(3).map(\.name)
        let more = missing.count - shown.count
        return Message(
            zh: "数据缺失或不明确：" + shown.map(\.zh).joined(separator: "、")
                + (more > 0 ? "等\(missing.count)处" : ""),
            en: "missing or not exact: " + shown.map(\.en).joined(separator: ", ")
                + (more > 0 ? " and \(more) more" : ""))
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

extension Message {
    /// Returns the sentence with a remark in brackets.
    func adding(_ remark: Message?) -> Message {
        guard let remark else { return self }
        return Message(zh: "\(zh)（\(remark.zh)）", en: "\(en) (\(remark.en))")
    }

    /// Returns the sentence with the reason for it.
    func followed(by reason: Message) -> Message {
        Message(zh: "\(zh)，\(reason.zh)", en: "\(en): \(reason.en)")
    }
}
