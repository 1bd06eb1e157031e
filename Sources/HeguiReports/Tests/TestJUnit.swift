import HeguiDiagnostics
import HeguiPack
package import HeguiReview

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
        let redaction = stream.redaction
        let quoted = { (text: String) in redaction.masked(DataText(text)).quotedInXML }
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
        let redaction = stream.redaction
        let quoted = { (text: DataText) in redaction.masked(text).quotedInXML }
        let example = result.check.example
        let name: DataText =
            example.subject.map { "\(example.name) (\($0))" } ?? DataText(example.name)
        stream.write("    <testcase name=\(quoted(name)) classname=\(quoted(DataText(suite))) ")
        let file = quoted(DataText(example.span.file))
        stream.write("file=\(file) line=\"\(example.span.start.line)\"")
        guard !result.holds else { return stream.write("/>\n") }
        let wrong = result.fields.filter { !$0.isAsExpected }
        let message = wrong.map { "\($0.name): \($0.expected) ≠ \($0.actual)" as DataText }
            .joined(separator: "; ")
        stream.write(">\n      <failure message=\(quoted(message))>")
        for field in wrong {
            let difference: DataText = """
                \(field.span.file):\(field.span.start.line)
                - \(field.name): \(field.expected)
                + \(field.name): \(field.actual)

                """
            stream.write(redaction.masked(difference).inXML)
        }
        stream.write("</failure>\n    </testcase>\n")
    }
}
