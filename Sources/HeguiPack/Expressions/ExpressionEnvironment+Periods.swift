import CEL
package import HeguiCalendar
package import HeguiDiagnostics

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
