import CEL
import HeguiCalendar
import HeguiPack
import HeguiTables

extension Datum {
    /// Returns the datum as a value of expressions: null where there is none, unknown (naming
    /// `cause`) where it could not be read.
    func value(type: ColumnType, cause: () -> UnknownCause) -> Value {
        switch self {
        case .notGiven, .absent: .null
        case .unreadable: .unknown(Unknown(causes: [cause()]))
        case .text(let text): .string(text)
        case .integer(let number): .int(number)
        case .number(let number): .opaque(NumberValue(number))
        case .bool(let flag): .bool(flag)
        case .day(let days): .opaque(Self.day(days, type: type, cause: cause))
        case .period(let period): .opaque(PeriodValue(period))
        case .list(let items): .list(items.map { .string($0) })
        }
    }

    private static func day(
        _ days: DayRange, type: ColumnType, cause: () -> UnknownCause
    ) -> DayValue {
        if type == .month {
            let month = Month(containing: days.first)
            if month == Month(containing: days.last) {
                return DayValue(month.days, isMonth: true, cause: cause())
            }
        }
        return days.isOneDay ? DayValue(days) : DayValue(days, cause: cause())
    }
}
