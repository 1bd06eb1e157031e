internal import HeguiCalendar
internal import HeguiColumns
internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

extension ColumnLoading {
    /// Makes unknown the days that nobody can have meant, as they are read row by row.
    ///
    /// - Complexity: linear in the rows, for the columns that may not hold any day.
    mutating func doubtDays(_ draft: inout TableDraft, _ sources: [DatasetFile]) {
        for bounded in drafts.plans[draft.number].bounded {
            let column = bounded.column
            guard case .days? = draft.layout.kinds[column] else { continue }
            for (file, segment) in draft.segments {
                doubtDays(
                    of: column, bounded.plausible, in: segment, from: sources[file], &draft)
            }
        }
    }

    private mutating func doubtDays(
        of column: Int, _ plausible: PlausibleDays, in segment: Segment, from source: DatasetFile,
        _ draft: inout TableDraft
    ) {
        guard let place = draft.layout.places[column] else { return }
        let field = source.head.mapper.places.first { $0.column == column }?.place
        let earlier = plausible.after.compactMap { EarlierDays($0, in: draft, segment) }
        let cells = segment.columns[place]
        let lastYear = drafts.asOf?.year
        let alone = DayBounds(plausible: plausible, lastYear: lastYear, earlier: [])
        if earlier.isEmpty, let found = cells.bounds,
            [found.lowerBound, found.upperBound].allSatisfy({
                alone.problem(of: DayRange(Day(number: $0))) == nil
            })
        {
            return
        }
        let odd = Set(segment.oddRows.map(\.index))
        for index in 0..<cells.count {
            let cell = cells[index]
            guard cell != ColumnCells.absent, cell != ColumnCells.special, !odd.contains(index)
            else { continue }
            let days = DayRange(Day(number: cell))
            let first = earlier.first { $0.days(at: index).map { days.last < $0.first } ?? false }
            var bounds = alone
            if let first, let days = first.days(at: index) {
                bounds.earlier = [(days, first.title)]
            }
            guard let problem = bounds.problem(of: days) else { continue }
            let address = CellAddress(
                file: source.file.name, row: segment.firstRecord + index, column: field)
            let datum = drafts.doubted(
                problem, in: (dataset: draft.number, column: column), at: address)
            draft.patches.append(
                TableDraft.Patch(segment: segment, record: index, column: column, datum: datum))
        }
    }
}

/// A column of a segment whose days lie before those of another.
private struct EarlierDays {
    let title: String
    private let cells: ColumnCells
    /// What the numbers of the cells mean; nil: they are days.
    private let values: [Datum]?

    init?(_ name: String, in draft: TableDraft, _ segment: Segment) {
        guard let column = draft.dataset.columnIndex(name), let place = draft.layout.places[column]
        else { return nil }
        switch draft.layout.kinds[column] {
        case .days?: values = nil
        case .words?: values = draft.values[place]
        default: return nil
        }
        title = draft.dataset.columns[column].title.message.zh
        cells = segment.columns[place]
    }

    func days(at index: Int) -> DayRange? {
        let cell = cells[index]
        guard cell != ColumnCells.absent, cell != ColumnCells.special else { return nil }
        guard let values else { return DayRange(Day(number: cell)) }
        guard values.indices.contains(Int(cell)), case .day(let days) = values[Int(cell)] else {
            return nil
        }
        return days
    }
}
