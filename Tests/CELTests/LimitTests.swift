import CEL
import Synchronization
import Testing

@Suite("limits") struct LimitTests {
    private static func nested(
        _ open: String, _ middle: String, _ close: String, depth: Int
    ) -> String {
        String(repeating: open, count: depth) + middle + String(repeating: close, count: depth)
    }

    private static func environment() -> Environment {
        var environment = Environment()
        for library in Library.extensions { environment.add(library) }
        environment.declare(variable: "x", as: .dyn)
        return environment
    }

    private static let shapes: [(String, String, String)] = [
        ("(", "1", ")"), ("[", "1", "]"), ("{1: ", "1", "}"), ("!", "true", ""), ("-", "x", ""),
        ("x ? x : ", "1", ""), ("true ? (", "1", ") : 1"), ("x + (", "x", ")"),
        ("", "x", ".f"), ("", "x", "[0]"), ("", "x", ".f()"), ("size(", "x", ")"),
        ("", "1", " + 1"), ("x && (x || ", "x", ")"), ("[1].map(i, ", "1", ")"),
        ("[1].exists(i, ", "true", ")"), ("cel.bind(y, x, ", "x", ")"),
        ("optional.of(x).optMap(y, ", "x", ")"), ("x.g(1, ", "x", ")"), ("dyn(", "x", ")"),
        ("[1].map(i, i > 0, ", "1", ")"), ("has(x.", "f", ".g)"), ("x in [", "x", "]"),
        ("x == (", "x", ")"), ("x[", "0", "]"), ("[?", "x", "]"),
    ]

    @Test(
        "nesting up to the limit needs no more than a small stack, and past it is an issue",
        arguments: shapes.map { $0.0 + $0.1 + $0.2 })
    func stack(_ shape: String) throws {
        let (open, middle, close) = try #require(
            Self.shapes.first { $0.0 + $0.1 + $0.2 == shape })
        let finished = Mutex(0)
        SmallStack.run {
            let environment = Self.environment()
            for depth in [10, 45, 90, 99, 100, 101, 1000, 20_000] {
                let text = Self.nested(open, middle, close, depth: depth)
                if let parsed = try? environment.parse(text) {
                    _ = environment.plan(unchecked: parsed, variables: ["x"]).evaluate([.int(1)])
                }
                if let checked = try? environment.compile(text) {
                    _ = environment.plan(checked, variables: ["x"]).evaluate([.int(1)])
                }
                finished.withLock { $0 += 1 }
            }
        }
        #expect(finished.withLock { $0 } == 8)
    }

    private static func issue(_ text: String, _ environment: Environment) throws -> CEL.Issue {
        let error = try #require(throws: CompilationError.self) { try environment.compile(text) }
        return try #require(error.issues.first)
    }

    @Test("an expression that is too long or nests too deeply says so where it does")
    func compiling() throws {
        let long = try Self.issue(String(repeating: " ", count: 100_001) + "1", Self.environment())
        #expect(long.kind == "limit")
        #expect(long.message == "the expression is longer than 100000 bytes")
        let deep = try Self.issue(Self.nested("(", "1", ")", depth: 101), Self.environment())
        #expect(deep.kind == "limit")
        #expect(deep.message == "the expression nests deeper than 100")
        #expect(deep.range == 100..<101)
        let tree = try Self.issue(Self.nested("", "1", " + 1", depth: 100), Self.environment())
        #expect(tree.message == "the expression nests deeper than 100")
    }

    @Test("long chains of && and || do not nest")
    func chains() throws {
        let text = Array(repeating: "x == 1", count: 5000).joined(separator: " || ")
        let environment = Self.environment()
        let program = environment.plan(try environment.compile(text), variables: ["x"])
        #expect(program.evaluate([.int(1)]).quoted == "true")
        #expect(program.evaluate([.int(2)]).quoted == "false")
    }

    @Test(
        "the longest expressions are compiled in a time that grows with their length",
        arguments: [
            "[x] == [1] || ", "y() == 1 || ", "size(zz.q) > 1 || ", "x.foo(1) || ",
            "1 + 'a' == 1 || ",
        ])
    func longest(_ part: String) throws {
        let environment = Self.environment()
        let text = String(repeating: part, count: 99_900 / part.utf8.count) + "true"
        let parsed = try environment.parse(text)
        let loose = environment.plan(unchecked: parsed, variables: ["x"]).evaluate([.int(1)])
        #expect(loose.quoted == "true")
        do {
            let checked = try environment.compile(text)
            _ = environment.plan(checked, variables: ["x"]).evaluate([.int(1)])
        } catch {
            #expect(error.issues.count == 100)
        }
    }

    @Test(
        "a function that is called unchecked with any number of arguments gives a value or an error",
        arguments: [
            "or", "orValue", "value", "hasValue", "optional.of", "optional.none", "size", "int",
            "string", "dyn", "type", "timestamp", "duration", "getFullYear", "matches", "contains",
            "startsWith", "format", "join", "split", "substring", "replace", "indexOf", "charAt",
            "reverse", "math.greatest", "math.least", "math.abs", "math.round", "math.bitAnd",
            "lists.range", "slice", "flatten", "distinct", "sort", "first", "last", "isIP", "ip",
            "cidr", "containsIP", "sets.contains", "sets.equivalent", "base64.encode",
            "strings.quote", "regex.replace", "regex.extract", "no_such_function",
        ])
    func anyArguments(_ name: String) throws {
        let environment = Self.environment()
        let words = ["x", "'a'", "[1]", "{1: 2}", "optional.of(x)", "optional.none()", "null"]
        for count in 0...5 {
            for word in words {
                let list = Array(repeating: word, count: count).joined(separator: ", ")
                for call in ["\(name)(\(list))", "(\(word)).\(name)(\(list))"] {
                    // A macro is no function.
                    guard let parsed = try? environment.parse(call) else { continue }
                    let program = environment.plan(unchecked: parsed, variables: ["x"])
                    _ = program.evaluate([.int(1)])
                    _ = program.evaluate([.null])
                    _ = program.trace([.int(1)])
                }
            }
        }
    }

    @Test("a type that doubles with every step is refused")
    func types() throws {
        var environment = Self.environment()
        let pair = Type.opaque("pair", [.parameter("A"), .parameter("A")])
        environment.declare(
            Function(
                name: "pair",
                overloads: [.init(id: "pair", arguments: [.parameter("A")], result: pair) { $0[0] }]
            ))
        let issue = try Self.issue(Self.nested("pair(", "x == 1", ")", depth: 40), environment)
        #expect(issue.message == "the type of the expression is too large")
    }

    private static let costly = [
        "lists.range(1000000).all(a, lists.range(1000000).all(b, a + b >= 0))",
        "lists.range(9999999).map(a, a).size() > 0",
        "cel.bind(a, lists.range(1000), a.map(b, a)).map(c, c + c + c).size() > 0",
        "lists.range(1000).map(i, string(i)).exists(p, 'a'.matches(p))",
        "lists.range(3000).map(i, lists.range(3000 + i)).size() > 0",
        "cel.bind(a, lists.range(40000), a.distinct() == a && sets.contains(a, a))",
        "lists.range(100000).exists(i, 'x'.split('x', i).join('y') == 'z')",
    ]

    @Test(
        "an evaluation that takes too long fails, whatever would absorb the error",
        arguments: costly)
    func evaluating(_ text: String) throws {
        var environment = Self.environment()
        environment.limits.cost = 100_000
        let program = environment.plan(try environment.compile(text + " || true"), variables: [])
        guard case .error(let error) = program.evaluate([]) else {
            Issue.record("no error")
            return
        }
        #expect(error.message == "the evaluation takes more than 100000 steps")
    }

    /// Steps of a comprehension over four elements, and how many rounds it takes.
    private static let rounds: [(String, Int)] = [
        ("[1, 2, 3, 4].all(a, a > 0)", 4), ("[1, 2, 3, 4].exists(a, a == 2)", 2),
        ("[1, 2, 3, 4].exists_one(a, a == 2)", 4), ("[1, 2, 3, 4].map(a, a) == []", 4),
        ("[1, 2, 3, 4].map(a, a > 2, a) == []", 4), ("[1, 2, 3, 4].filter(a, a > 2) == []", 4),
        ("[1, 2, 3, 4].sortBy(a, -a) == []", 4), ("{1: 2, 3: 4}.all(k, v, k < v)", 2),
        ("[1, 2, 3, 4].transformList(i, a, i + a) == []", 4),
        ("{1: 2, 3: 4}.transformMap(k, v, k + v) == {}", 2),
        ("{1: 2, 3: 4}.transformMapEntry(k, v, {v: k}) == {}", 2),
        ("[1, 2, 3, 4].all(a, [1, 2, 3].exists(b, b == 3))", 16),
        ("[1, 2].all(a, [1, 2].all(b, [1, 2].all(c, [1, 2].all(d, a + b + c + d > 0))))", 30),
        ("[1, 2].exists(a, a == 3) || [1, 2].exists(a, a == 2)", 4),
    ]

    @Test(
        "comprehensions take as many steps as they have rounds, those of nested ones added up",
        arguments: rounds)
    func comprehensions(_ text: String, _ count: Int) throws {
        var environment = Self.environment()
        let full = environment.plan(try environment.compile(text), variables: []).evaluate([])
        environment.limits.comprehensionSteps = count
        let checked = try environment.compile(text)
        #expect(environment.plan(checked, variables: []).evaluate([]).quoted == full.quoted)
        environment.limits.comprehensionSteps = count - 1
        let program = environment.plan(checked, variables: [])
        guard case .error(let error) = program.evaluate([]) else {
            Issue.record("no error")
            return
        }
        #expect(error.message == "the comprehensions take more than \(count - 1) steps")
        #expect(program.trace([]).value.quoted == Value.error(error).quoted)
    }

    @Test("the error of too many steps is at the comprehension that took them")
    func place() throws {
        var environment = Self.environment()
        environment.limits.comprehensionSteps = 5
        let text = "1 + [1, 2, 3].map(a, [a, a].map(b, b).size()).size()"
        let program = environment.plan(try environment.compile(text), variables: [])
        guard case .error(let error) = program.evaluate([]) else {
            Issue.record("no error")
            return
        }
        #expect(
            error.rendered(in: text) == """
                error: the comprehensions take more than 5 steps
                  1 + [1, 2, 3].map(a, [a, a].map(b, b).size()).size()
                                       ^^^^^^^^^^^^^^^^
                """)
    }

    @Test("nothing absorbs the error of too many steps of comprehensions")
    func absorbing() throws {
        var environment = Self.environment()
        environment.limits.comprehensionSteps = 2
        for text in ["[1, 2, 3].all(a, true) || true", "[[1, 2, 3].all(a, true)].exists(b, !b)"] {
            let program = environment.plan(try environment.compile(text), variables: [])
            #expect(program.evaluate([]).quoted.contains("take more than 2 steps"))
        }
    }

    @Test("steps past any number are refused again and again")
    func overflow() throws {
        let environment = Self.environment()
        let part = "lists.range(9223372036854775807) == []"
        let text = Array(repeating: part, count: 9).joined(separator: " || ")
        let program = environment.plan(try environment.compile(text), variables: [])
        #expect(program.evaluate([]).quoted.contains("takes more than 10000000 steps"))
    }
}
