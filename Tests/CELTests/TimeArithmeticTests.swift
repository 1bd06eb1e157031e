import CEL
import Testing

/// Carries and borrows of seconds, and the limits of timestamps and durations, on both sides of zero.
@Suite("arithmetic of times") struct TimeArithmeticTests {
    private static func value(
        _ text: String, _ variables: [(name: String, type: Type, value: Value)] = []
    ) throws -> String {
        var environment = Environment()
        for variable in variables {
            environment.declare(variable: variable.name, as: variable.type)
        }
        let program = environment.plan(
            try environment.compile(text), variables: variables.map(\.name))
        return program.evaluate(variables.map(\.value)).quoted
    }

    @Test(
        "a timestamp is carried over whole seconds, days and years",
        arguments: [
            ("2013-06-01T00:00:00.5Z", "+", "500ms", "2013-06-01T00:00:01Z"),
            ("2013-06-01T00:00:00.5Z", "+", "499999999ns", "2013-06-01T00:00:00.999999999Z"),
            ("2013-06-01T00:00:00.5Z", "+", "500000001ns", "2013-06-01T00:00:01.000000001Z"),
            ("2013-06-01T00:00:00.999999999Z", "+", "1ns", "2013-06-01T00:00:01Z"),
            ("2013-06-01T00:00:00.5Z", "-", "500ms", "2013-06-01T00:00:00Z"),
            ("2013-06-01T00:00:00.5Z", "-", "500000001ns", "2013-05-31T23:59:59.999999999Z"),
            ("2013-06-01T00:00:00Z", "-", "1ns", "2013-05-31T23:59:59.999999999Z"),
            ("2013-06-01T00:00:00Z", "+", "-1ns", "2013-05-31T23:59:59.999999999Z"),
            ("2013-06-01T00:00:00Z", "+", "-1s", "2013-05-31T23:59:59Z"),
            ("2012-12-31T23:59:59.5Z", "+", "0.5s", "2013-01-01T00:00:00Z"),
            ("1969-12-31T23:59:59.5Z", "+", "500ms", "1970-01-01T00:00:00Z"),
            ("1970-01-01T00:00:00Z", "-", "1ns", "1969-12-31T23:59:59.999999999Z"),
            ("2012-02-28T23:59:59Z", "+", "1s", "2012-02-29T00:00:00Z"),
            ("2012-02-29T23:59:59.9Z", "+", "100ms", "2012-03-01T00:00:00Z"),
            ("2100-02-28T23:59:59Z", "+", "1s", "2100-03-01T00:00:00Z"),
            ("2000-03-01T00:00:00Z", "-", "1s", "2000-02-29T23:59:59Z"),
        ])
    func carries(time: String, sign: String, duration: String, moved: String) throws {
        let text = "timestamp('\(time)') \(sign) duration('\(duration)')"
        #expect(try Self.value(text) == "timestamp(\"\(moved)\")")
    }

    private static let second: Int64 = 1_000_000_000

    /// A timestamp that many nanoseconds after 1970 began, counted in whole numbers.
    private static func timestamp(_ nanoseconds: Int64) throws -> Timestamp {
        let rest = (nanoseconds % second + second) % second
        return try #require(
            Timestamp(seconds: (nanoseconds - rest) / second, nanoseconds: Int32(rest)))
    }

    @Test("timestamps add and subtract as their nanoseconds do", arguments: [-2, -1, 0, 1, 2])
    func nanoseconds(_ seconds: Int64) throws {
        let parts: [Int64] = [0, 1, 499_999_999, 500_000_000, 500_000_001, 999_999_999]
        let starts = parts.map { seconds * Self.second + $0 }
        let lengths = (-2...2).flatMap { whole in parts.map { whole * Self.second + $0 } }
        let text = "[t + d, t - d, timestamp('1970-01-01T00:00:00Z') + (t + d - t)]"
        for start in starts {
            for length in lengths {
                let found = try Self.value(
                    text,
                    [
                        ("t", .timestamp, .timestamp(try Self.timestamp(start))),
                        ("d", .duration, .duration(nanoseconds: length)),
                    ])
                let expected = try [start + length, start - length, length].map {
                    Value.timestamp(try Self.timestamp($0))
                }
                #expect(found == Value.list(expected).quoted, "\(start) and \(length)")
            }
        }
    }

    @Test(
        "the first and the last point in time are reached, and nothing past them",
        arguments: [
            ("timestamp('9999-12-31T23:59:58.5Z') + duration('1.499999999s')", true),
            ("timestamp('9999-12-31T23:59:58.5Z') + duration('1.5s')", false),
            ("timestamp('9999-12-31T23:59:59.999999999Z') + duration('1ns')", false),
            ("timestamp('9999-12-31T23:59:59.999999999Z') - duration('-1ns')", false),
            ("timestamp('0001-01-01T00:00:00.000000001Z') - duration('1ns')", true),
            ("timestamp('0001-01-01T00:00:00Z') - duration('1ns')", false),
            ("timestamp('0001-01-01T00:00:00Z') + duration('-1ns')", false),
            ("timestamp('0001-01-01T00:00:01Z') - duration('1s')", true),
            ("timestamp(253402300799)", true), ("timestamp(253402300800)", false),
            ("timestamp(-62135596800)", true), ("timestamp(-62135596801)", false),
            ("timestamp(0) - duration('-9223372036.854775808s')", false),
        ])
    func range(_ text: String, _ isValid: Bool) throws {
        let found = try Self.value(text)
        #expect(found.hasPrefix("timestamp(") == isValid)
        #expect((found == "error: timestamp out of range") == !isValid)
    }

    @Test(
        "an offset may not carry a text past the first or the last point in time",
        arguments: [
            ("0001-01-01T01:00:00+01:00", "timestamp(\"0001-01-01T00:00:00Z\")"),
            ("9999-12-31T22:59:59.5-01:00", "timestamp(\"9999-12-31T23:59:59.5Z\")"),
            ("0001-01-01T00:59:59+01:00", nil), ("9999-12-31T23:00:00-01:00", nil),
        ])
    func offsets(_ text: String, _ expected: String?) throws {
        let refused = "error: a value of type `string` cannot be converted to `timestamp`"
        #expect(try Self.value("timestamp('\(text)')") == expected ?? refused)
    }

    @Test(
        "the parts of a timestamp's text end where clock and calendar end",
        arguments: [
            ("2013-06-01T23:59:59Z", true), ("2013-06-01T23:59:60Z", false),
            ("2013-06-01T23:60:00Z", false), ("2013-06-01T24:00:00Z", false),
            ("2012-02-29T00:00:00Z", true), ("2012-02-30T00:00:00Z", false),
            ("2013-02-29T00:00:00Z", false), ("1900-02-29T00:00:00Z", false),
            ("2000-02-29T00:00:00Z", true), ("2013-04-30T00:00:00Z", true),
            ("2013-04-31T00:00:00Z", false), ("2013-12-31T00:00:00Z", true),
            ("2013-12-32T00:00:00Z", false), ("2013-06-00T00:00:00Z", false),
            ("2013-00-01T00:00:00Z", false), ("2013-13-01T00:00:00Z", false),
            ("2013-06-01T00:00:00+23:59", true), ("2013-06-01T00:00:00-23:59", true),
            ("2013-06-01T00:00:00+24:00", false), ("2013-06-01T00:00:00+00:60", false),
        ])
    func calendar(_ text: String, _ isValid: Bool) throws {
        #expect(try Self.value("timestamp('\(text)')").hasPrefix("timestamp(") == isValid)
    }

    @Test(
        "two timestamps are a duration apart, as far as a duration reaches",
        arguments: [
            ("2013-06-01T00:00:01Z", "2013-06-01T00:00:00.5Z", "0.5s"),
            ("2013-06-01T00:00:00.5Z", "2013-06-01T00:00:01Z", "-0.5s"),
            ("1970-01-01T00:00:00.25Z", "1969-12-31T23:59:59.75Z", "0.5s"),
            ("1969-12-31T23:59:59.75Z", "1970-01-01T00:00:00.25Z", "-0.5s"),
            ("2013-06-01T00:00:01Z", "2013-06-01T00:00:00Z", "1s"),
            ("2262-04-11T23:47:16.854775807Z", "1970-01-01T00:00:00Z", "9223372036.854775807s"),
            ("1970-01-01T00:00:00Z", "2262-04-11T23:47:16.854775808Z", "-9223372036.854775808s"),
            ("2262-04-11T23:47:16.854775808Z", "1970-01-01T00:00:00Z", nil),
            ("1970-01-01T00:00:00Z", "2262-04-11T23:47:16.854775809Z", nil),
            ("9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", nil),
        ])
    func differences(_ later: String, _ earlier: String, _ expected: String?) throws {
        #expect(
            try Self.value("timestamp('\(later)') - timestamp('\(earlier)')")
                == expected.map { "duration(\"\($0)\")" } ?? "error: duration out of range")
    }

    @Test(
        "the longest and the shortest duration are reached, and nothing past them",
        arguments: [
            ("9223372036.854775806s", "+", "1ns", "9223372036.854775807s"),
            ("9223372036.854775807s", "+", "1ns", nil),
            ("9223372036.854775807s", "-", "-1ns", nil),
            ("-9223372036.854775807s", "-", "1ns", "-9223372036.854775808s"),
            ("-9223372036.854775808s", "-", "1ns", nil),
            ("-9223372036.854775808s", "+", "-1ns", nil),
            ("-9223372036.854775808s", "+", "9223372036.854775807s", "-0.000000001s"),
            ("999999999ns", "+", "1ns", "1s"), ("-999999999ns", "-", "1ns", "-1s"),
            ("1s", "-", "1ns", "0.999999999s"), ("0.5s", "-", "0.5s", "0s"),
        ])
    func durations(first: String, sign: String, second: String, sum: String?) throws {
        #expect(
            try Self.value("duration('\(first)') \(sign) duration('\(second)')")
                == sum.map { "duration(\"\($0)\")" } ?? "error: duration out of range")
    }

    @Test(
        "the parts of a duration's text are carried into each other",
        arguments: [
            ("999ms1000us", "1s"), ("-0.9s100ms", "-1s"), ("1h-1m", nil), ("59m60s", "3600s"),
            ("0.9999999999s", "0.999999999s"), ("-1.5s", "-1.5s"), ("1ns", "0.000000001s"),
            ("2562047h47m16.854775807s", "9223372036.854775807s"),
            ("2562047h47m16.854775808s", nil), ("9223372036854775808ns", nil),
            ("-2562047h47m16.854775808s", "-9223372036.854775808s"),
            ("-2562047h47m16.854775809s", nil), ("2562048h", nil), ("-2562048h", nil),
            ("9223372036.854775809s", nil), ("-9223372036.854775809s", nil),
        ])
    func texts(_ text: String, _ expected: String?) throws {
        let refused = "error: a value of type `string` cannot be converted to `duration`"
        #expect(
            try Self.value("duration('\(text)')")
                == expected.map { "duration(\"\($0)\")" } ?? refused)
    }

    @Test(
        "the parts of a time change at the exact second",
        arguments: [
            ("duration('3599.999999999s').getHours()", "0"), ("duration('1h').getHours()", "1"),
            ("duration('-1h').getHours()", "-1"), ("duration('-3599s').getHours()", "0"),
            ("duration('59.999s').getMinutes()", "0"), ("duration('60s').getMinutes()", "1"),
            ("duration('-60s').getMinutes()", "-1"), ("duration('0.999s').getSeconds()", "0"),
            ("duration('-1s').getSeconds()", "-1"), ("duration('1s').getMilliseconds()", "0"),
            ("duration('999999999ns').getMilliseconds()", "999"),
            ("duration('-1.25s').getMilliseconds()", "-250"),
            ("timestamp('1969-12-31T23:59:59.999Z').getSeconds()", "59"),
            ("timestamp('1969-12-31T23:59:59.999Z').getMilliseconds()", "999"),
            ("timestamp('1969-12-31T23:59:59Z').getHours()", "23"),
            ("timestamp('1969-12-31T23:59:59Z').getFullYear()", "1969"),
            ("timestamp('1969-12-31T23:59:59Z').getDayOfYear()", "364"),
            ("timestamp('1969-12-31T23:59:59Z').getDayOfWeek()", "3"),
            ("timestamp('1969-12-27T23:59:59Z').getDayOfWeek()", "6"),
            ("timestamp('1969-12-28T00:00:00Z').getDayOfWeek()", "0"),
            ("timestamp('1970-01-01T00:00:00Z').getDayOfWeek()", "4"),
            ("timestamp('0001-01-01T00:00:00Z').getDayOfWeek()", "1"),
            ("timestamp('9999-12-31T23:59:59Z').getDayOfWeek()", "5"),
            ("timestamp('2012-12-31T00:00:00Z').getDayOfYear()", "365"),
            ("timestamp('2013-01-01T00:00:00Z').getFullYear('-00:01')", "2012"),
            ("timestamp('2013-01-01T00:00:00Z').getMinutes('-00:01')", "59"),
            ("timestamp('2012-12-31T23:59:00Z').getFullYear('+00:01')", "2013"),
            ("timestamp('2012-12-31T23:58:59Z').getFullYear('+00:01')", "2012"),
            ("timestamp('2013-01-31T23:00:00Z').getDate('+01:00')", "1"),
            ("timestamp('2013-02-01T00:59:59Z').getMonth('-01:00')", "0"),
        ])
    func parts(_ text: String, _ expected: String) throws {
        #expect(try Self.value(text) == expected)
    }
}
