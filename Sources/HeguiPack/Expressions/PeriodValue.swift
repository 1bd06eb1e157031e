package import CEL
package import HeguiCalendar

/// A calendar period in expressions.
package struct PeriodValue: OpaqueValue {
    package static let type = Type.opaque("period", [])

    package let period: CalendarPeriod

    package init(_ period: CalendarPeriod) {
        self.period = period
    }

    package var type: Type { Self.type }
    package var description: String { period.description }

    package func isEqual(to other: any OpaqueValue) -> Value {
        .bool((other as? PeriodValue)?.period == period)
    }
}
