import CEL
import Testing

@Suite("estimated costs") struct CostTests {
    /// Expressions over a list `l`, and whether every round of theirs is sure to run.
    static let expressions = [
        "l.all(x, x >= 0)", "l.exists(x, x > 100)", "l.filter(x, x > 1).size()",
        "l.map(x, x + 1)", "l.map(x, x > 1, x + 1)", "l.map(x, l.map(y, x + y))",
        "l.exists_one(x, l.all(y, x >= y))", "l + l", "[1, 2, 3].map(x, x)", "l == l",
        "l.size() > 2 ? l.map(x, x) : []", "l.size() > 2 && l.all(x, x < 100)", "3 in l",
        "l.map(x, {'a': x})", "[l, l]",
    ]

    private static func environment() -> Environment {
        var environment = Environment()
        environment.declare(variable: "l", as: .list(.int))
        return environment
    }

    @Test(
        "an evaluation takes no more steps than the most and no fewer than the least",
        arguments: expressions, [0, 1, 4, 30])
    func bounds(_ text: String, _ count: Int) throws {
        var environment = Self.environment()
        let checked = try environment.compile(text)
        let list = Value.list((0..<count).map { .int(Int64($0)) })
        let full = environment.plan(checked, variables: ["l"]).evaluate([list])
        let estimate = checked.estimatedCost(elements: count...count)
        environment.limits.cost = estimate.upperBound
        #expect(environment.plan(checked, variables: ["l"]).evaluate([list]).quoted == full.quoted)
        guard estimate.lowerBound > 0 else { return }
        environment.limits.cost = estimate.lowerBound - 1
        let short = environment.plan(checked, variables: ["l"]).evaluate([list])
        #expect(short.quoted.hasPrefix("error: the evaluation takes more than"))
    }

    @Test(
        "the estimate grows with the elements as the macros nest",
        arguments: [("l.all(x, x > 0)", 1), ("l.map(x, l.map(y, x + y)).size() > 0", 2)])
    func growth(_ text: String, _ power: Int) throws {
        let checked = try Self.environment().compile(text)
        let small = checked.estimatedCost(elements: 100...100).upperBound
        let large = checked.estimatedCost(elements: 1000...1000).upperBound
        let factor = power == 1 ? 10 : 100
        #expect((factor * 8 / 10...factor * 11 / 10).contains(large / small))
    }

    @Test("what does not walk over data costs nothing, however much there may be")
    func constant() throws {
        let checked = try Self.environment().compile("true ? 1 : 2")
        #expect(checked.estimatedCost(elements: 0...1_000_000) == 0...0)
    }

    @Test("an estimate past all numbers stays at the largest")
    func saturation() throws {
        let text = "l.all(a, l.all(b, l.all(c, l.all(d, a + b + c + d > 0))))"
        let checked = try Self.environment().compile(text)
        #expect(checked.estimatedCost(elements: 0...Int.max).upperBound == .max)
    }
}
