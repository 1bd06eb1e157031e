import HeguiCalendar
import HeguiPack

/// What an expression sees that depends on no row.
struct FrameBackground: Sendable {
    let records: Records
    let calendar: WorkingCalendar
    let asOf: Day
    let parameters: ParametersObject

    /// A frame of no row.
    var frame: Frame {
        Frame(
            records: records, calendar: calendar, asOf: asOf,
            subject: RowReference(table: 0, row: 0), parameters: parameters)
    }
}
