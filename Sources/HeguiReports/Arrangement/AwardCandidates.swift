import HeguiEngine

/// The candidates of an award in order of rank, of which only so many are held.
struct AwardCandidates {
    private(set) var shown: [Standing] = []
    private(set) var count = 0
    private(set) var eligible = 0
    /// Rows that are no candidates.
    private(set) var others = 0
    private(set) var hasRates = false
    /// How many of those that are shown have each rank, and the one after them.
    private var sharers: [Int: Int] = [:]

    init(_ standings: StandingList, of award: String, limit: Int) {
        for standing in standings where standing.award == award {
            guard standing.result != .notApplicable else {
                others += 1
                continue
            }
            count += 1
            if standing.result.isEligible { eligible += 1 }
            if standing.rate != nil { hasRates = true }
            if count <= limit { shown.append(standing) }
            if count <= limit + 1, let rank = standing.rank { sharers[rank, default: 0] += 1 }
        }
    }

    /// How many there are besides.
    var left: Int { count - shown.count }

    /// Whether the candidate shares its rank.
    func isTied(_ standing: Standing) -> Bool {
        standing.rank.flatMap { sharers[$0] } ?? 0 > 1
    }
}
