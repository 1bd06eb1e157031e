import HeguiDiagnostics
import Testing

@testable import HeguiEngine
@testable import HeguiPack
@testable import HeguiReview

@Suite("Where seats end")
struct CutTests {
    /// The candidates' ranks, how many stand before all, the seats, and who is in: `y`, `n`, and
    /// `?` where equals are divided.
    @Test(
        "those before the cut are in, those behind it out, and equals that it divides as is said",
        arguments: [
            ([1, 2, 3, 4], 0, 2, "yynn"), ([1, 2, 3, 4], 0, 4, "yyyy"),
            ([1, 2, 3, 4], 0, 9, "yyyy"),
            ([1, 2, 3, 4], 0, 0, "nnnn"), ([1, 2, 3, 4], 1, 2, "ynnn"),
            ([1, 2, 3, 4], 2, 2, "nnnn"),
            ([1, 2, 3, 4], 3, 2, "nnnn"), ([1, 1, 3, 4], 0, 1, "??nn"),
            ([1, 1, 3, 4], 0, 2, "yynn"),
            ([1, 2, 2, 4], 0, 2, "y??n"), ([1, 2, 2, 4], 0, 3, "yyyn"),
            ([1, 2, 2, 4], 1, 3, "y??n"),
            ([1, 2, 2, 2], 0, 1, "ynnn"), ([1, 1, 1, 1], 0, 3, "????"),
            ([1, 1, 1, 1], 0, 4, "yyyy"),
            ([1, 1, 1, 1], 4, 4, "nnnn"), ([4, 2, 1, 2], 0, 2, "n?y?"),
        ] as [([Int], Int, Int64, String)])
    func seats(ranks: [Int], ahead: Int, seats: Int64, expected: String) {
        let ties: [(Award.Quota.Ties, Character)] = [
            (.include, "y"), (.exclude, "n"), (.decide, "?"),
        ]
        for (ties, divided) in ties {
            let cut = SeatCut(ranks: ranks, ties: ties)
            let found = ranks.map { rank -> Character in
                switch cut.isIn(rank, ahead: ahead, seats: seats) {
                case true?: "y"
                case false?: "n"
                case nil: "?"
                }
            }
            let wanted = expected.map { $0 == "?" ? divided : $0 }
            #expect(String(found) == String(wanted), "\(ties)")
        }
    }

    @Test("without ties as many are in as there are seats left")
    func count() {
        for seats in Int64(0)...6 {
            for ahead in 0...6 {
                let cut = SeatCut(ranks: Array(1...5), ties: .decide)
                let count = (1...5).count { cut.isIn($0, ahead: ahead, seats: seats) == true }
                #expect(count == max(0, min(5, Int(seats) - ahead)), "\(seats) \(ahead)")
            }
        }
    }
}

@Suite("Ranks")
struct RanksTests {
    private func ranks(
        _ keys: [Int64?], of subjects: [String]? = nil, _ direction: Award.Ranking.Direction,
        _ ties: Award.Ranking.Ties
    ) -> [Int?] {
        let ranking = Award.Ranking(key: .rate(rule: "r"), direction: direction, ties: ties)
        let names = subjects ?? keys.indices.map { "S\($0)" }
        return Ranks(keys.map { $0.map { Ratio($0) } }, subjects: names, ranking: ranking).rank
    }

    @Test("the first has rank 1, and equals share a rank, which the next leaves out")
    func shared() {
        #expect(ranks([30, 10, 20], .descending, .shared) == [1, 3, 2])
        #expect(ranks([30, 10, 20], .ascending, .shared) == [3, 1, 2])
        #expect(ranks([20, 10, 20, 5], .descending, .shared) == [1, 3, 1, 4])
        #expect(ranks([20, 10, 20, 5], .ascending, .shared) == [3, 2, 3, 1])
        #expect(ranks([7, 7, 7], .descending, .shared) == [1, 1, 1])
        #expect(ranks([9, 7, 7, 7, 1], .descending, .shared) == [1, 2, 2, 2, 5])
    }

    @Test("or equals stand in the order of their keys")
    func ordered() {
        #expect(ranks([20, 10, 20, 5], .descending, .ordered) == [1, 3, 2, 4])
        #expect(ranks([7, 7, 7], of: ["C", "A", "B"], .descending, .ordered) == [3, 1, 2])
        #expect(ranks([7, 8, 7], of: ["C", "A", "B"], .ascending, .ordered) == [2, 3, 1])
        #expect(ranks([7, 7, 7], of: ["A", "A", "B"], .descending, .ordered) == [1, 2, 3])
    }

    @Test("who has no key has no rank, and takes no place")
    func without() {
        #expect(ranks([nil, 10, nil, 20], .descending, .shared) == [nil, 2, nil, 1])
        #expect(ranks([nil, nil], .descending, .shared) == [nil, nil])
        #expect(ranks([], .descending, .shared) == [])
    }

    @Test("shares are compared exactly")
    func exact() throws {
        let keys = try [(95, 100), (19, 20), (950_001, 1_000_000)].map {
            try #require(Ratio($0.0, $0.1))
        }
        let ranking = Award.Ranking(
            key: .rate(rule: "r"), direction: .descending, ties: .shared)
        let found = Ranks(keys, subjects: ["A", "B", "C"], ranking: ranking).rank
        #expect(found == [2, 2, 1])
        #expect(
            ranking.isBetter(keys[2], than: keys[0]) && !ranking.isBetter(keys[0], than: keys[1]))
    }
}

@Suite("Gates of awards")
struct PassageTests {
    private func standing(_ modality: Award.Gate.Modality, _ verdict: Verdict?) -> GateStanding {
        GateStanding(Award.Gate(rule: "r", modality: modality, clause: "C"), verdict: verdict)
    }

    /// By verdict: what a gate comes to that nothing opens, that a waiver opens, and that is shown.
    @Test(
        "a gate is open, shut or open by waiver as its rule says",
        arguments: [
            (.met, [.eligible, .eligible, .eligible]),
            (.notApplicable, [.eligible, .eligible, .eligible]),
            (.violated, [.blocked, .blocked, .eligibleWithFlags]),
            (.waived, [.blocked, .eligibleByWaiver, .eligibleWithFlags]),
            (.advised, [.eligibleWithFlags, .eligibleWithFlags, .eligibleWithFlags]),
            (.pending, [.undetermined, .undetermined, .eligibleWithFlags]),
            (.undetermined, [.undetermined, .undetermined, .eligibleWithFlags]),
            (.failed, [.undetermined, .undetermined, .eligibleWithFlags]),
            (nil, [.undetermined, .undetermined, .eligibleWithFlags]),
        ] as [(Verdict?, [Standing.Result])])
    func single(verdict: Verdict?, results: [Standing.Result]) {
        let modalities: [Award.Gate.Modality] = [.never, .generallyNot, .flag]
        #expect(modalities.map { standing($0, verdict).result } == results)
        for (modality, result) in zip(modalities, results) {
            let reason = standing(modality, verdict).reason { nil }
            #expect((reason == nil) == (result == .eligible), "\(modality)")
            #expect(reason?.modality == (reason == nil ? nil : modality))
            #expect(reason?.verdict == (reason == nil ? nil : verdict ?? .failed))
        }
    }

    @Test("every verdict is tried", arguments: Verdict.allCases)
    func every(verdict: Verdict) {
        // A gate that is only shown never shuts anybody out, and one that is met never does.
        let shown = standing(.flag, verdict).result
        #expect(shown == .eligible || shown == .eligibleWithFlags)
        let isOpen = standing(.never, verdict).result == .eligible
        #expect(isOpen == (verdict == .met || verdict == .notApplicable))
    }

    @Test("of several gates the one that shuts out most decides, in either order")
    func several() {
        let byWeight: [(GateStanding, Standing.Result)] = [
            (standing(.never, .violated), .blocked),
            (standing(.generallyNot, .undetermined), .undetermined),
            (standing(.generallyNot, .waived), .eligibleByWaiver),
            (standing(.flag, .violated), .eligibleWithFlags), (standing(.never, .met), .eligible),
        ]
        for (place, heavy) in byWeight.enumerated() {
            for light in byWeight[place...] {
                #expect(GateStanding.result(of: [heavy.0, light.0]) == heavy.1)
                #expect(GateStanding.result(of: [light.0, heavy.0]) == heavy.1)
            }
        }
        #expect(GateStanding.result(of: byWeight.map(\.0)) == .blocked)
        #expect(GateStanding.result(of: byWeight.map(\.0).reversed()) == .blocked)
    }

    @Test("gates that could shut out and all say nothing are no pass")
    func silent() {
        let silent = standing(.never, .notApplicable)
        #expect(GateStanding.result(of: [silent]) == .notApplicable)
        #expect(GateStanding.result(of: [silent, standing(.flag, .violated)]) == .notApplicable)
        #expect(GateStanding.result(of: [silent, standing(.generallyNot, .met)]) == .eligible)
        #expect(GateStanding.result(of: [silent, standing(.never, .violated)]) == .blocked)
        #expect(GateStanding.result(of: [standing(.flag, .notApplicable)]) == .eligible)
        #expect(GateStanding.result(of: []) == .eligible)
    }
}
