internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiTables

/// Says which events of a cell have no usable date.
struct EventFindings {
    let annex: Annex
    let column: String
    let dataset: String

    func report(
        _ reading: ParsedValue<[DatedItem]>, at address: CellAddress, to drafts: inout DraftTables
    ) {
        let title = annex.columns.first { $0.name == column }?.headers.first ?? column
        if case .unreadable(let reason) = reading {
            drafts.report(
                DataFinding(
                    .valueUnreadable, .verify, zh: "“\(title)”无法识读：\(reason.zh)",
                    en: "`\(title)` cannot be read: \(reason.en)", at: address, dataset: dataset
                )
            )
        }
        let events = reading.value ?? []
        let rejected = events.filter { event in reason(event) != nil }
        let undated = events.filter { $0.notes.contains(.undated) }
        guard let first = rejected.first ?? undated.first else { return }
        let places = (rejected + undated).map(\.position).sorted().map(String.init)
        let why = reason(first) ?? ParsingNote.undated.message
        drafts.report(
            DataFinding(
                .eventDateDoubtful, rejected.isEmpty ? .hint : .verify,
                zh: "“\(title)”第 \(places.joined(separator: "、")) 项的日期不可用：\(why.zh)",
                en:
                    "item \(places.joined(separator: ", ")) of `\(title)` has no usable date: \(why.en)",
                at: address, dataset: dataset,
                help: Message(
                    zh: "每项先写日期再写内容，如“3月5日 清洁家园”",
                    en: "write the date of each item before its text"
                )
            )
        )
    }

    private func reason(_ event: DatedItem) -> Message? {
        for case .dateRejected(let reason) in event.notes { return reason }
        return nil
    }
}
