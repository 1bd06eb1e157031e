internal import HeguiDiagnostics
internal import HeguiSheets
internal import HeguiTables

/// One item of a cell that gives a row for each.
enum RowItem {
    case text(String)
    case event(DatedItem)
}

/// What a source gives before it is read as a column's type.
enum SourceValue {
    /// The sheet has no such column or label.
    case notGiven
    /// A cell, nil where it is empty; `days` says what a date without a year means in it.
    case cell(RawCell?, CellAddress, days: DayReader)
    /// An event's date, already read.
    case day(ParsedDatum, CellAddress)
    /// Ticked boxes, and how many options may be ticked besides.
    case ticks([String], CellAddress, doubts: Int)
    /// Cells below one another that belong to one row, of which one at least is written.
    case cells([(cell: RawCell?, address: CellAddress)], days: DayReader)
    /// A column of the first entry of `rows`.
    case shared(Datum, CellAddress?, PendingReference?)
}
