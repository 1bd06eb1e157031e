import HeguiLint
import HeguiPack
import HeguiReports
import HeguiReview

/// The examples and test cases of a pack, run, and how much of the pack they try.
public struct PackTest: Sendable {
    private let run: TestRun
    /// The language in which the pack's messages are first written.
    public let language: ReportLanguage

    /// Whether every example and every case comes out as it expects.
    public var holds: Bool { run.failures.isEmpty }

    /// Runs the examples and cases of the pack in `folder`.
    ///
    /// - Throws: `ReviewFailure` where the pack cannot be read or has mistakes.
    public static func run(folder: String) throws(ReviewFailure) -> PackTest {
        let rules = try RulePack.load(folder: folder)
        return PackTest(run: TestRun(rules.pack), language: rules.language)
    }

    /// Whether the least of the shares of rules, outcomes and boundaries that are tried reaches
    /// `percent`, such as `90` or `97.5`; nil where that is no number.
    public func reaches(percent: String) -> Bool? {
        guard let wanted = Ratio(percent: percent) else { return nil }
        return run.coverage.share >= wanted
    }

    /// Returns the failures as a diff and the coverage, for a terminal.
    public func text(in language: ReportLanguage, isColoured: Bool = false) -> ReportFile {
        let report = TestReport(run, language: language.language, isColoured: isColoured)
        return ReportFile(name: "test.txt", redaction: .full) { report.write(to: &$0) }
    }

    /// Returns the failures and the coverage as JSON.
    public func json() -> ReportFile {
        let report = TestJSON(run)
        return ReportFile(name: "test.json", redaction: .full) { report.write(to: &$0) }
    }

    /// Returns each check as a test case of JUnit's XML.
    public func junit() -> ReportFile {
        let report = TestJUnit(run)
        return ReportFile(name: "test.xml", redaction: .full) { report.write(to: &$0) }
    }
}
