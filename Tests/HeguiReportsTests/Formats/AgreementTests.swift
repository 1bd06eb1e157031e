import FoundationEssentials
import HeguiDiagnostics
import HeguiEngine
import HeguiPack
import HeguiReview
import HeguiSheets
import Testing

@testable import HeguiReports

/// All formats tell of one review the same, and what the exit status says.
@Suite("Formats agree")
struct AgreementTests {
    private struct JSON: Decodable {
        struct Outcome: Decodable { var outcome: String, level: String, fingerprint: String }
        struct Finding: Decodable { var level: String }
        var outcomes: [Outcome], data_findings: [Finding]
    }

    private struct Line: Decodable {
        var outcome: JSON.Outcome?, data_finding: JSON.Finding?
    }

    private struct SARIF: Decodable {
        struct Result: Decodable {
            struct Suppression: Decodable { var kind: String }
            var kind: String?, level: String, suppressions: [Suppression]
        }
        struct Run: Decodable {
            struct Invocation: Decodable { var executionSuccessful: Bool }
            var invocations: [Invocation], results: [Result]
        }
        var runs: [Run]
    }

    private static let levels: [(Level, String, String)] = [
        (.mandatory, "error", "error"), (.verify, "warning", "warning"), (.hint, "note", "notice"),
    ]

    @Test(
        "counts are the same in JSON, JSON Lines and CSV", arguments: 1...60 as ClosedRange<UInt64>)
    func counts(seed: UInt64) throws {
        let review = RandomReview.review(seed: seed)
        let totals = VerdictCounts(review)
        let json = try JSONDecoder().decode(
            JSON.self,
            from: Data(
                try reportText {
                    JSONReport(review, provenance: Provenance()).write(to: &$0)
                }.utf8))
        let lines = try reportText {
            JSONLinesReport(review, provenance: Provenance()).write(to: &$0)
        }
        .split(separator: "\n").map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
        let csv = try reportText { CSVReport(review, language: .chinese).writeOutcomes(to: &$0) }
        for level in Level.allCases {
            let name = level.rawValue
            for verdict in Verdict.allCases {
                let word = verdict.rawValue
                let wanted = totals.count(verdict, level)
                let found = json.outcomes.count { $0.level == name && $0.outcome == word }
                #expect(found == wanted)
                let read = lines.compactMap(\.outcome)
                #expect(read.count { $0.level == name && $0.outcome == word } == wanted)
                #expect(csv.components(separated: ",\(word),\(name),person,") == wanted)
            }
            let findings = json.data_findings.count { $0.level == name }
            #expect(findings == totals.dataFindings(level))
            #expect(
                lines.compactMap(\.data_finding).count { $0.level == name }
                    == totals.dataFindings(level))
        }
    }

    @Test(
        "open findings are the same in SARIF and annotations",
        arguments: 1...60 as ClosedRange<UInt64>)
    func open(seed: UInt64) throws {
        let review = RandomReview.review(seed: seed)
        let totals = VerdictCounts(review)
        let sarif = try JSONDecoder().decode(
            SARIF.self,
            from: Data(
                try reportText {
                    SARIFReport(review, provenance: Provenance(), language: .chinese)
                        .write(to: &$0, places: DropPlaces())
                }.utf8))
        let run = sarif.runs[0]
        #expect(run.invocations[0].executionSuccessful == review.isComplete)
        let annotations = try reportText {
            AnnotationReport(review, provenance: Provenance(), language: .english)
                .write(to: &$0, places: DropPlaces())
        }
        .split(separator: "\n")
        let failures =
            RuleFailure.all(in: review).count + review.diagnostics.count
            + (review.isComplete ? 0 : 1)
        for (level, sarifLevel, command) in Self.levels {
            var wanted = totals.open(level)
            if level == .hint { wanted += totals.count(.advised) }
            let found = run.results.count {
                $0.kind == nil && $0.level == sarifLevel && $0.suppressions.isEmpty
            }
            #expect(found == wanted)
            let errors = level == .mandatory ? failures : 0
            let told = annotations.count {
                $0.hasPrefix("::\(command) ") && !$0.hasPrefix("::notice title=hegui::")
            }
            #expect(told == wanted + errors)
        }
        let suppressed = run.results.count { !$0.suppressions.isEmpty }
        let explained = Level.allCases.reduce(0) { $0 + totals.explained($1) }
        #expect(suppressed == totals.count(.waived) + explained)
        #expect(run.results.count { $0.kind == "open" } == totals.count(.undetermined))
        #expect(run.results.count { $0.kind == "informational" } == totals.count(.pending))
    }

    @Test(
        "JUnit and TAP fail and err where the exit status does",
        arguments: 1...60 as ClosedRange<UInt64>)
    func status(seed: UInt64) throws {
        let review = RandomReview.review(seed: seed)
        for level in [Level.mandatory, .verify, .hint, nil] {
            let failing = level.map { VerdictCounts(review).openFindings(atOrAbove: $0) } ?? 0
            let junit = try reportText {
                JUnitReport(
                    CheckSuites(
                        review, provenance: Provenance(), language: .english, failLevel: level
                    )
                ).write(to: &$0)
            }
            #expect(junit.components(separated: "<failure ") == failing)
            let errors = junit.components(separated: "<error ")
            #expect((errors == 0) == review.isComplete)
            #expect(junit.contains("failures=\"\(failing)\" errors=\"\(errors)\""))
            let tap = try reportText {
                TAPReport(
                    CheckSuites(
                        review, provenance: Provenance(), language: .english, failLevel: level
                    )
                ).write(to: &$0)
            }
            .split(separator: "\n")
            #expect(tap.count { $0.hasPrefix("not ok ") } == failing + errors)
            let cases = junit.components(separated: "<testcase ")
            #expect(tap.contains { $0 == "1..\(cases)" || $0 == "1..0 # SKIP" && cases == 0 })
        }
    }

    @Test(
        "the summary in text and Markdown has the same figures",
        arguments: 1...60 as ClosedRange<UInt64>)
    func summaries(seed: UInt64) throws {
        let review = RandomReview.review(seed: seed)
        let totals = VerdictCounts(review)
        let text = try reportText {
            TextReport(review, scope: .everything, language: .chinese).write(to: &$0)
        }
        let markdown = try reportText {
            MarkdownReport(review, provenance: Provenance(), language: .chinese).write(to: &$0)
        }
        let open = Level.byWeight.map { level in
            let owed = review.material.count { $0.isOpen && $0.level == level }
            return (level, totals.openViolations(level) + totals.dataFindings(level) + owed)
        }.filter { $0.1 > 0 }.map { "\($0.0.words.zh) \($0.1)" }.joined(separator: " · ")
        let line = open.isEmpty ? "没有待处理的事项" : "待处理：\(open)"
        #expect(text.contains(line))
        #expect(open.isEmpty || markdown.contains(line))
        #expect(markdown.contains("未能全部检查") != review.isComplete)
    }
}

extension String {
    /// How often `separator` stands in the text.
    fileprivate func components(separated separator: String) -> Int {
        split(separator: separator, omittingEmptySubsequences: false).count - 1
    }
}
