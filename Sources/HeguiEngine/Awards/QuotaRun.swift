import CEL
import HeguiDiagnostics
import HeguiPack
import HeguiReview

/// Gives an award's seats to its candidates in order of rank.
struct QuotaRun {
    let source: any AwardSource
    let award: String
    let table: Int
    let quota: PlannedQuota
    let ranking: Award.Ranking

    /// What is known of the number of seats.
    private struct Seats {
        var least: Int64
        var most: Int64
        /// The number of which they are a share, where it is known.
        var base: Int64?
    }

    /// How a candidate may come out.
    private enum Place: Hashable {
        case seated, beyond, tied
    }

    /// Decides each group of candidates; `rank` holds the ranks among all.
    func decide(_ candidates: [Candidate], rank: [Int?]) {
        let groups = Dictionary(grouping: candidates.indices) { group(of: candidates[$0].row) }
        for (_, members) in groups {
            do throws(EvaluationError) {
                guard let seats = try seats(members, candidates) else {
                    undetermine(members, of: candidates, because: Self.noSeats)
                    continue
                }
                decide(members, of: candidates, rank: rank, seats: seats)
            } catch {
                undetermine(members, of: candidates, because: Self.failed(error))
            }
        }
    }

    private static let noSeats = Message(
        zh: "名额无法计算", en: "the number of seats cannot be told")
    private static let tie = Message(
        zh: "名额分界处并列，待研究确定", en: "tie at the cut, for people to decide")

    private static func failed(_ error: EvaluationError) -> Message {
        Message(
            zh: "名额无法计算（\(error.message)）",
            en: "the number of seats cannot be told (\(error.message))")
    }

    /// The row under which there is a quota of its own; nil: none, or one quota for all.
    private func group(of row: RowReference) -> Int? {
        quota.within.flatMap { source.target(of: row, column: $0) }
    }

    private func undetermine(
        _ members: [Int], of candidates: [Candidate], because reason: Message
    ) {
        for index in members where candidates[index].standing.result.isAwardable {
            candidates[index].standing.result = .undetermined
            candidates[index].standing.nearestChange = reason
        }
    }

    private func seats(
        _ members: [Int], _ candidates: [Candidate]
    ) throws(EvaluationError) -> Seats? {
        guard let first = members.first else { return nil }
        let frame = try self.frame(candidates[first].row)
        var (least, most): (Int64, Int64) = (0, 0)
        for index in members {
            var isCounted = candidates[index].isCandidate
            if let among = quota.among {
                switch try among.truth(try self.frame(candidates[index].row)) {
                case .known(let flag): isCounted = flag
                case .unknown: isCounted = nil
                }
            }
            if isCounted == true { least += 1 }
            if isCounted != false { most += 1 }
        }
        switch quota.size {
        case .top(let operand):
            guard case .known(let number) = try operand.read(frame), let top = number.whole
            else { return nil }
            let seats = max(quota.minimum, top)
            return Seats(least: seats, most: seats, base: least == most ? least : nil)
        case .share(let operand):
            guard case .known(let share) = try operand.read(frame) else { return nil }
            if least == most {
                source.probe(award)?.compare(operand.span, seats: share, of: least)
            }
            return Seats(
                least: try seats(share, of: least), most: try seats(share, of: most),
                base: least == most ? least : nil)
        }
    }

    private func frame(_ row: RowReference) throws(EvaluationError) -> Frame {
        try source.frame(row, owner: award)
    }

    private func seats(_ share: Ratio, of number: Int64) throws(EvaluationError) -> Int64 {
        let rounding = quota.rounding == .none ? .down : quota.rounding
        let seats = try share.times(Ratio(number)).rounded(to: .one, by: rounding)
        return max(quota.minimum, seats.whole ?? 0)
    }

    private func decide(
        _ members: [Int], of candidates: [Candidate], rank: [Int?], seats: Seats
    ) {
        let ranked = members.filter {
            candidates[$0].standing.result.isAwardable && candidates[$0].key != nil
        }
        // Those without a key, and those of whom it is not known whether they stand at all.
        let blind = members.filter {
            candidates[$0].standing.result.isAwardable && candidates[$0].key == nil
        }
        let unsure = members.count { candidates[$0].standing.result == .undetermined }
        let strangers = blind.count + unsure
        for index in members where candidates[index].isCandidate != false {
            candidates[index].standing.quotaBase = seats.base
            candidates[index].standing.seats = seats.least == seats.most ? seats.least : nil
        }
        let cut = SeatCut(ranks: ranked.compactMap { rank[$0] }, ties: quota.ties)
        for index in ranked {
            guard let own = rank[index] else { continue }
            let places: Set<Place> = [
                place(cut, own, ahead: 0, seats: seats.most),
                place(cut, own, ahead: strangers, seats: seats.least),
            ]
            settle(&candidates[index].standing, places)
        }
        for index in blind {
            let isSafe = seats.least >= Int64(ranked.count + strangers)
            let isOut = seats.most <= 0
            settle(
                &candidates[index].standing,
                isSafe ? [.seated] : isOut ? [.beyond] : [.seated, .beyond])
        }
    }

    private func place(_ cut: SeatCut, _ rank: Int, ahead: Int, seats: Int64) -> Place {
        switch cut.isIn(rank, ahead: ahead, seats: seats) {
        case true?: .seated
        case false?: .beyond
        case nil: .tied
        }
    }

    private func settle(_ standing: inout Standing, _ places: Set<Place>) {
        switch places {
        case [.seated]: return
        case [.beyond]: standing.result = .beyondQuota
        case [.tied]:
            standing.result = .undetermined
            standing.nearestChange = Self.tie
        default:
            standing.result = .undetermined
            standing.nearestChange = Message(
                zh: "名次或名额有待查清的情况，暂不能定",
                en: "it depends on candidates or numbers that cannot be told yet")
        }
    }
}

/// Where the seats end among candidates in order of rank.
struct SeatCut {
    /// Of all that may have a seat.
    let ranks: [Int]
    let ties: Award.Quota.Ties

    /// Returns whether the candidate of `rank` has a seat while `ahead` others stand before all;
    /// nil where people decide.
    func isIn(_ rank: Int, ahead: Int, seats: Int64) -> Bool? {
        let better = Int64(ahead + ranks.count { $0 < rank })
        let equals = Int64(ranks.count { $0 == rank })
        if better + equals <= seats { return true }
        if better >= seats { return false }
        switch ties {
        case .include: return true
        case .exclude: return false
        case .decide: return nil
        }
    }
}
