import CEL
import Testing

@Suite("time zones") struct TimeZoneTests {
    /// A compiled zone (RFC 8536) that is an hour ahead from 1970-01-01T00:00:10Z on, and after that
    /// follows `rule`.
    private static func file(rule: String) -> [UInt8] {
        func integer(_ value: Int64, _ width: Int) -> [UInt8] {
            (0..<width).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
        }
        func part(width: Int) -> [UInt8] {
            let counts: [Int64] = [0, 0, 0, 1, 2, 8]
            let head = Array("TZif2".utf8) + Array(repeating: 0, count: 15)
            let types = integer(0, 4) + [0, 0] + integer(3600, 4) + [0, 4]
            return head + counts.flatMap { integer($0, 4) } + integer(10, width) + [1] + types
                + Array("UTC\0ONE\0".utf8)
        }
        return part(width: 4) + part(width: 8) + Array("\n\(rule)\n".utf8)
    }

    private static func hours(_ zone: String, at time: String, rule: String) throws -> String {
        var environment = Environment()
        environment.timeZones = TimeZones { name in
            name == "Test/Zone" ? file(rule: rule) : name == "Test/Broken" ? [1, 2, 3] : nil
        }
        let text = "timestamp(\(time)).getHours(\"\(zone)\")"
        return environment.plan(try environment.compile(text), variables: []).evaluate([]).quoted
    }

    @Test(
        "offsets change when the zone says so",
        arguments: [
            ("0", "ONE-1", "0"), ("9", "ONE-1", "0"), ("10", "ONE-1", "1"),
            ("'2040-01-01T00:00:00Z'", "ONE-1", "1"),
            ("'2040-01-01T00:00:00Z'", "EST5EDT,M3.2.0,M11.1.0", "19"),
            ("'2040-03-11T06:59:59Z'", "EST5EDT,M3.2.0,M11.1.0", "1"),
            ("'2040-03-11T07:00:00Z'", "EST5EDT,M3.2.0,M11.1.0", "3"),
            ("'2040-11-04T05:59:59Z'", "EST5EDT,M3.2.0,M11.1.0", "1"),
            ("'2040-11-04T07:00:00Z'", "EST5EDT,M3.2.0,M11.1.0", "2"),
            ("'2040-01-01T00:00:00Z'", "AEST-10AEDT,M10.1.0,M4.1.0/3", "11"),
            ("'2040-07-01T00:00:00Z'", "AEST-10AEDT,M10.1.0,M4.1.0/3", "10"),
            ("'2040-07-01T00:00:00Z'", "<+03>-3<+04>,J60/0,J300/0", "4"),
            ("'2040-12-01T00:00:00Z'", "<+03>-3<+04>-4,59/0,299/0", "3"),
            ("'2040-07-01T00:00:00Z'", "nonsense,", "1"),
        ])
    func offsets(_ time: String, _ rule: String, _ hours: String) throws {
        #expect(try Self.hours("Test/Zone", at: time, rule: rule) == hours)
    }

    @Test(
        "what is no zone is an error",
        arguments: ["Test/Other", "Test/Broken", "../Test", "/Test", "Test//Zone", "25:00", "+1:2"])
    func unknown(_ zone: String) throws {
        #expect(try Self.hours(zone, at: "0", rule: "").hasPrefix("error"))
    }

    @Test("UTC and offsets need no database", arguments: [("UTC", "0"), ("+08:00", "8")])
    func fixed(_ zone: String, _ hours: String) throws {
        let environment = Environment()
        let checked = try environment.compile("timestamp(0).getHours('\(zone)')")
        #expect(environment.plan(checked, variables: []).evaluate([]).quoted == hours)
    }
}
