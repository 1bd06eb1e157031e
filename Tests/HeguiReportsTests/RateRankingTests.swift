import HeguiPack
import HeguiReview
import Testing

@testable import HeguiReports

@Suite("Rankings by rate")
struct RateRankingTests {
    private func ranking(_ shares: [(Int64, Int64)]) throws -> RateRanking {
        let model = try #require(SampleReview.review.outcomes.first { $0.rate != nil })
        var ranking = RateRanking(rule: model.rule)
        for (row, share) in shares.enumerated() {
            var outcome = model
            outcome.subject.row = row
            outcome.subject.id = "T\(row)"
            outcome.rate = SampleOutcomes.rate(
                share.0, share.1, low: share.0, high: share.0)
            ranking.add(outcome)
        }
        return ranking.ranked()
    }

    @Test("equal rates share a rank and the next is skipped")
    func ties() throws {
        let entries = try ranking([(9, 10), (1, 1), (18, 20), (1, 2), (3, 3)]).entries
        #expect(entries.map(\.rank) == [1, 1, 3, 3, 5])
        #expect(entries.map(\.subject.id) == ["T1", "T4", "T0", "T2", "T3"])
        #expect(entries.map(\.isTied) == [true, true, true, true, false])
    }

    @Test("rates that differ by less than any rounding are in their order")
    func exact() throws {
        let entries = try ranking([(94_999, 100_000), (95, 100), (949_999, 1_000_000)]).entries
        #expect(entries.map(\.subject.id) == ["T1", "T2", "T0"])
    }

    @Test("beyond the limit entries are counted only")
    func limit() throws {
        let ranking = try ranking(Array(repeating: (1, 2), count: RateRanking.limit + 3))
        #expect(ranking.entries.count == RateRanking.limit)
        #expect(ranking.left == 3)
    }
}
