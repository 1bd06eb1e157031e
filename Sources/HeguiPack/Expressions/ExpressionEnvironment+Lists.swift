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

extension ExpressionEnvironment {
    static var numberListFunctions: [Function] {
        extreme("least") { $0 < $1 } + extreme("greatest") { $0 > $1 } + [
            .ofList(
                "total", id: "total_numbers", element: .wrapper(NumberValue.type),
                returns: NumberValue.type, numberTotal)
        ]
    }

    private static func extreme(
        _ name: String, _ isBetter: @escaping @Sendable (Ratio, Ratio) -> Bool
    ) -> [Function] {
        @Sendable func choose(_ elements: [Value]) -> Value {
            var best: (ratio: Ratio, value: Value)?
            for element in elements {
                guard let ratio = NumberValue(element)?.ratio else { continue }
                if let known = best, !isBetter(ratio, known.ratio) { continue }
                best = (ratio, element)
            }
            return best?.value ?? .null
        }
        return [
            .ofList(
                name, id: name + "_ints", element: .wrapper(.int), returns: .wrapper(.int)
            ) { choose($0) },
            .ofList(
                name, id: name + "_numbers", element: .wrapper(NumberValue.type),
                returns: .wrapper(NumberValue.type)
            ) { elements in
                let result = choose(elements)
                return NumberValue(result).map { .opaque($0) } ?? result
            },
        ]
    }

    @Sendable private static func numberTotal(_ elements: [Value]) -> Value {
        var sum = Ratio.zero
        for element in elements {
            // An empty cell is not a zero.
            guard let ratio = NumberValue(element)?.ratio else {
                return .unknown(Unknown(causes: []))
            }
            guard let next = sum.adding(ratio) else { return number(nil) }
            sum = next
        }
        return .opaque(NumberValue(sum))
    }
}
