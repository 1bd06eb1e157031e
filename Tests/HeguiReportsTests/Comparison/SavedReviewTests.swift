import FoundationEssentials
import HeguiDiagnostics
import HeguiReview
import HeguiTables
import Testing

@testable import HeguiReports

@Suite("Saved reviews")
struct SavedReviewTests {
    private func code(_ text: String) -> String? {
        do throws(SavedReview.Failure) {
            _ = try SavedReview(Data(text.utf8), name: "review.json")
            return nil
        } catch {
            return error.diagnostic.code
        }
    }

    @Test("what was written is read back")
    func roundTrip() throws {
        let review = SampleReview.review
        let saved = try SavedSample.saved(review)
        #expect(saved.provenance.asOf == "\(review.asOf)")
        #expect(saved.provenance.files.map(\.file) == ["名单.xlsx", "班组.csv"])
        let outcomes = try saved.outcomes.all()
        #expect(saved.outcomes.count == outcomes.count)
        #expect(saved.outcomes.verdicts.map(\.rule) == outcomes.map(\.rule))
        #expect(saved.outcomes.verdicts.map(\.subject) == outcomes.map(\.subject))
        #expect(saved.outcomes.verdicts.map(\.outcome) == outcomes.map(\.outcome))
        #expect(saved.outcomes.verdicts.map(\.level) == outcomes.map(\.level))
        #expect(saved.outcomes.verdicts.map(\.isOpen) == outcomes.map(\.isOpen))
        #expect(outcomes.map(\.rule) == review.outcomes.map(\.rule))
        #expect(outcomes.map(\.outcome) == review.outcomes.map(\.verdict))
        #expect(outcomes.map(\.isOpen) == review.outcomes.map(\.isOpen))
        #expect(outcomes.map(\.sources.count) == review.outcomes.map(\.sources.count))
        let maker = FingerprintMaker(review)
        let fingerprints = review.outcomes.map { maker.fingerprint(of: $0).description }
        #expect(outcomes.map(\.fingerprint) == fingerprints)
        #expect(saved.standings.map(\.outcome) == review.standings.map(\.result.rawValue))
        #expect(saved.dataFindings.map(\.code) == review.dataFindings.map(\.code))
    }

    @Test("a file that is cut off anywhere is refused, and nothing crashes")
    func cutOff() throws {
        let text = try SavedSample.text(SampleReview.review)
        let bytes = Array(text.utf8)
        for length in stride(from: 1, to: bytes.count - 2, by: 97) {
            let part = String(decoding: bytes.prefix(length), as: UTF8.self)
            #expect(code(part) == "S0001", "\(length) bytes")
        }
    }

    @Test(
        "a wrong file is told apart from a damaged one",
        arguments: [
            ("", "S0001"), ("no JSON", "S0001"), ("{\"a\": 1", "S0001"), ("{}", "S0002"),
            ("{\"review\": {\"format\": \"hegui-review-lines\"}}\n{\"outcome\": {}}\n", "S0002"),
            ("[]", "S0002"), ("3", "S0002"), ("{\"version\": \"2.1.0\", \"runs\": []}", "S0002"),
            ("{\"format\": \"hegui-diff\", \"format_version\": 1}", "S0002"),
            ("{\"format\": \"hegui-review\"}", "S0003"),
            ("{\"format\": \"hegui-review\", \"format_version\": 1}", "S0003"),
            ("{\"format\": \"hegui-review\", \"format_version\": 99}", "S0003"),
        ])
    func wrong(text: String, code: String) {
        #expect(self.code(text) == code)
    }

    @Test(
        "what is missing or of another kind is named",
        arguments: [
            ("\"level\": \"hint\", \"observed\"", "\"observed\"", "outcomes[8].level"),
            ("\"id\": \"P2\"", "\"id\": 2", "outcomes[1].subject.id"),
            ("\"outcome\": \"pending\"", "\"outcome\": \"soon\"", "outcomes[1].outcome"),
            ("  \"standings\": [", "  \"stand\": [", "standings"),
        ])
    func lacking(old: String, new: String, path: String) throws {
        let text = try SavedSample.text(SampleReview.review)
        let range = try #require(text.firstRange(of: old))
        let damaged = text.replacing(old, with: new, subrange: range)
        do throws(SavedReview.Failure) {
            _ = try SavedReview(Data(damaged.utf8), name: "review.json")
            Issue.record("read although `\(path)` is wrong")
        } catch {
            #expect(error.diagnostic.code == "S0004")
            #expect(error.diagnostic.message.en.contains("`\(path)`"))
        }
    }
}
