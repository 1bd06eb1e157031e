import CEL
import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiTables

/// Puts judgements into sentences and names what is missing.
struct Wording {
    let rowStore: RowStore
    let columns: [FieldName: PlannedColumn]
    let run: Run
    /// What people call datasets and their columns.
    let titles: [FieldName: (table: Message, title: Message)]

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
