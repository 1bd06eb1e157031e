import CEL
import Testing

@Suite("the example of the documentation") struct ExampleTests {
    @Test("it prints what it says")
    func example() throws {
        var environment = Environment()
        environment.add(.strings)
        environment.declare(variable: "total", as: .int)
        environment.declare(variable: "registered", as: .int)
        let expression = try environment.compile("registered * 100 >= total * 95")
        let program = environment.plan(expression, variables: ["total", "registered"])
        #expect(program.evaluate([.int(60), .int(57)]).quoted == "true")
        #expect(
            program.trace([.int(60), .int(56)]).explanation == """
                registered * 100 >= total * 95 (5600 >= 5700) is false
                  because registered * 100 (56 * 100) is 5600
                  because total * 95 (60 * 95) is 5700
                """)
    }
}
