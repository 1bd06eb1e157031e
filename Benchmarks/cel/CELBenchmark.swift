import CEL
import Glibc

/// Prints the evaluations per second of three expressions: the best of five runs, on one core.
@main
struct CELBenchmark {
    private struct Subject {
        var name: String
        var text: String
        var variable: String
        var value: Value
    }

    static func main() throws {
        let seconds = CommandLine.arguments.count > 1 ? Double(CommandLine.arguments[1]) : nil
        for subject in subjects() {
            var environment = Environment()
            environment.declare(variable: subject.variable, as: .map(.string, .dyn))
            let checked = try environment.compile(subject.text)
            let program = environment.plan(checked, variables: [subject.variable])
            let rate = measure(program, [subject.value], seconds: seconds ?? 0.4)
            print("\(subject.name)  \(Int(rate / 1000)) k/s  \(subject.text)")
        }
    }

    /// Returns evaluations per second of processor time.
    private static func measure(
        _ program: Program, _ arguments: [Value], seconds: Double
    ) -> Double {
        var best = 0.0
        for _ in 0..<5 {
            var count = 0
            let start = processorSeconds()
            var elapsed = 0.0
            while elapsed < seconds {
                for _ in 0..<1000 {
                    guard case .bool(true) = program.evaluate(arguments) else {
                        print("the answer is wrong")
                        exit(1)
                    }
                }
                count += 1000
                elapsed = processorSeconds() - start
            }
            best = max(best, Double(count) / elapsed)
        }
        return best
    }

    private static func processorSeconds() -> Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func map(_ entries: [(String, Value)]) -> Value {
        .map(MapValue(entries.map { (.string($0.0), $0.1) }) ?? MapValue())
    }

    private static func subjects() -> [Subject] {
        let organisers = ["community", "school", "community", "club", "community", "school"]
        let activities = organisers.enumerated().map { index, organiser in
            let day = Timestamp("\(2011 + index)-06-01T00:00:00Z")
            return map([
                ("organizer", .string(organiser)), ("date", day.map { .timestamp($0) } ?? .null),
                ("hours", .int(Int64(index))),
            ])
        }
        return [
            Subject(
                name: "A",
                text: """
                    size(m.activities.filter(a, a.organizer == "community" \
                    && a.date >= timestamp("2013-01-01T00:00:00Z"))) >= 2
                    """,
                variable: "m", value: map([("activities", .list(activities))])),
            Subject(
                name: "B", text: "unit.registered * 100 >= unit.total * 95", variable: "unit",
                value: map([("registered", .int(57)), ("total", .int(60))])),
            Subject(
                name: "C",
                text: #"""
                    p.email.matches("^[a-z.]+@[a-z]+\\.org$") && p.name.startsWith("Jane") \#
                    && size(p.name) < 40
                    """#,
                variable: "p",
                value: map([
                    ("email", .string("jane.doe@example.org")), ("name", .string("Jane Doe")),
                ])),
        ]
    }
}
