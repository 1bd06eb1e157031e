package import HeguiCalendar

/// A parameter's value.
package enum ParameterValue: Hashable, Sendable {
    case integer(Int64)
    /// A ratio or a number.
    case ratio(Ratio)
    case day(Day)
    case length(PeriodLength)
    case boolean(Bool)
    case text(String)
    case table(BracketTable)
}
