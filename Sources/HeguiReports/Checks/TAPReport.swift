import HeguiDiagnostics
import HeguiPack
import HeguiReview

/// Writes a review as TAP 14, a test point for each case that JUnit has.
///
/// A point is `not ok` where its JUnit case fails or errs; a skipped one is `ok … # SKIP reason`.
package struct TAPReport: Sendable {
    private let suites: CheckSuites

    package init(_ suites: CheckSuites) {
        self.suites = suites
    }

    /// Writes the whole report.
    package func write(to stream: inout ReportStream) {
        let total = suites.counted().reduce(0) { $0 + $1.counts.tests }
        var output = stream
        output.write("TAP version 14\n1..\(total)")
        output.write(total == 0 ? " # SKIP\n" : "\n")
        for (name, value) in ProvenanceList(suites.review, suites.provenance).entries {
            writeComment("\(name): \(value)", to: &output)
        }
        var number = 0
        var current: CheckSuite?
        suites.walk { suite in
            current = suite
            writeComment(CheckSuites.title(of: suite), to: &output)
        } check: { check in
            number += 1
            write(check, number, of: current, to: &output)
        }
        stream = output
    }

    private func writeComment(_ text: DataText, to stream: inout ReportStream) {
        stream.write("# \(stream.redaction.masked(text).visible)\n")
    }

    private func write(
        _ check: CheckCase, _ number: Int, of suite: CheckSuite?, to stream: inout ReportStream
    ) {
        let redaction = stream.redaction
        let title = [suite.map { CheckSuites.title(of: $0) }, check.name].compactMap(\.self)
            .joined(separator: ": ")
        let isOK = check.result != .failed && check.result != .errored
        stream.write(isOK ? "ok" : "not ok")
        stream.write(" \(number) - \(redaction.masked(title).inTAP)")
        if case .skipped(let reason) = check.result {
            stream.write(" # SKIP \(redaction.masked(reason).inTAP)")
        }
        stream.write("\n")
        guard !check.message.isEmpty else { return }
        let quoted = { (text: DataText) in redaction.masked(text).quotedInYAML }
        stream.write("  ---\n  message: \(quoted(check.message))\n")
        let severity: MaskedText = check.result == .errored ? "error" : isOK ? "skip" : "fail"
        stream.write("  severity: \(severity)\n  type: \(quoted(check.type))\n")
        stream.write("  rule: \(quoted(DataText(suite?.id ?? "")))\n")
        if let fingerprint = check.fingerprint {
            stream.write("  fingerprint: \(quoted("\(fingerprint)"))\n")
        }
        if !check.details.isEmpty {
            stream.write("  details:\n")
            for line in check.details { stream.write("    - \(quoted(line))\n") }
        }
        stream.write("  ...\n")
    }
}
