import CEL
import HeguiCalendar
import HeguiPack
import Testing

@Suite("functions of a pack's expressions")
struct ExpressionEnvironmentTests {
    private let environment: Environment
    private let variables: [(name: String, type: Type)] = [
        ("empty", .wrapper(DayValue.type)), ("march", DayValue.type), ("may", DayValue.type),
        ("number", .wrapper(.int)), ("days", .list(.wrapper(DayValue.type))),
        ("term", LengthValue.type), ("born", DayValue.type),
    ]

    init() {
        environment = ExpressionEnvironment(
            layouts: [], parameters: [], calendar: .weekendsOnly, counting: CountingRule(),
            given: { $0 == "members" }
        ).environment(scope: variables)
    }

    /// Values by name: `march` is some day of March 2013, `born` the month of March as such.
    private func value(of text: String) throws -> Value {
        let march = try #require(Month("2013-03")).days
        let may = try #require(Day("2013-05-20"))
        let cause = UnknownCause(key: "members/3/registered_on")
        let arguments: [Value] = [
            .null, .opaque(DayValue(march, cause: cause)), .opaque(DayValue(may)), .null,
            .list([.opaque(DayValue(may)), .null, .opaque(DayValue(march, cause: cause))]),
            .opaque(LengthValue(try #require(PeriodLength(1, .months)))),
            .opaque(DayValue(march, isMonth: true)),
        ]
        let checked = try environment.compile(text)
        return environment.plan(checked, variables: variables.map(\.name)).evaluate(arguments)
    }

    private func text(_ value: Value) -> String {
        switch value {
        case .opaque(let value): value.description
        case .unknown(let unknown):
            "unknown" + unknown.causes.map { " " + $0.key }.joined()
        case .error(let error): "error: " + error.message
        default: value.quoted
        }
    }

    @Test(
        "an expression has its value",
        arguments: [
            (#"date("2013-01-31").addMonths(1)"#, "2013-02-28"),
            (#"date("2013-03-31").addDays(-1)"#, "2013-03-30"),
            (#"date("2013-01-31").plus(term)"#, "2013-02-28"),
            (#"dueDay(date("2013-02-10"), term)"#, "2013-03-11"),
            (#"date("2013-02-10").daysUntil(date("2013-02-01"))"#, "-9"),
            (#"date("2013-01-31").monthsUntil(date("2013-02-28"))"#, "1"),
            (#"date("2013-01-15").monthsUntil(date("2013-03-14"))"#, "1"),
            (#"date("2013-03-14").monthsUntil(date("2013-01-15"))"#, "-1"),
            (#"date("2013-02-30")"#, "error: `2013-02-30` is not a day (YYYY-MM-DD)"),
            ("may.year() * 10000 + may.month() * 100 + may.dayOfMonth()", "20130520"),
            (#"may > date("2013-05-19") && may <= date("2013-05-20")"#, "true"),
            (#"may == date("2013-05-20")"#, "true"), (#"may != date("2013-05-21")"#, "true"),
            ("halfOf(may).label()", #""2013年上半年""#), ("halfOf(may).end()", "2013-06-30"),
            ("quarterOf(may).start()", "2013-04-01"), ("yearOf(may).contains(march)", "true"),
            ("monthOf(may).contains(march)", "false"),
            (#"yearOf(may) == yearOf(date("2013-12-31"))"#, "true"),
            ("total([1, 2, 3])", "6"), ("total([])", "0"),
            ("size(distinct([1, 2, 1]))", "2"), ("first([3, 4]) + last([3, 4])", "7"),
            ("first([1].filter(x, x > 1)) == null", "true"),
            ("earliest(days)", "2013-03"), ("latest(days)", "2013-05-20"),
            ("earliest([empty])", "null"), (#"given("members") && !given("moves")"#, "true"),
            (#"["a", "b"].join("、")"#, #""a、b""#), ("[3, 1].sort()[0]", "1"),
        ])
    func values(expression: String, expected: String) throws {
        #expect(text(try value(of: expression)) == expected)
    }

    @Test(
        "a month without a day compares as all its days",
        arguments: [
            ("march < may", "true"), (#"march < date("2013-03-01")"#, "false"),
            (#"march <= date("2013-03-31")"#, "true"),
            (#"march > date("2013-03-10")"#, "unknown members/3/registered_on"),
            (#"march == date("2013-04-01")"#, "false"),
            (#"march == date("2013-03-01")"#, "unknown members/3/registered_on"),
            ("march == march", "unknown members/3/registered_on"),
            ("march.month()", "3"), ("march.dayOfMonth()", "unknown members/3/registered_on"),
            ("march.addMonths(1)", "2013-04"), ("monthOf(march).label()", #""2013年3月""#),
            ("march.daysUntil(may)", "unknown members/3/registered_on"),
            ("march.monthsUntil(may)", "unknown members/3/registered_on"),
            (#"march.monthsUntil(date("2013-05-01"))"#, "unknown members/3/registered_on"),
        ])
    func months(expression: String, expected: String) throws {
        #expect(text(try value(of: expression)) == expected)
    }

    @Test(
        "the value of a month column is the month itself",
        arguments: [
            ("born == born", "true"), ("born <= born", "true"), ("born < born", "false"),
            ("born == march", "unknown members/3/registered_on"),
            ("born.year()", "2013"), ("size(distinct([born, born]))", "1"),
        ])
    func monthColumns(expression: String, expected: String) throws {
        #expect(text(try value(of: expression)) == expected)
    }

    @Test(
        "an empty value may be compared with null, and all else is unknown",
        arguments: [
            ("empty == null", "true"), ("empty != null && empty < may", "false"),
            ("empty < may", "unknown"), ("empty < may || true", "true"),
            ("empty.addDays(1)", "unknown"), ("yearOf(empty)", "unknown"),
            ("number + 1", "unknown"), ("total([1, number])", "unknown"),
        ])
    func empties(expression: String, expected: String) throws {
        #expect(text(try value(of: expression)) == expected)
    }

    @Test(
        "a misuse is found before anything runs",
        arguments: [
            #"may < "2013-05-20""#, "may + 1", "earliest([1])", "dueDay(may, 30)", "may.years()",
            "given(1)", "yearOf(may) < yearOf(may)",
        ])
    func misuses(expression: String) {
        #expect(throws: CompilationError.self) { try environment.compile(expression) }
    }
}
