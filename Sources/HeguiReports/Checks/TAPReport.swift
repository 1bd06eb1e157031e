package import HeguiDiagnostics
package import HeguiEngine
package import HeguiPack

/// Writes a review as TAP 14, a test point for each case that JUnit has.
///
/// A point is `not ok` where its JUnit case fails or errs; a skipped one is `ok … # SKIP reason`.
package struct TAPReport: Sendable {
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
        let total = suites.counted().reduce(0) { $0 + $1.counts.tests }
        var output = stream
        output.redaction = suites.index.redaction
        output.write("TAP version 14\n1..\(total)\(total == 0 ? " # SKIP" : "")\n")
        for (name, value) in ProvenanceList(review, provenance).entries {
            output.write("# \(name): \(VisibleText.of(value))\n")
        }
        var number = 0
        var current: CheckSuite?
        suites.walk { suite in
            current = suite
            output.write("# " + Self.title(of: suite) + "\n")
        } check: { check in
            number += 1
            write(check, number, of: current, to: &output)
        }
        output.redaction = nil
        stream = output
    }

    private static func title(of suite: CheckSuite) -> String {
        VisibleText.of([suite.clause, suite.title].filter { !$0.isEmpty }.joined(separator: " "))
    }

    private func write(
        _ check: CheckCase, _ number: Int, of suite: CheckSuite?, to stream: inout ReportStream
    ) {
        let title = [suite.map(Self.title), check.name].compactMap(\.self).joined(separator: ": ")
        let isOK = check.result != .failed && check.result != .errored
        stream.write((isOK ? "ok" : "not ok") + " \(number) - " + Self.escaped(title))
        if case .skipped(let reason) = check.result {
            stream.write(" # SKIP " + Self.escaped(reason))
        }
        stream.write("\n")
        guard !check.message.isEmpty else { return }
        stream.write("  ---\n")
        stream.write("  message: \(Self.quoted(check.message))\n")
        stream.write("  severity: \(check.result == .errored ? "error" : isOK ? "skip" : "fail")\n")
        stream.write("  type: \(Self.quoted(check.type))\n")
        stream.write("  rule: \(Self.quoted(suite?.id ?? ""))\n")
        if let fingerprint = check.fingerprint {
            stream.write("  fingerprint: \"\(fingerprint)\"\n")
        }
        if !check.details.isEmpty {
            stream.write("  details:\n")
            for line in check.details { stream.write("    - \(Self.quoted(line))\n") }
        }
        stream.write("  ...\n")
    }

    /// Returns `text` in one line without anything that would begin a directive.
    ///
    /// A number sign is written full width: readers of TAP 13 know no escape for it.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in VisibleText.of(text).unicodeScalars {
            switch scalar {
            case "#": escaped += "＃"
            case "\\": escaped += "\\\\"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// Returns `text` as a double-quoted scalar of YAML.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in VisibleText.of(text).unicodeScalars {
            if scalar == "\"" || scalar == "\\" { quoted += "\\" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}
