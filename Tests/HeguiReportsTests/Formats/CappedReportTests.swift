import FoundationEssentials
import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiSheets
import Testing

@testable import HeguiReports

/// Reports for pipelines list the weightiest results up to a number, and say how many they do not list.
@Suite("Capped reports")
struct CappedReportTests {
    private struct SARIF: Decodable {
        struct Run: Decodable {
            struct Result: Decodable {
                struct Location: Decodable {
                    struct Physical: Decodable {
                        struct Artifact: Decodable { var uri: String }
                        var artifactLocation: Artifact
                        var region: [String: Int]?
                    }
                    var physicalLocation: Physical?
                }
                var ruleId: String, level: String, kind: String?
                var locations: [Location]
                var suppressions: [[String: String]]
                var partialFingerprints: [String: String]
            }
            struct Invocation: Decodable {
                struct Notification: Decodable {
                    struct Text: Decodable { var text: String }
                    var descriptor: [String: String], level: String, message: Text
                }
                var toolExecutionNotifications: [Notification]
            }
            var results: [Result], invocations: [Invocation]
        }
        var runs: [Run]
    }

    private static func sarif(
        _ review: Review, limit: Int? = nil, leavesOutSettled: Bool = false
    ) throws -> SARIF.Run {
        let report = SARIFReport(
            review, provenance: Provenance(), language: .english, limit: limit,
            leavesOutSettled: leavesOutSettled)
        let text = try reportText { report.write(to: &$0, places: DropPlaces()) }
        let sarif = try JSONDecoder().decode(SARIF.self, from: Data(text.utf8))
        return try #require(sarif.runs.first)
    }

    private static let ranks = ["error": 0, "warning": 1, "note": 2]

    private static func rank(_ result: SARIF.Run.Result) -> Int {
        if result.kind != nil { return 4 }
        return result.suppressions.isEmpty ? ranks[result.level] ?? 9 : 3
    }

    @Test(
        "SARIF lists the weightiest results in their order, and says how many are left out",
        arguments: 1...40 as ClosedRange<UInt64>)
    func sarifCap(seed: UInt64) throws {
        let review = RandomReview.review(seed: seed)
        let all = try Self.sarif(review)
        for limit in [1, 3, all.results.count / 2, all.results.count, all.results.count + 1]
        where limit > 0 {
            let run = try Self.sarif(review, limit: limit)
            #expect(run.results.count == min(limit, all.results.count))
            let weights = all.results.map(Self.rank).sorted().prefix(limit)
            #expect(run.results.map(Self.rank).sorted() == Array(weights))
            let note = run.invocations[0].toolExecutionNotifications
                .first { $0.descriptor["id"] == "left-out" }
            let leftOut = all.results.count - run.results.count
            #expect((note != nil) == (leftOut > 0))
            if leftOut > 0 { #expect(note?.message.text.contains("\(leftOut) more") == true) }
        }
    }

    @Test(
        "every SARIF result is in a file, and without a line has the hash by which GitHub knows it",
        arguments: 1...40 as ClosedRange<UInt64>)
    func places(seed: UInt64) throws {
        for review in [SampleReview.review, RandomReview.review(seed: seed)] {
            var bare = review
            bare.outcomes = OutcomeList(
                review.outcomes.map { outcome in
                    var outcome = outcome
                    outcome.sources = []
                    return outcome
                })
            for review in [review, bare] {
                for result in try Self.sarif(review).results {
                    let place = try #require(result.locations.first?.physicalLocation)
                    #expect(!place.artifactLocation.uri.isEmpty)
                    let hash = result.partialFingerprints["primaryLocationLineHash"]
                    #expect((hash == nil) == (place.region?["startLine"] != nil))
                }
            }
        }
    }

    @Test("what is waived or explained is left out of SARIF where that is asked for")
    func settled() throws {
        let all = try Self.sarif(SampleReview.review)
        let open = try Self.sarif(SampleReview.review, leavesOutSettled: true)
        #expect(all.results.contains { !$0.suppressions.isEmpty })
        #expect(open.results.count == all.results.count { $0.suppressions.isEmpty })
    }

    @Test(
        "JUnit has at most so many cases, all failures first, and its counts are those of its cases",
        arguments: 1...40 as ClosedRange<UInt64>)
    func junit(seed: UInt64) throws {
        let review = RandomReview.review(seed: seed)
        func write(_ limit: Int?) throws -> String {
            try reportText {
                JUnitReport(
                    CheckSuites(
                        review, provenance: Provenance(), language: .english, failLevel: .hint,
                        limit: limit)
                ).write(to: &$0)
            }
        }
        func count(_ word: String, in text: String) -> Int {
            text.split(separator: word, omittingEmptySubsequences: false).count - 1
        }
        let all = try write(nil)
        let cases = count("<testcase ", in: all)
        #expect(try write(cases + 10) == all)
        let limit = max(review.rules.count + review.diagnostics.count + 12, cases / 2)
        let text = try write(limit)
        let listed = count("<testcase ", in: text)
        #expect(listed <= limit)
        #expect(text.contains("tests=\"\(listed)\""))
        #expect(text.contains("results not listed") == text.contains("name=\"left_out\""))
        #expect((listed < cases) == text.contains("results not listed") || listed == cases)
    }

    @Test("annotations and the code quality report begin with what weighs most")
    func order() throws {
        for seed in 1...40 as ClosedRange<UInt64> {
            let review = RandomReview.review(seed: seed)
            let text = try reportText {
                AnnotationReport(review, provenance: Provenance(), language: .english, limit: 7)
                    .write(to: &$0, places: DropPlaces())
            }
            let kinds = text.split(separator: "\n").compactMap { line in
                ["::error ", "::warning ", "::notice "].firstIndex { line.hasPrefix($0) }
            }
            #expect(kinds == kinds.sorted())
        }
    }

    @Test("annotations say what GitHub does not show, before any other notice")
    func hidden() throws {
        let review = LongReview(count: 600, step: 5).review
        let text = try reportText {
            AnnotationReport(review, provenance: Provenance(), language: .english, limit: 100)
                .write(to: &$0, places: DropPlaces())
        }
        let lines = text.split(separator: "\n")
        #expect(lines.count { $0.hasPrefix("::error ") && $0.contains("late") } <= 100)
        let notice = try #require(lines.first { $0.hasPrefix("::notice ") })
        #expect(notice.contains("errors: 120"))
        #expect(notice.contains("23 more"))
    }
}
