internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

// What a cell of several things gives a row each for.
extension AnnexYields {
    /// What a cell gives a row each for, and what it may hold besides.
    struct FoundItems {
        var items: [(item: RowItem, address: CellAddress, days: DayReader)?]
        /// nil: the cell was read whole.
        var further: FurtherItems?
        /// The cell; nil where there is nothing to look into.
        var cell: CellAddress?
        var isList = false
        /// Whether it was said when the cell was read.
        var isReported = false

        var texts: [String] {
            items.compactMap { if case .text(let text)? = $0?.item { text } else { nil } }
        }
    }

    /// What each of the cells gives that one row of the annex has for a column.
    func items(
        of entry: AnnexEntry, _ values: [SourceValue], within bounds: [DayBounds],
        _ drafts: inout DraftTables
    ) -> [FoundItems] {
        guard let each = entry.each else { return [FoundItems(items: [nil])] }
        let bounds = each.bounds.map { bounds[$0] }
        switch values[each.column] {
        case .ticks(let labels, let address, let doubts):
            let further = doubts > 0 ? FurtherItems(atMost: doubts) : nil
            let items = FoundItems(
                items: labels.map { (.text($0), address, DayReader()) }, further: further,
                cell: further == nil ? nil : address, isReported: true)
            return [items]
        case .cell(let cell, let address, let days):
            return [items(of: cell, at: address, by: days, of: entry, within: bounds, to: &drafts)]
        case .cells(let cells, let days):
            return cells.map {
                items(
                    of: $0.cell, at: $0.address, by: days, of: entry, within: bounds, to: &drafts)
            }
        default: return []
        }
    }

    /// What one cell gives.
    private func items(
        of cell: RawCell?, at address: CellAddress, by days: DayReader, of entry: AnnexEntry,
        within bounds: DayBounds?, to drafts: inout DraftTables
    ) -> FoundItems {
        let type = entry.each?.type ?? .list
        let limit = CellLength.limit(of: type)
        guard !CellLength.exceeds(limit, cell) else {
            return tooLong(CellLength.reason(limit), of: entry, at: address, &drafts)
        }
        guard type == .events else {
            let reading = drafts.readings.list(cell)
            reportUnread(reading, of: entry, at: address, to: &drafts)
            let items = reading.value ?? []
            guard items.count <= CellLength.items else {
                return tooLong(CellLength.itemReason, of: entry, at: address, &drafts)
            }
            let further = AnnexYields.further(reading)
            return FoundItems(
                items: items.map { (.text($0.text), address, DayReader()) }, further: further,
                cell: items.isEmpty && further == nil ? nil : address, isList: true)
        }
        let read = drafts.readings.events(cell, by: days)
        guard read.value?.count ?? 0 <= CellLength.items else {
            return tooLong(CellLength.itemReason, of: entry, at: address, &drafts)
        }
        let reading = bounds.map { bounds in read.map { $0.map(bounds.checked) } } ?? read
        reportUnread(reading, of: entry, at: address, to: &drafts)
        EventFindings(title: entry.title, dataset: entry.datasetName)
            .report(reading, at: address, to: &drafts)
        let further = AnnexYields.further(reading)
        return FoundItems(
            items: (reading.value ?? []).map { (.event($0), address, days) },
            further: further, cell: further == nil ? nil : address)
    }

    /// Reports a cell that holds more than it may; what it holds stays open.
    private func tooLong(
        _ reason: Message, of entry: AnnexEntry, at address: CellAddress,
        _ drafts: inout DraftTables
    ) -> FoundItems {
        drafts.report(
            DataFinding(
                .cellTooLong, .verify, zh: "“\(entry.title)”\(reason.zh)",
                en: "`\(entry.title)`: \(reason.en)", at: address, dataset: entry.datasetName,
                help: FindingMaker.shorten))
        return FoundItems(items: [], further: FurtherItems(atMost: nil), cell: address)
    }

    private static func further<Item>(_ reading: ParsedValue<[Item]>) -> FurtherItems? {
        switch reading {
        case .value(let items, let notes):
            for note in notes {
                switch note {
                case .mayBeMore(let count): return FurtherItems(atMost: count)
                case .declaredItems(let count) where count > items.count:
                    return FurtherItems(atMost: count - items.count)
                case .andOthers: return FurtherItems(atMost: nil)
                default: continue
                }
            }
            return nil
        case .absent: return nil
        case .sameAsAbove, .ambiguous, .unreadable: return FurtherItems(atMost: nil)
        }
    }

    /// Reports a cell that cannot be read at all.
    private func reportUnread<Item>(
        _ reading: ParsedValue<[Item]>, of entry: AnnexEntry, at address: CellAddress,
        to drafts: inout DraftTables
    ) {
        guard case .unreadable(let reason) = reading else { return }
        drafts.report(
            DataFinding(
                .valueUnreadable, .verify, zh: "“\(entry.title)”无法识读：\(reason.zh)",
                en: "`\(entry.title)` cannot be read: \(reason.en)", at: address,
                dataset: entry.datasetName))
    }
}

/// Says which events of a cell have no usable date.
private struct EventFindings {
    /// What people call the column.
    let title: String
    let dataset: String

    func report(
        _ reading: ParsedValue<[DatedItem]>, at address: CellAddress, to drafts: inout DraftTables
    ) {
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
