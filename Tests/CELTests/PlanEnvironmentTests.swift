import CEL
import Testing

@Suite("the environment of a plan") struct PlanEnvironmentTests {
    private static func environment(_ answer: Int64) -> Environment {
        var environment = Environment()
        environment.declare(
            Function(
                name: "answer",
                overloads: [
                    .init(id: "answer_int", arguments: [.int], result: .int) { _ in .int(answer) }
                ]))
        return environment
    }

    @Test("a program calls the host functions of the environment that planned it")
    func functions() throws {
        let checked = try Self.environment(1).compile("answer(0) + 40")
        let program = Self.environment(2).plan(checked, variables: [])
        #expect(program.evaluate([]).quoted == "42")
    }

    @Test("a function that the planning environment lacks stays the one that was checked")
    func lacking() throws {
        let checked = try Self.environment(1).compile("answer(0) + 40")
        #expect(Environment().plan(checked, variables: []).evaluate([]).quoted == "41")
    }
}
