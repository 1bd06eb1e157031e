import HeguiDiagnostics
import HeguiPack
import HeguiReview

/// Writes a review as JUnit XML, for tools that show the results of tests.
///
/// The report has a failure exactly where the exit status is 1 or would be but for what could not
/// be checked, and an error exactly where something could not be checked.
package struct JUnitReport: Sendable {
    private let suites: CheckSuites

    private var review: Review { suites.review }

    package init(_ suites: CheckSuites) {
        self.suites = suites
    }

    /// Writes the whole report.
    package func write(to stream: inout ReportStream) {
        let counted = suites.counted()
        stream.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        let total = counted.reduce(into: CheckCounts()) { $0 += $1.counts }
        let title: DataText = "hegui \(review.pack.id) \(review.pack.version) \(review.asOf)"
        let name = stream.redaction.masked(title).quotedInXML
        stream.write(
            "<testsuites name=\(name) tests=\"\(total.tests)\" "
                + "failures=\"\(total.failures)\" errors=\"\(total.errors)\" time=\"0.000\">\n")
        var output = stream
        var written = 0
        suites.walk { suite in
            if written > 0 { output.write("  </testsuite>\n") }
            write(suite, counted[written].counts, isFirst: written == 0, to: &output)
            written += 1
        } check: { check in
            write(check, of: counted[written - 1], to: &output)
        }
        stream = output
        if written > 0 { stream.write("  </testsuite>\n") }
        stream.write("</testsuites>\n")
    }

    private func write(
        _ suite: CheckSuite, _ counts: CheckCounts, isFirst: Bool, to stream: inout ReportStream
    ) {
        let redaction = stream.redaction
        let quoted = { (text: DataText) in redaction.masked(text).quotedInXML }
        let (name, id) = (quoted(CheckSuites.title(of: suite)), quoted(DataText(suite.id)))
        stream.write(
            "  <testsuite name=\(name) id=\(id) package=\(quoted(DataText(review.pack.id))) "
                + "tests=\"\(counts.tests)\" failures=\"\(counts.failures)\" "
                + "errors=\"\(counts.errors)\" skipped=\"\(counts.skipped)\" time=\"0.000\">\n")
        guard isFirst else { return }
        stream.write("    <properties>\n")
        for (name, value) in ProvenanceList(review, suites.provenance).entries {
            stream.write("      <property name=\(quoted(name)) value=\(quoted(value))/>\n")
        }
        if suites.leftOut > 0 {
            stream.write("      <property name=\"left_out\" value=\"\(suites.leftOut)\"/>\n")
        }
        stream.write("    </properties>\n")
    }

    private func write(_ check: CheckCase, of suite: CheckSuite, to stream: inout ReportStream) {
        let redaction = stream.redaction
        let quoted = { (text: DataText) in redaction.masked(text).quotedInXML }
        let group = [review.pack.id, suite.clause, suite.id].filter { !$0.isEmpty }
            .joined(separator: ".")
        let title: DataText = "\(suite.title): \(check.name)"
        stream.write(
            "    <testcase classname=\(quoted(DataText(group))) name=\(quoted(title)) time=\"0.000\""
        )
        let text = redaction.masked(([check.message] + check.details).joined(separator: "\n")).inXML
        switch check.result {
        case .passed: return stream.write("/>\n")
        case .failed:
            stream.write(">\n      <failure type=\(quoted(check.type)) ")
            stream.write("message=\(quoted(check.message))>\(text)</failure>\n")
        case .errored:
            stream.write(">\n      <error type=\(quoted(check.type)) ")
            stream.write("message=\(quoted(check.message))>\(text)</error>\n")
        case .skipped(let reason):
            stream.write(">\n      <skipped message=\(quoted(reason))/>\n")
            if !check.message.isEmpty {
                stream.write("      <system-out>\(text)</system-out>\n")
            }
        }
        stream.write("    </testcase>\n")
    }
}
