import CEL
import Testing

@Suite("hosts") struct HostTests {
    @Test(
        "a record's fields are read by name",
        arguments: [
            ("member.name", "\"甲\""), ("member.amount + 1", "6"),
            ("member.activities.size()", "2"), ("size(member.activities)", "2"),
            ("member.activities.exists(a, a.hours == 3)", "true"),
            ("member.activities.all(a, a.hours > 1)", "true"),
            ("member.activities.filter(a, a.hours > 2).size()", "1"),
            ("member.activities.map(a, a.hours)", "[2, 3]"),
            ("member.activities.exists_one(a, a.hours == 2)", "true"),
            ("has(member.amount)", "true"), ("has(activity.hours)", "false"),
            ("dyn(member).name", "\"甲\""),
        ])
    func fields(_ text: String, _ expected: String) throws {
        #expect(try Host.evaluate(text).quoted == expected)
    }

    @Test(
        "of a list that is known in part, what further elements cannot change is known",
        arguments: [
            ("list.exists(x, x == 2)", "true"), ("list.exists(x, x == 3)", nil),
            ("list.all(x, x > 1)", "false"), ("list.all(x, x > 0)", nil),
            ("list.size() >= 2", "true"), ("list.size() > 2", nil), ("list.size() < 2", "false"),
            ("2 <= list.size()", "true"), ("list.size() > 3", "false"), ("4 > size(list)", "true"),
            ("list.size() == 4", "false"), ("list.size() == 3", nil), ("list.size() != 1", "true"),
            ("list.filter(x, x > 1).size() >= 1", "true"),
            ("list.filter(x, x > 1).size() >= 2", nil),
            ("list.filter(x, x > 1).size() >= 3", "false"),
            ("list.map(x, x * 2).exists(y, y == 4)", "true"), ("list[0] == 1", nil),
            ("list == [1, 2]", nil), ("3 in list", nil), ("(list + [3]).exists(x, x == 3)", nil),
            ("list.exists_one(x, x == 2)", nil),
        ] as [(String, String?)])
    func partialList(_ text: String, _ expected: String?) throws {
        try expect(text, expected, of: .elements([.int(1), .int(2)], furtherAtMost: 1))
    }

    private func expect(_ text: String, _ expected: String?, of known: Unknown.Known) throws {
        var environment = Environment()
        environment.declare(variable: "list", as: .list(.int))
        let program = environment.plan(try environment.compile(text), variables: ["list"])
        let list = Unknown(causes: [UnknownCause(key: "list")], known: known)
        let value = program.evaluate([.unknown(list)])
        if case .unknown(let unknown) = value {
            #expect(expected == nil && unknown.causes.map(\.key) == ["list"])
        } else {
            #expect(value.quoted == expected)
        }
    }

    @Test(
        "an element that may be there decides what it decides either way",
        arguments: [
            ("list.exists(x, x == 1)", "true"), ("list.exists(x, x == 7)", "false"),
            ("list.exists(x, x == 5)", nil), ("list.all(x, x > 0)", "true"),
            ("list.all(x, x < 5)", nil), ("list.all(x, x < 1)", "false"),
            ("list.exists(x, 10 / (x - 5) < 0)", "true"),
            ("list.all(x, 10 / (x - 5) != 0)", nil),
            ("size(list) >= 2", "true"), ("size(list) >= 3", nil), ("size(list) >= 4", "false"),
            ("list.filter(x, x < 3) == [1, 2]", "true"), ("list.filter(x, x > 1) == [2]", nil),
            ("list.filter(x, x == 5).size() >= 2", "false"),
            ("list.filter(x, x < 3).map(x, x * 2) == [2, 4]", "true"),
            ("list.map(x, x * 2).exists(y, y == 10)", nil),
            ("list.map(x, x * 2).exists(y, y == 3)", "false"),
        ] as [(String, String?)])
    func possibleElement(_ text: String, _ expected: String?) throws {
        try expect(
            text, expected, of: .elements([.int(1), .int(2)], perhaps: [.int(5)], furtherAtMost: 0))
    }

    @Test(
        "an operation on an empty field is unknown and names the field",
        arguments: [
            ("member.amount > 2", ["members/2/1"]),
            ("2 < member.amount", ["members/2/1"]),
            ("member.amount == 2", ["members/2/1"]),
            ("member.amount != 2", ["members/2/1"]),
            ("member.amount + 1 > activity.hours", ["members/2/1", "activities/9/2"]),
            ("activity.member.name == \"甲\"", ["activities/9/1"]),
            ("has(activity.member.name)", ["activities/9/1"]),
            ("member.obliged && true", ["members/2/4"]),
            ("!member.obliged", ["members/2/4"]),
            ("member.obliged ? 1 : 2", ["members/2/4"]),
            ("member.level < level(2)", ["members/2/2"]),
            ("member.level.raised(1) == level(2)", ["members/2/2"]),
            ("(true ? member.amount : 1) + 1", ["members/2/1"]),
            ("[1, 2].exists(x, x == member.amount)", ["members/2/1"]),
            ("member.amount in [1, 2]", ["members/2/1"]),
            ("[1, 2].map(x, x + member.amount)", ["members/2/1"]),
            ("string(member.amount)", ["members/2/1"]),
            ("1 / 0 == 1 || member.amount == 2", ["members/2/1"]),
            ("member.amount == 2 && 1 / 0 == 1", ["members/2/1"]),
            ("member.amount + member.amount", ["members/2/1"]),
        ])
    func unknown(_ text: String, _ keys: [String]) throws {
        guard case .unknown(let unknown) = try Host.evaluate(text, isEmpty: true) else {
            Issue.record("\(try Host.evaluate(text, isEmpty: true).quoted) is not unknown")
            return
        }
        #expect(unknown.causes.map(\.key) == keys)
    }

    @Test(
        "what does not need the empty field is known",
        arguments: [
            ("member.amount == null", "true"), ("member.amount != null", "false"),
            ("null == member.level", "true"), ("member.amount == activity.hours", "true"),
            ("false && member.amount > 2", "false"), ("member.amount > 2 && false", "false"),
            ("member.amount > 2 || true", "true"),
            ("member.amount == null ? 0 : member.amount", "0"),
            ("member.amount in []", "false"),
            ("[1, 2].exists(x, x == 1 || x == member.amount)", "true"),
            ("type(member.amount) == null_type", "true"),
            ("member.activities.exists(a, a.hours > 1)", "false"),
        ])
    func known(_ text: String, _ expected: String) throws {
        #expect(try Host.evaluate(text, isEmpty: true).quoted == expected)
    }

    @Test(
        "a host's type has the host's equality, operators and functions",
        arguments: [
            ("member.level == level(3)", "true"), ("member.level != level(3)", "false"),
            ("member.level < level(4)", "true"), ("level(1).raised(2) == member.level", "true"),
            ("member.level in [level(1), level(3)]", "true"), ("level(2)", "level 2"),
        ])
    func opaque(_ text: String, _ expected: String) throws {
        #expect(try Host.evaluate(text).quoted == expected)
    }

    @Test(
        "an unknown name has a hint",
        arguments: [
            ("member.amout", "did you mean `amount`?", 7..<12),
            ("membr.amount", "did you mean `member`?", 0..<5),
            ("member.activities.exist(a, true)", "did you mean `exists`?", 18..<23),
            ("sise(member.activities)", "did you mean `size`?", 0..<4),
        ])
    func hints(_ text: String, _ help: String, _ range: Range<Int>) throws {
        let error = try #require(throws: CompilationError.self) {
            try Host.environment.compile(text)
        }
        #expect(error.issues.contains { $0.help == help && $0.range == range })
    }

    @Test("null is an error where the environment says so")
    func nullOperands() throws {
        var environment = Host.environment
        environment.nullOperands = .error
        let program = environment.plan(
            try environment.compile("member.amount > 2"), variables: ["member"])
        guard case .error(let error) = program.evaluate([Host.member(isEmpty: true)]) else {
            Issue.record("not an error")
            return
        }
        #expect(error.message == "no overload of `>` takes (null_type, int)")
        #expect(error.range == 0..<17)
    }

    @Test("a checked expression knows what it reads")
    func references() throws {
        let checked = try Host.environment.compile(
            "member.activities.exists(a, a.hours > member.amount)")
        #expect(checked.variables == ["member"])
        #expect(
            checked.fields.map { "\($0.object).\($0.field)" }.sorted() == [
                "activity.hours", "member.activities", "member.amount",
            ])
        let selection = try #require(checked.subexpressions.first { $0.field?.field == "hours" })
        #expect(selection.range == 28..<35)
        #expect(selection.type == .wrapper(.int))
    }
}

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
