import CEL

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
