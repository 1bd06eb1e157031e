package import CEL
package import HeguiCalendar

/// A civil day in expressions; where only the month or year is known, all days that it may be.
///
/// A comparison is unknown where the days disagree. The value of a month column is a month as
/// such: two of them are equal where they are the same month.
package struct DayValue: OpaqueValue {
    package static let type = Type.opaque("day", [])

    package let days: DayRange
    /// Whether the whole month is meant rather than an unknown day of it.
    package let isMonth: Bool
    private let source: Source?

    /// What few days have is kept apart, so that a day is no larger than what `any OpaqueValue`
    /// holds within itself: it takes no memory of its own, and a copy counts no references.
    private final class Source: Sendable {
        let cause: UnknownCause

        init(_ cause: UnknownCause) {
            self.cause = cause
        }
    }

    package init(_ days: DayRange, isMonth: Bool = false, cause: UnknownCause? = nil) {
        self.days = days
        self.isMonth = isMonth
        source = cause.map(Source.init)
    }

    /// The cell to name where the days disagree.
    package var cause: UnknownCause? { source?.cause }

    package init(_ day: Day) {
        self.init(DayRange(day))
    }

    package var type: Type { Self.type }
    package var description: String { days.description }

    package func isEqual(to other: any OpaqueValue) -> Value {
        guard let other = other as? DayValue else { return .bool(false) }
        if days == other.days, days.isOneDay || (isMonth && other.isMonth) { return .bool(true) }
        if isMonth && other.isMonth || !days.intersects(other.days) { return .bool(false) }
        return Self.unknown([self, other])
    }

    /// Returns whether this day is earlier than `other`, or also the same where `orEqual`.
    package func isBefore(_ other: DayValue, orEqual: Bool) -> Value {
        if isMonth && other.isMonth {
            let (left, right) = (days.first, other.days.first)
            return .bool(orEqual ? left <= right : left < right)
        }
        if orEqual ? days.last <= other.days.first : days.last < other.days.first {
            return .bool(true)
        }
        if orEqual ? days.first > other.days.last : days.first >= other.days.last {
            return .bool(false)
        }
        return Self.unknown([self, other])
    }

    /// Returns the day to which `change` takes it; `change` keeps the order of days.
    package func moved(by change: (Day) -> Day) -> Value {
        let (first, last) = (change(days.first), change(days.last))
        guard let range = DayRange(first: first, last: last) else { return Self.unknown([self]) }
        return .opaque(DayValue(range, cause: cause))
    }

    /// Returns what `property` says of all the days, unknown where it says different things.
    package func agreed<Answer: Equatable>(
        _ property: (Day) -> Answer, as value: (Answer) -> Value
    ) -> Value {
        let answer = property(days.first)
        return answer == property(days.last) ? value(answer) : Self.unknown([self])
    }

    /// Returns the unknown that names the cells of those days that are not exact.
    package static func unknown(_ values: [DayValue]) -> Value {
        var causes: [UnknownCause] = []
        for value in values where !value.days.isOneDay {
            if let cause = value.cause, !causes.contains(cause) { causes.append(cause) }
        }
        return .unknown(Unknown(causes: causes))
    }
}

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

/// A length of time in expressions.
package struct LengthValue: OpaqueValue {
    package static let type = Type.opaque("length", [])

    package let length: PeriodLength

    package init(_ length: PeriodLength) {
        self.length = length
    }

    package var type: Type { Self.type }
    package var description: String { length.description }

    package func isEqual(to other: any OpaqueValue) -> Value {
        .bool((other as? LengthValue)?.length == length)
    }
}

/// An exact number in expressions.
package struct NumberValue: OpaqueValue {
    package static let type = Type.opaque("number", [])

    package let ratio: Ratio

    package init(_ ratio: Ratio) {
        self.ratio = ratio
    }

    /// Returns the number that `value` holds: a number as such or an int; nil for other types.
    package init?(_ value: Value) {
        switch value {
        case .int(let whole): ratio = Ratio(whole)
        case .opaque(let number as NumberValue): ratio = number.ratio
        default: return nil
        }
    }

    package var type: Type { Self.type }
    package var description: String { ratio.whole.map(String.init) ?? ratio.description }

    package func isEqual(to other: any OpaqueValue) -> Value {
        .bool((other as? NumberValue)?.ratio == ratio)
    }
}
