import HeguiDiagnostics
package import HeguiEngine
import HeguiPack

/// Writes what became of a pack's examples as JUnit's XML: a suite for each rule and award.
package struct TestJUnit: Sendable {
    private let run: TestRun

    package init(_ run: TestRun) {
        self.run = run
    }

    package func write(to stream: inout ReportStream) {
        var suites: [(name: String, results: [CheckResult])] = []
        var places: [String: Int] = [:]
        for result in run.results {
            let name = result.check.target.id
            if let place = places[name] {
                suites[place].results.append(result)
            } else {
                places[name] = suites.count
                suites.append((name, [result]))
            }
        }
        stream.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        stream.write(
            "<testsuites name=\(quoted(run.pack.id)) tests=\"\(run.results.count)\" "
                + "failures=\"\(run.failures.count)\">\n")
        for suite in suites {
            let failures = suite.results.count { !$0.holds }
            stream.write(
                "  <testsuite name=\(quoted(suite.name)) tests=\"\(suite.results.count)\" "
                    + "failures=\"\(failures)\" errors=\"0\" skipped=\"0\">\n")
            for result in suite.results { write(result, suite.name, to: &stream) }
            stream.write("  </testsuite>\n")
        }
        stream.write("</testsuites>\n")
    }

    private func write(_ result: CheckResult, _ suite: String, to stream: inout ReportStream) {
        let example = result.check.example
        let name = example.subject.map { "\(example.name) (\($0))" } ?? example.name
        let place = "file=\(quoted(example.span.file)) line=\"\(example.span.start.line)\""
        let head = "    <testcase name=\(quoted(name)) classname=\(quoted(suite)) \(place)"
        guard !result.holds else { return stream.write(head + "/>\n") }
        let wrong = result.fields.filter { !$0.isAsExpected }
        let message = wrong.map { "\($0.name): \($0.expected) ≠ \($0.actual)" }
            .joined(separator: "; ")
        stream.write(head + ">\n      <failure message=\(quoted(message))>")
        for field in wrong {
            let line = TestReport.place(field.span)
            stream.write(
                Self.escaped("\(line)\n- \(field.name): \(field.expected)\n")
                    + Self.escaped("+ \(field.name): \(field.actual)\n"))
        }
        stream.write("</failure>\n    </testcase>\n")
    }

    private func quoted(_ text: String) -> String { "\"" + Self.escaped(text) + "\"" }

    /// What XML 1.0 does not allow at all is left out.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in Redaction.full.mask(text).unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\n", "\t": escaped.unicodeScalars.append(scalar)
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
                continue
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
