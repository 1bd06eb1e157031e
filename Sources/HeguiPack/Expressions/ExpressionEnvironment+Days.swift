import CEL
package import HeguiCalendar
package import HeguiDiagnostics

extension ExpressionEnvironment {
    static var dayFunctions: [Function] {
        [
            .unary("date", id: "date_string", returns: DayValue.type) { (text: String) in
                guard let day = Day(text) else {
                    return .error(EvaluationError(message: "`\(text)` is not a day (YYYY-MM-DD)"))
                }
                return .opaque(DayValue(day))
            },
            part("year", \.year),
            part("month", \.month),
            part("dayOfMonth", \.day),
            .binary("addDays", id: "day_add_days", isMethod: true, returns: DayValue.type) {
                (day: DayValue, count: Int64) in
                day.moved { $0.adding(days: Int(clamping: count)) }
            },
            .binary("addMonths", id: "day_add_months", isMethod: true, returns: DayValue.type) {
                (day: DayValue, count: Int64) in
                day.moved { $0.adding(months: Int(clamping: count)) }
            },
            difference("daysUntil") { $0.days(until: $1) },
            difference("monthsUntil", wholeMonths),
        ]
    }

    static var dayComparisons: [Function] {
        [
            comparison("_<_", id: "less_day") { $0.isBefore($1, orEqual: false) },
            comparison("_<=_", id: "less_equals_day") { $0.isBefore($1, orEqual: true) },
            comparison("_>_", id: "greater_day") { $1.isBefore($0, orEqual: false) },
            comparison("_>=_", id: "greater_equals_day") { $1.isBefore($0, orEqual: true) },
        ]
    }

    static func countingFunctions(
        _ counting: CountingRule, calendar: WorkingCalendar
    ) -> [Function] {
        [
            .binary("dueDay", id: "due_day", returns: DayValue.type) {
                (day: DayValue, length: LengthValue) in
                day.moved {
                    counting.due(from: $0, within: length.length, calendar: calendar).rolled
                }
            },
            .binary("plus", id: "day_plus_length", isMethod: true, returns: DayValue.type) {
                (day: DayValue, length: LengthValue) in
                day.moved {
                    counting.due(from: $0, within: length.length, calendar: calendar).nominal
                }
            },
            .binary("minus", id: "day_minus_length", isMethod: true, returns: DayValue.type) {
                (day: DayValue, length: LengthValue) in
                day.moved {
                    counting.start(of: length.length, until: $0, calendar: calendar)
                }
            },
        ]
    }

    private static func part(
        _ name: String, _ property: @escaping @Sendable (Day) -> Int
    ) -> Function {
        .unary(name, id: "day_" + name, isMethod: true, returns: .int) { (day: DayValue) in
            day.agreed(property) { .int(Int64($0)) }
        }
    }

    private static func comparison(
        _ name: String, id: String, _ body: @escaping @Sendable (DayValue, DayValue) -> Value
    ) -> Function {
        .binary(name, id: id, returns: .bool, body)
    }

    /// A number that grows with the second day and shrinks with the first.
    private static func difference(
        _ name: String, _ measure: @escaping @Sendable (Day, Day) -> Int
    ) -> Function {
        .binary(name, id: "day_" + name, isMethod: true, returns: .int) {
            (from: DayValue, until: DayValue) in
            let least = measure(from.days.last, until.days.first)
            let most = measure(from.days.first, until.days.last)
            return least == most ? .int(Int64(least)) : DayValue.unknown([from, until])
        }
    }

    /// Returns how many whole months lie between the days; negative where `until` is earlier.
    @Sendable private static func wholeMonths(from: Day, until: Day) -> Int {
        guard from <= until else { return -wholeMonths(from: until, until: from) }
        let months = (until.year - from.year) * 12 + until.month - from.month
        return from.adding(months: months) > until ? months - 1 : months
    }
}

extension ExpressionEnvironment {
    static func periodFunctions(language: Language) -> [Function] {
        [
            holding("yearOf", .year), holding("halfOf", .half),
            holding("quarterOf", .quarter), holding("monthOf", .month),
            .unary("start", id: "period_start", isMethod: true, returns: DayValue.type) {
                (period: PeriodValue) in .opaque(DayValue(period.period.start))
            },
            .unary("end", id: "period_end", isMethod: true, returns: DayValue.type) {
                (period: PeriodValue) in .opaque(DayValue(period.period.end))
            },
            .binary("contains", id: "period_contains_day", isMethod: true, returns: .bool) {
                (period: PeriodValue, day: DayValue) in
                let days = period.period.days
                if days.contains(day.days) { return .bool(true) }
                return days.intersects(day.days) ? DayValue.unknown([day]) : .bool(false)
            },
            neighbour("previous", \.previous),
            neighbour("next", \.next),
            .unary("days", id: "period_days", isMethod: true, returns: .int) {
                (period: PeriodValue) in .int(Int64(period.period.days.count))
            },
            .unary("label", id: "period_label", isMethod: true, returns: .string) {
                (period: PeriodValue) in .string(period.period.label(in: language))
            },
        ]
    }

    private static func neighbour(
        _ name: String, _ move: @escaping @Sendable (CalendarPeriod) -> CalendarPeriod?
    ) -> Function {
        .unary(name, id: "period_" + name, isMethod: true, returns: PeriodValue.type) {
            (period: PeriodValue) in
            guard let neighbour = move(period.period) else {
                return .error(EvaluationError(message: "there is no such period"))
            }
            return .opaque(PeriodValue(neighbour))
        }
    }

    private static func holding(_ name: String, _ unit: CalendarUnit) -> Function {
        .unary(name, id: name + "_day", returns: PeriodValue.type) { (day: DayValue) in
            day.agreed({ CalendarPeriod(containing: $0, unit: unit) }) {
                .opaque(PeriodValue($0))
            }
        }
    }
}

extension CalendarPeriod {
    /// Returns what people call the period.
    package func label(in language: Language) -> String {
        language == .chinese ? chineseDescription : description
    }
}
