import CEL
import Testing

@Suite("properties") struct PropertyTests {
    /// With an even seed expressions use all libraries.
    private static let seeds: Range<UInt64> = 1..<17
    private static let rounds = 150

    private static func environment() -> Environment {
        var environment = Environment()
        environment.declare(variable: "i", as: .int)
        environment.declare(variable: "j", as: .int)
        environment.declare(variable: "s", as: .string)
        environment.declare(variable: "b", as: .bool)
        environment.declare(variable: "l", as: .list(.int))
        environment.declare(variable: "m", as: .map(.string, .int))
        environment.declare(variable: "u", as: .uint)
        environment.declare(variable: "d", as: .double)
        environment.declare(variable: "t", as: .timestamp)
        environment.declare(variable: "p2", as: .map(.string, .int))
        for library in Library.extensions { environment.add(library) }
        return environment
    }

    private static let variables = ["i", "j", "s", "b", "l", "m", "u", "d", "t", "p2"]

    private static func arguments(_ random: inout SeededGenerator) throws -> [Value] {
        let ints: [Int64] = [0, 1, -7, 3, .max, .min]
        let map = try #require(
            MapValue([(.string("a"), .int(1)), (.string("b"), .int(-2))]))
        return [
            .int(ints.randomElement(using: &random) ?? 0),
            .int(ints.randomElement(using: &random) ?? 0),
            .string(["", "a", "12", "党员"].randomElement(using: &random) ?? ""),
            .bool(Bool.random(using: &random)),
            .list(
                [[], [.int(1)], [.int(1), .int(2), .int(3)]].randomElement(using: &random) ?? []),
            .map(map), .uint([0, 7, .max].randomElement(using: &random) ?? 0),
            .double([0, -1.5, 1e300, .nan].randomElement(using: &random) ?? 0),
            .timestamp(try #require(Timestamp("2013-06-01T12:00:00Z"))), .map(map),
        ]
    }

    /// Returns the expression as nested names, without places.
    private static func shape(_ parsed: ParsedExpression) -> String {
        func shape(_ id: SyntaxNode.ID) -> String {
            switch parsed.nodes[id].kind {
            case .constant(let value): return "(\(value.type) \(value.quoted))"
            case .name(let name, let isAbsolute): return "(name \(name) \(isAbsolute))"
            case .select(let operand, let field, let access):
                return "(\(access) \(field.text) \(shape(operand)))"
            case .index(let operand, let index, let isOptional):
                return "(index \(isOptional) \(shape(operand)) \(shape(index)))"
            case .call(let call):
                let parts = (call.target.map { [$0] } ?? []) + call.arguments
                return "(call \(call.function.text) \(call.target != nil) "
                    + parts.map(shape).joined(separator: " ") + ")"
            case .logical(let isAnd, let operands):
                return "(logical \(isAnd) " + operands.map(shape).joined(separator: " ") + ")"
            case .conditional(let condition, let first, let second):
                return "(if \(shape(condition)) \(shape(first)) \(shape(second)))"
            case .list(let elements):
                return "(list "
                    + elements.map { "\($0.isOptional) \(shape($0.value))" }
                    .joined(separator: " ") + ")"
            case .map(let entries):
                return "(map "
                    + entries.map { "\($0.isOptional) \(shape($0.key)) \(shape($0.value))" }
                    .joined(separator: " ") + ")"
            case .message(let name, let entries):
                return "(message \(shape(name)) "
                    + entries.map { shape($0.key) + shape($0.value) }.joined() + ")"
            case .comprehension(let comprehension):
                return "(\(comprehension.macro.text) \(shape(comprehension.target)) "
                    + comprehension.variables.map(\.text).joined(separator: " ")
                    + (comprehension.filter.map { shape($0) } ?? "") + shape(comprehension.body)
                    + ")"
            case .binding(let variable, let value, let body):
                return "(bind \(variable.text) \(shape(value)) \(shape(body)))"
            }
        }
        return shape(parsed.root)
    }

    private static let written = [
        "-(5)", "-5", "--5", "-(-5)", "- 5 . f()", "(-5).f()", "-(5.f())", "!(!a)", "a - (b - c)",
        "(a - b) - c", "a && (b && c)", "(a && b) && c", "a || b && c", "(a || b) && c",
        "(a ? b : c) ? d : e", "a ? b : c ? d : e", "a ? (b ? c : d) : e", "a.?b[?c].d",
        "has(a.b)", ".a.b", ".f(x)", "{?'a': b, c: d}", "[?a, b]", "a.`b-c`.in_", "a.`in`",
        "A.B{c: 1, ?d: 2}", "x.all(i, v, i < v)", "x.map(i, i > 1, i)", "cel.bind(x, 1, x)",
        "'a\\n\\\"\\\\'", "b'\\xff'", "1.0", "-1.5e300", "1e-7", "5u", "a.optMap(x, x)",
        "a in b in c",
        "(a == b) == c", "a == (b == c)", "a % b * c / d", "-x.y", "(-x).y", "!x.y()", "a[b][c]",
        "'\\u2028\\x7f'", "x.transformMap(k, v, k != v, v)", "1.f()", "1.0.f()",
    ]

    @Test("a printed expression parses to the same expression", arguments: written)
    func printing(_ text: String) throws {
        var environment = Environment()
        for library in Library.extensions { environment.add(library) }
        let parsed = try environment.parse(text)
        let printed = parsed.description
        let again = try environment.parse(printed)
        #expect(Self.shape(again) == Self.shape(parsed), "\(printed)")
        #expect(again.description == printed)
    }

    @Test("so does one that was made up", arguments: seeds)
    func printingMadeUp(_ seed: UInt64) throws {
        var generator = ExpressionGenerator(seed: seed, hasExtensions: seed % 2 == 0)
        let environment = Self.environment()
        for _ in 0..<Self.rounds {
            let parsed = try environment.parse(generator.any())
            let again = try environment.parse(parsed.description)
            #expect(Self.shape(again) == Self.shape(parsed), "\(parsed.text)")
        }
    }

    @Test("a checked expression never fails for a type", arguments: seeds)
    func soundness(_ seed: UInt64) throws {
        var generator = ExpressionGenerator(seed: seed, hasExtensions: seed % 2 == 0)
        let environment = Self.environment()
        var values = 0
        for _ in 0..<Self.rounds {
            let text = generator.any()
            let checked = try environment.compile(text)
            let program = environment.plan(checked, variables: Self.variables)
            let value = program.evaluate(try Self.arguments(&generator.random))
            if case .error(let error) = value {
                let isConversion = error.message.contains("cannot be converted")
                let isType =
                    !isConversion
                    && ["no overload", "expected", "a value of type", "undeclared"]
                        .contains { error.message.hasPrefix($0) }
                #expect(!isType, "\(text): \(error.message)")
                #expect(error.range != nil, "\(text): \(error.message)")
            } else {
                let isKnown = checked.type != .dyn
                #expect(!isKnown || value.type == checked.type.outer, "\(text): \(value.quoted)")
                values += 1
            }
        }
        #expect(values > 20)
    }

    @Test("what is known of part of the data holds for all of them", arguments: seeds)
    func partialEvaluation(_ seed: UInt64) throws {
        var generator = ExpressionGenerator(seed: seed, hasExtensions: seed % 2 == 0)
        let environment = Self.environment()
        var unknowns = 0
        for _ in 0..<Self.rounds {
            let text = generator.any()
            let program = environment.plan(
                try environment.compile(text), variables: Self.variables)
            let arguments = try Self.arguments(&generator.random)
            let full = program.evaluate(arguments)
            var partial = arguments
            var missing: Set<String> = []
            for index in partial.indices where Bool.random(using: &generator.random) {
                missing.insert(Self.variables[index])
                partial[index] = .unknown(
                    Unknown(
                        causes: [UnknownCause(key: Self.variables[index])],
                        known: Self.part(of: arguments[index], &generator.random)))
            }
            let value = program.evaluate(partial)
            if case .unknown(let unknown) = value {
                let causes = unknown.causes.map(\.key)
                #expect(!causes.isEmpty && missing.isSuperset(of: causes), "\(text)")
                #expect(Set(causes).count == causes.count, "\(text)")
                unknowns += 1
            } else {
                #expect(value.quoted == full.quoted, "\(text)")
            }
        }
        // Otherwise the property would say nothing.
        #expect(unknowns > 20 && unknowns < Self.rounds)
    }

    /// Some elements of a list, some that may be others of it, and a bound on the rest; or nothing.
    private static func part(
        of value: Value, _ random: inout some RandomNumberGenerator
    ) -> Unknown.Known? {
        guard case .list(let values) = value, Int.random(in: 0..<4, using: &random) > 0 else {
            return nil
        }
        var (kept, perhaps, rest): ([Value], [Value], Int) = ([], [], 0)
        for value in values {
            switch Int.random(in: 0..<3, using: &random) {
            case 0: kept.append(value)
            case 1: perhaps.append(value)
            default: rest += 1
            }
        }
        // What may be there need not be there.
        if let other = values.randomElement(using: &random), Bool.random(using: &random) {
            perhaps.append(other)
        }
        let further = Int64(rest + Int.random(in: 0...1, using: &random))
        return .elements(
            kept, perhaps: perhaps,
            furtherAtMost: Bool.random(using: &random) ? further : nil)
    }

    @Test("an expression costs no more than was estimated", arguments: seeds)
    func cost(_ seed: UInt64) throws {
        var generator = ExpressionGenerator(seed: seed)
        var environment = Self.environment()
        for _ in 0..<Self.rounds {
            environment.limits.cost = ResourceLimits().cost
            let checked = try environment.compile(generator.any())
            let arguments = try Self.arguments(&generator.random)
            let full = environment.plan(checked, variables: Self.variables).evaluate(arguments)
            environment.limits.cost = checked.estimatedCost(elements: 0...3).upperBound
            // The texts here are short; what reading them costs is left out of the estimate.
            environment.limits.cost += 4 * checked.text.utf8.count
            let limited = environment.plan(checked, variables: Self.variables).evaluate(arguments)
            #expect(limited.quoted == full.quoted, "\(checked.text)")
        }
    }

    @Test("a trace ends with the value, and tracing changes nothing", arguments: seeds)
    func tracing(_ seed: UInt64) throws {
        var generator = ExpressionGenerator(seed: seed, hasExtensions: seed % 2 == 0)
        let environment = Self.environment()
        for _ in 0..<Self.rounds {
            let program = environment.plan(
                try environment.compile(generator.any()), variables: Self.variables)
            let arguments = try Self.arguments(&generator.random)
            let value = program.evaluate(arguments)
            let trace = program.trace(arguments)
            #expect(trace.value.quoted == value.quoted)
            if let last = trace.entries.last { #expect(last.value.quoted == value.quoted) }
        }
    }
}

extension Type {
    /// The type as a value tells it.
    fileprivate var outer: Type {
        switch self {
        case .list: .list(.dyn)
        case .map: .map(.dyn, .dyn)
        default: self
        }
    }
}
