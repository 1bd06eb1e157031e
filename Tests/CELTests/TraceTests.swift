import CEL
import Testing

@Suite("traces") struct TraceTests {
    private static let golden = GoldenBlocks(file: "explanations.txt")

    /// What is said of an expression about the member that has everything, or of one about the
    /// member `empty` that has nothing.
    private static func said(of text: String) -> String {
        var environment = Host.environment
        for library in Library.extensions { environment.add(library) }
        environment.declare(variable: "empty", as: .object("member"))
        do {
            let program = environment.plan(
                try environment.compile(text), variables: ["member", "empty"])
            return program.trace([Host.member(), Host.member(isEmpty: true)]).explanation
        } catch {
            return error.rendered(in: text)
        }
    }

    @Test("a value is explained by what decides it", arguments: golden.blocks)
    func explanations(_ block: GoldenBlocks.Block) {
        #expect(Self.said(of: block.expression) == block.expected)
    }

    @Test("there are golden explanations") func presence() throws {
        #expect(Self.golden.blocks.count > 25)
        try Self.golden.record(Self.said)
    }

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
                      because a.hours > 2 is true in 1 of 2 rounds
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

    @Test(
        "a null that is calculated from constants is taken alike with and without a trace",
        arguments: ["member.amount == [null][0]", "[null][0] != member.amount"])
    func calculatedNull(_ text: String) throws {
        let environment = Host.environment
        let program = environment.plan(try environment.compile(text), variables: ["member"])
        let member = Host.member()
        #expect(program.evaluate([member]).quoted == "unknown")
        #expect(program.trace([member]).value.quoted == "unknown")
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

    @Test(
        "a trace takes as many steps as an evaluation",
        arguments: [
            "l.all(x, x < 1 + lists.range(40).size() * 100)",
            "l.exists(x, ('abc' + string(x)).matches('[a-c]{3,' + '9}') && x > 298)",
            "l.all(x, lists.range(20).exists(y, y > 18) && x < 500)",
            "l.all(x, [1, 2, 3, 4].map(y, y * 2)[3] == 8)",
            "l.all(x, {'a': [1, 2].distinct()}['a'].size() == 2)",
        ])
    func cost(_ text: String) throws {
        var environment = Environment()
        for library in Library.extensions { environment.add(library) }
        environment.declare(variable: "l", as: .list(.int))
        let checked = try environment.compile(text)
        let arguments: [Value] = [.list((0..<500).map { .int($0) })]
        // The most steps with which an evaluation is stopped.
        var bounds = (stopped: 0, ended: environment.limits.cost)
        while bounds.ended - bounds.stopped > 1 {
            environment.limits.cost = (bounds.stopped + bounds.ended) / 2
            let value = environment.plan(checked, variables: ["l"]).evaluate(arguments)
            if value.quoted == "true" {
                bounds.ended = environment.limits.cost
            } else {
                bounds.stopped = environment.limits.cost
            }
        }
        for (cost, ends) in [(bounds.ended, true), (bounds.stopped, false)] {
            environment.limits.cost = cost
            let program = environment.plan(checked, variables: ["l"])
            let trace = program.trace(arguments)
            #expect((trace.value.quoted == "true") == ends)
            #expect(trace.value.quoted == program.evaluate(arguments).quoted)
        }
    }

    @Test("the parts of a constant are recorded, though it is calculated once")
    func constantParts() throws {
        let environment = Host.environment
        let text = "size([1, 2]) + 1 < member.amount"
        let program = environment.plan(try environment.compile(text), variables: ["member"])
        let entries = program.trace([Host.member()]).entries
        #expect(entries.map(\.text).starts(with: ["[1, 2]", "size([1, 2])", "size([1, 2]) + 1"]))
    }
}
