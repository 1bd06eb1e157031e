import CEL
import Testing

@Suite("traces") struct TraceTests {
    private func explanation(_ text: String, isEmpty: Bool = false) throws -> String {
        let environment = Host.environment
        let program = environment.plan(try environment.compile(text), variables: ["member"])
        return program.trace([Host.member(isEmpty: isEmpty)]).explanation
    }

    @Test("a comparison is explained by its operands")
    func comparison() throws {
        #expect(
            try explanation("member.activities.filter(a, a.hours > 2).size() >= 2") == """
                member.activities.filter(a, a.hours > 2).size() >= 2 (1 >= 2) is false
                  because member.activities.filter(a, a.hours > 2).size() is 1
                    because member.activities.filter(a, a.hours > 2) is [activity]
                      because a.hours > 2 (3 > 2) is true (in the last of 2 rounds)
                """)
    }

    @Test("of a conjunction only what decides it is named")
    func conjunction() throws {
        #expect(
            try explanation("member.obliged && member.amount > 9 && true") == """
                member.obliged && member.amount > 9 && true is false
                  because member.amount > 9 (5 > 9) is false
                """)
    }

    @Test("an unknown names what is missing")
    func unknown() throws {
        #expect(
            try explanation("member.amount > 9 || false", isEmpty: true) == """
                member.amount > 9 || false is unknown: nothing is known of members/2/1
                  because member.amount > 9 (null > 9) is unknown: nothing is known of members/2/1
                """)
    }

    @Test("every part has its place and value")
    func entries() throws {
        let environment = Host.environment
        let program = environment.plan(
            try environment.compile("member.amount + 1 == 6"), variables: ["member"])
        let trace = program.trace([Host.member()])
        #expect(
            trace.entries.map { "\($0.depth) \($0.text) = \($0.value.quoted)" } == [
                "3 member = member", "2 member.amount = 5", "1 member.amount + 1 = 6",
                "0 member.amount + 1 == 6 = true",
            ])
        #expect(trace.entries[1].range == 0..<13)
    }
}
