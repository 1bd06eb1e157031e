import CEL
import HeguiCalendar
import HeguiLoader
import HeguiPack
import Testing

@Suite("numbers, tables and ranks in expressions")
struct NumberExpressionTests {
    private static func number(_ numerator: Int64, _ denominator: Int64 = 1) -> ValueKey? {
        Ratio(numerator, denominator).map { .ratio($0) }
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
        Day(year: year, month: month, day: day) ?? .minimum
    }

    private static let cell = UnknownCause(key: "members/1/born")

    /// Returns what `text` evaluates to over the tables and columns of the pack with all forms.
    private func value(
        of text: String, _ days: DayRange? = nil, counting: CountingRule = CountingRule()
    ) throws -> Value {
        let result = PackLoader.load(try PackFixture.sources(ofFolder: "all-forms"))
        let pack = try #require(result.pack)
        let tables = pack.parameters.compactMap { parameter -> (String, Value, Type)? in
            guard let type = parameter.tableType, let value = parameter.values.first?.value else {
                return nil
            }
            let table = value.value(name: parameter.name, type: type)
            return (parameter.name, table, TableValue.type(of: type))
        }
        let scope = [("d", DayValue.type)] + tables.map { ($0.0, $0.2) }
        let environment = ExpressionEnvironment(
            layouts: pack.layouts, parameters: pack.parameters, calendar: .weekendsOnly,
            counting: counting, given: { _ in true }
        ).environment(scope: scope)
        let program = environment.plan(try environment.compile(text), variables: scope.map(\.0))
        let day = DayValue(days ?? DayRange(Self.day(2013, 3, 31)), cause: Self.cell)
        return program.evaluate([.opaque(day)] + tables.map(\.1))
    }

    private func key(_ text: String, _ days: DayRange? = nil) throws -> ValueKey? {
        ValueKey(try value(of: text, days))
    }

    private func causes(_ text: String, _ days: DayRange? = nil) throws -> [UnknownCause]? {
        guard case .unknown(let unknown) = try value(of: text, days) else { return nil }
        return unknown.causes
    }

    @Test(
        "arithmetic is exact",
        arguments: [
            ("number(\"0.1\") + number(\"0.2\")", number(3, 10)),
            ("number(\"1,234.5\") * 2", number(2469)),
            ("1 / number(3)", number(1, 3)),
            ("number(10) - 0", number(10)),
            ("-number(\"50%\")", number(-1, 2)),
            ("number(\"1/3\") + number(1)/6", number(1, 2)),
            ("total([number(1), number(\"0.5\")])", number(3, 2)),
            ("total([number(1)].filter(n, n > 1))", number(0)),
            ("least([number(3), number(\"2.5\")])", number(5, 2)),
            ("greatest([number(3), number(\"2.5\")])", number(3)),
        ])
    func arithmetic(text: String, expected: ValueKey?) throws {
        #expect(try key(text) == expected)
    }

    @Test(
        "comparisons are exact, between numbers and with ints",
        arguments: [
            ("number(\"0.1\") + number(\"0.2\") == number(\"0.3\")", true),
            ("number(\"18/19\") < number(\"95%\")", true),
            ("number(\"19/20\") >= number(\"95%\")", true),
            ("number(10) / 20 > number(\"1/2\")", false),
            ("3 <= number(3) && number(3) <= 3", true),
            ("number(\"3000.01\") > 3000", true),
        ])
    func comparison(text: String, expected: Bool) throws {
        #expect(try key(text) == .bool(expected))
    }

    @Test(
        "rounding says which way, and a half goes away from zero",
        arguments: [
            ("round(number(\"2.25\"), number(\"0.1\"), \"half-up\")", number(23, 10)),
            ("round(number(\"-2.25\"), number(\"0.1\"), \"half-up\")", number(-23, 10)),
            ("round(number(\"2.29\"), number(\"0.1\"), \"down\")", number(22, 10)),
            ("round(number(\"2.21\"), number(\"0.1\"), \"up\")", number(23, 10)),
            ("round(7, 5, \"half-up\")", number(5)),
            ("quota(number(\"30%\"), 3, \"down\")", ValueKey.int(0)),
            ("quota(number(\"30%\"), 3, \"up\")", .int(1)),
            ("quota(number(\"30%\"), 3, \"half-up\")", .int(1)),
            ("quota(number(\"1/2\"), 5, \"half-up\")", .int(3)),
        ])
    func rounding(text: String, expected: ValueKey?) throws {
        #expect(try key(text) == expected)
    }

    @Test(
        "what cannot be computed is an error",
        arguments: [
            "number(1) / 0", "round(number(1), number(0), \"up\")",
            "number(999999999999999999) * 999999999999999999",
            "quota(number(\"1/3\"), 2, \"none\")",
        ])
    func failures(text: String) throws {
        guard case .error = try value(of: text) else {
            Issue.record("\(text) gave a value")
            return
        }
    }

    @Test("nothing has no least and no greatest")
    func empty() throws {
        #expect(try key("least([number(1)].filter(n, n > 1))") == .null)
        #expect(try key("greatest([1].filter(n, n > 1))") == .null)
    }

    @Test(
        "an edge belongs to the row that includes it",
        arguments: [
            ("star.at(0)", ValueKey.string("none")), ("star.at(59)", .string("none")),
            ("star.at(number(\"59.99\"))", .string("none")), ("star.at(90)", .string("five")),
            ("method.at(date(\"1969-03-31\"))", .string("meeting")),
            ("method.at(date(\"1969-04-01\"))", .string("branch")),
            ("report_to.at(\"school\")", .string("community")),
            ("dues_rate.at(3000) == number(\"0.5%\")", .bool(true)),
            ("stage.at(6)", .string("removal")),
        ])
    func lookup(text: String, expected: ValueKey) throws {
        #expect(try key(text) == expected)
    }

    @Test(
        "a stretch that is left open is unknown for its reading",
        arguments: [
            ("star.at(60) == \"none\"", "star", "left open"),
            ("report_to.at(\"enterprise\")", "report_to", "the document does not say"),
        ])
    func leftOpen(text: String, table: String, reading: String) throws {
        let gaps = try causes(text)?.compactMap { TableGap($0) }
        #expect(gaps?.map(\.table) == [table])
        #expect(gaps?.map(\.reading?.en) == [reading])
    }

    @Test(
        "outside the table is unknown",
        arguments: [
            ("dues_rate.at(-1) > 3", "dues_rate"), ("report_to.at(\"mill\")", "report_to"),
            ("method.at(date(\"1900-01-01\"))", "method"),
        ])
    func outside(text: String, table: String) throws {
        #expect(try causes(text)?.map { TableGap($0) } == [TableGap(table: table, reading: nil)])
    }

    @Test("a day known by month is looked up where all its days agree")
    func month() throws {
        let march = DayRange(first: Self.day(1969, 3, 1), last: Self.day(1969, 3, 31))
        #expect(try key("method.at(d)", march) == .string("meeting"))
        let spring = DayRange(first: Self.day(1969, 3, 1), last: Self.day(1969, 5, 31))
        #expect(try causes("method.at(d)", spring) == [Self.cell])
        let autumn = DayRange(first: Self.day(1956, 9, 1), last: Self.day(1956, 9, 30))
        #expect(try causes("method.at(d)", autumn) == [Self.cell])
    }

    @Test("a rank is the place among the values, 0 for the lowest")
    func rank() throws {
        #expect(try key("rank(\"units.grade\", \"poor\")") == .int(0))
        let text = "rank(\"units.grade\", \"good\") > rank(\"units.grade\", \"qualified\")"
        #expect(try key(text) == .bool(true))
    }

    @Test(
        "the day before a length, by the way days are counted",
        arguments: [
            (CountingRule(), "1 month", "2013-02-28"), (CountingRule(), "3 days", "2013-03-28"),
            (CountingRule(start: .sameDay), "1 month", "2013-03-01"),
            (CountingRule(start: .sameDay), "2 weeks", "2013-03-18"),
            (CountingRule(end: .fixedDays), "1 month", "2013-03-01"),
            (CountingRule(), "2 working days", "2013-03-27"),
            (CountingRule(), "0 days", "2013-03-31"),
        ])
    func minus(counting: CountingRule, length: String, expected: String) throws {
        let text = "d.minus(length(\"\(length)\")) == date(\"\(expected)\")"
        #expect(ValueKey(try value(of: text, counting: counting)) == .bool(true))
    }

    @Test("a period has neighbours and a number of days")
    func periods() throws {
        #expect(
            try key("quarterOf(d).previous().end() == date(\"2012-12-31\")") == .bool(true))
        #expect(try key("yearOf(d).next().start() == date(\"2014-01-01\")") == .bool(true))
        #expect(try key("monthOf(d).days()") == .int(31))
    }
}
