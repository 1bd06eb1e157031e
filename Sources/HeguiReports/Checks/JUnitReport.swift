package import HeguiDiagnostics
package import HeguiEngine
package import HeguiPack

/// Writes a review as JUnit XML, for tools that show the results of tests.
///
/// The report has a failure exactly where the exit status is 1 or would be but for what could not
/// be checked, and an error exactly where something could not be checked.
package struct JUnitReport: Sendable {
    private let suites: CheckSuites
    private let provenance: Provenance

    private var review: Review { suites.review }

    /// `failLevel` is the lightest level that counts for the exit status; nil: none does.
    /// What `baseline` has counts no more.
    package init(
        _ review: Review, provenance: Provenance, language: Language, failLevel: Level?,
        baseline: Baseline? = nil
    ) {
        suites = CheckSuites(
            review, language: language, failLevel: failLevel, baseline: baseline)
        self.provenance = provenance
    }

    /// Writes the whole report.
    package func write(to stream: inout ReportStream) {
        let counted = suites.counted()
        let xml = XMLText(redaction: suites.index.redaction)
        stream.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        let total = counted.reduce(into: CheckCounts()) { $0 += $1.counts }
        let title = "hegui \(review.pack.id) \(review.pack.version) \(review.asOf)"
        stream.write(
            "<testsuites name=\(xml.quoted(title)) tests=\"\(total.tests)\" "
                + "failures=\"\(total.failures)\" errors=\"\(total.errors)\" time=\"0.000\">\n")
        var output = stream
        var written = 0
        suites.walk { suite in
            if written > 0 { output.write("  </testsuite>\n") }
            write(suite, counted[written].counts, isFirst: written == 0, xml, to: &output)
            written += 1
        } check: { check in
            write(check, of: counted[written - 1], xml, to: &output)
        }
        stream = output
        if written > 0 { stream.write("  </testsuite>\n") }
        stream.write("</testsuites>\n")
    }

    private func write(
        _ suite: CheckSuite, _ counts: CheckCounts, isFirst: Bool, _ xml: XMLText,
        to stream: inout ReportStream
    ) {
        let name = [suite.clause, suite.title].filter { !$0.isEmpty }.joined(separator: " ")
        stream.write(
            "  <testsuite name=\(xml.quoted(name)) id=\(xml.quoted(suite.id)) "
                + "package=\(xml.quoted(review.pack.id)) tests=\"\(counts.tests)\" "
                + "failures=\"\(counts.failures)\" errors=\"\(counts.errors)\" "
                + "skipped=\"\(counts.skipped)\" time=\"0.000\">\n")
        guard isFirst else { return }
        stream.write("    <properties>\n")
        for (name, value) in ProvenanceList(review, provenance).entries {
            stream.write(
                "      <property name=\(xml.quoted(name)) value=\(xml.quoted(value))/>\n")
        }
        stream.write("    </properties>\n")
    }

    private func write(
        _ check: CheckCase, of suite: CheckSuite, _ xml: XMLText, to stream: inout ReportStream
    ) {
        let group = [review.pack.id, suite.clause, suite.id].filter { !$0.isEmpty }
            .joined(separator: ".")
        let title = [suite.title, check.name].joined(separator: ": ")
        stream.write(
            "    <testcase classname=\(xml.quoted(group)) name=\(xml.quoted(title)) time=\"0.000\"")
        let text = ([check.message] + check.details).joined(separator: "\n")
        switch check.result {
        case .passed: return stream.write("/>\n")
        case .failed, .errored:
            let element = check.result == .failed ? "failure" : "error"
            stream.write(">\n      <\(element) type=\(xml.quoted(check.type)) ")
            stream.write("message=\(xml.quoted(check.message))>")
            stream.write(xml.escaped(text) + "</\(element)>\n")
        case .skipped(let reason):
            stream.write(">\n      <skipped message=\(xml.quoted(reason))/>\n")
            if !check.message.isEmpty {
                stream.write("      <system-out>" + xml.escaped(text) + "</system-out>\n")
            }
        }
        stream.write("    </testcase>\n")
    }
}
