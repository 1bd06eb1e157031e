import CEL
import HeguiCalendar

extension ExpressionEnvironment {
    static var listFunctions: [Function] {
        [
            ofDays("earliest") { min($0, $1) },
            ofDays("latest") { max($0, $1) },
            .ofList(
                "total", id: "total_list", element: .wrapper(.int), returns: .int, total),
            .ofList(
                "distinct", id: "distinct_list", element: .parameter("A"),
                returns: .list(.parameter("A")), distinct),
            .ofList(
                "first", id: "first_list", element: .parameter("A"),
                returns: .wrapper(.parameter("A"))
            ) { $0.first ?? .null },
            .ofList(
                "last", id: "last_list", element: .parameter("A"),
                returns: .wrapper(.parameter("A"))
            ) { $0.last ?? .null },
        ]
    }

    private static func ofDays(
        _ name: String, _ choose: @escaping @Sendable (Day, Day) -> Day
    ) -> Function {
        .ofList(
            name, id: name + "_list", element: .wrapper(DayValue.type),
            returns: .wrapper(DayValue.type)
        ) { elements in
            let days = elements.compactMap(DayValue.operand)
            guard var range = days.first?.days else { return .null }
            for day in days.dropFirst() {
                let (first, last) = (
                    choose(range.first, day.days.first), choose(range.last, day.days.last)
                )
                guard let both = DayRange(first: first, last: last) else { continue }
                range = both
            }
            return .opaque(DayValue(range, cause: days.first { !$0.days.isOneDay }?.cause))
        }
    }

    @Sendable private static func total(_ elements: [Value]) -> Value {
        var sum: Int64 = 0
        for element in elements {
            // An empty cell is not a zero.
            guard case .int(let value) = element else { return .unknown(Unknown(causes: [])) }
            let (result, overflow) = sum.addingReportingOverflow(value)
            if overflow { return .error(EvaluationError(message: "the total is too large")) }
            sum = result
        }
        return .int(sum)
    }

    @Sendable private static func distinct(_ elements: [Value]) -> Value {
        guard elements.count > 1 else { return .list(elements) }
        var seen: Set<ValueKey> = []
        var result: [Value] = []
        for element in elements {
            guard let key = ValueKey(element) else {
                return DayValue.unknown(elements.compactMap(DayValue.operand))
            }
            if seen.insert(key).inserted { result.append(element) }
        }
        return .list(result)
    }
}
