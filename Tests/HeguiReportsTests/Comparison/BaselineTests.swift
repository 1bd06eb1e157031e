import FoundationEssentials
import HeguiDiagnostics
import HeguiPack
import HeguiReview
import Testing

@testable import HeguiReports

@Suite("Baselines")
struct BaselineTests {
    private static let review = SampleReview.review

    private func baseline(_ review: Review, lines: Bool = false) throws -> Baseline {
        let provenance = SampleReview.provenance
        let text =
            lines
            ? try reportText { JSONLinesReport(review, provenance: provenance).write(to: &$0) }
            : try SavedSample.text(review)
        return try Baseline(Data(text.utf8), name: "base")
    }

    private func result(_ baseline: Baseline, _ level: Level = .hint) -> Baseline.Result {
        baseline.result(of: Self.review, within: Self.review, level: level)
    }

    @Test(
        "a review has nothing new over itself, whichever format is the baseline",
        arguments: [false, true], Level.allCases)
    func itself(lines: Bool, level: Level) throws {
        let result = result(try baseline(Self.review, lines: lines), level)
        #expect(result.newCount == 0 && result.goneCount == 0)
        #expect(result.knownCount == VerdictCounts(Self.review).openFindings(atOrAbove: level))
    }

    @Test("what the baseline lacks is new, and what only it has is gone")
    func newAndGone() throws {
        var earlier = Self.review
        var outcomes = Array(earlier.outcomes)
        for index in outcomes.indices {
            switch outcomes[index].rule {
            // It was met then.
            case "card-late" where outcomes[index].verdict == .violated:
                outcomes[index].verdict = .met
            // It was not yet explained then.
            case "too-few-loans": outcomes[index].explanation = nil
            default: break
            }
        }
        earlier.outcomes = OutcomeList(outcomes)
        earlier.dataFindings.removeLast()
        let result = result(try baseline(earlier))
        #expect(result.newOutcomes.map(\.rule) == ["card-late"])
        #expect(result.newDataFindingCount == 1)
        #expect(result.goneCount == 1)
        let text = BaselineSummary(result, name: "base", pack: SamplePack.pack)
        #expect(
            text.text(in: .chinese).string
                == "基线 base：新增 2 · 已知 3 · 消失 1\n  + A1  乙班 林一白（P1）  办证逾期\n  + 数据问题 1 项\n")
    }

    @Test(
        "findings of one fingerprint are known only where each says what one of the baseline says",
        arguments: [
            // What two findings of one fingerprint say, in the baseline and now; how many are new.
            (["甲"], ["甲"], 0), (["甲"], ["乙"], 0), (["甲"], ["甲", "甲"], 2),
            (["甲", "甲"], ["甲", "甲"], 0), (["甲", "乙"], ["乙", "甲"], 0),
            (["甲", "乙"], ["甲", "丙"], 1), (["甲", "甲"], ["甲"], 1), ([], ["甲"], 1),
        ])
    func twice(before: [String], now: [String], new: Int) throws {
        let sample = try #require(
            Array(Self.review.outcomes).first { $0.verdict == .violated && $0.isOpen })
        func review(_ messages: [String]) -> Review {
            var review = Self.review
            review.dataFindings = []
            review.outcomes = OutcomeList(
                messages.map {
                    var outcome = sample
                    outcome.message = Message(zh: $0, en: $0)
                    return outcome
                })
            return review
        }
        let later = review(now)
        let result = try baseline(review(before)).result(of: later, within: later, level: .hint)
        #expect(result.newCount == new)
        #expect(result.goneCount == before.count - now.count + new)
    }

    @Test("a baseline of another pack is refused", arguments: [false, true])
    func otherPack(lines: Bool) throws {
        let baseline = try baseline(Self.review, lines: lines)
        try baseline.check(isOfPack: SamplePack.pack.id)
        do throws(SavedReview.Failure) {
            try baseline.check(isOfPack: "other")
            Issue.record("taken")
        } catch {
            #expect(error.diagnostic.code == "S0005")
        }
    }

    @Test("a file that says something twice is refused")
    func repeated() throws {
        let text = try SavedSample.text(Self.review)
        let forged = text.replacing("\"outcomes\": [", with: "\"outcomes\": [],\n\"outcomes\": [")
        do throws(SavedReview.Failure) {
            _ = try Baseline(Data(forged.utf8), name: "base")
            Issue.record("read")
        } catch {
            #expect(error.diagnostic.code == "S0007")
        }
    }

    @Test("what was not looked at is not gone")
    func selected() throws {
        var part = Self.review
        part.outcomes = OutcomeList(Array(part.outcomes).filter { $0.rule == "card-late" })
        part.dataFindings = []
        let result = try baseline(Self.review).result(of: part, within: Self.review, level: .hint)
        #expect(result.newCount == 0 && result.knownCount == 1 && result.goneCount == 0)
    }

    @Test(
        "what is neither format is refused",
        arguments: [
            ("", "S0001"), ("{\"runs\": []}", "S0002"), ("{\"outcome\": {}}\n", "S0002"),
            (
                "{\"review\": {\"format\": \"hegui-review-lines\", \"format_version\": 9}}\n",
                "S0003"
            ),
            (
                "{\"review\": {\"format\": \"hegui-review-lines\", \"format_version\": 1}}\n{\"out",
                "S0001"
            ),
            (
                "{\"review\": {\"format\": \"hegui-review-lines\", \"format_version\": 1}}\n",
                "S0001"
            ),
        ])
    func refused(text: String, code: String) {
        do throws(SavedReview.Failure) {
            _ = try Baseline(Data(text.utf8), name: "base")
            Issue.record("read")
        } catch {
            #expect(error.diagnostic.code == code)
        }
    }
}
