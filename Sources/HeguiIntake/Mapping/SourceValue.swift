internal import HeguiDiagnostics
internal import HeguiSheets
internal import HeguiTables

/// What a source gives before it is read as a column's type.
enum SourceValue {
    /// The sheet has no such column or label.
    case notGiven
    /// A cell, nil where it is empty; `days` says what a date without a year means in it.
    case cell(RawCell?, CellAddress, days: DayReader)
    /// An event's date, already read.
    case day(DatumReading, CellAddress)
    /// Ticked boxes.
    case ticks([String], CellAddress)
    /// A column of the first entry of `rows`.
    case shared(Datum, CellAddress?, PendingReference?)
}
