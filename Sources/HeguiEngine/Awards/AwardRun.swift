import CEL
import HeguiDiagnostics
import HeguiPack
import HeguiReview

/// Decides an award for each row of its dataset.
struct AwardRun {
    let source: any AwardSource
    let planned: PlannedAward
    /// The standings of the awards that come before, by award.
    let earlier: [String: [Standing]]
    /// nil for an award that goes by no list of nominations.
    let nominations: Nominations?

    /// Returns the standings in order of rank, then of rows.
    func standings() -> [Standing] { candidates().map(\.standing) }

    /// Returns the rows with their standings, in order of rank, then of rows.
    func candidates() -> [Candidate] {
        let count = source.rowCount
        var candidates: [Candidate] = []
        candidates.reserveCapacity(count)
        let taken = taken()
        for row in 0..<count { candidates.append(candidate(row, taken)) }
        if let ranking = planned.award.ranking {
            let ranks = Ranks(
                candidates.map(\.key), subjects: candidates.map(\.standing.subject.id),
                ranking: ranking)
            for (candidate, rank) in zip(candidates, ranks.rank) { candidate.standing.rank = rank }
            if let quota = planned.quota {
                QuotaRun(
                    source: source, award: planned.award.id, table: planned.table,
                    quota: quota, ranking: ranking
                )
                .decide(candidates, rank: ranks.rank)
            }
        }
        // Rank and row in one number each, as there may be very many.
        let places = candidates.enumerated().map { row, candidate in
            (candidate.standing.rank ?? Int(Int32.max)) << 32 | row
        }
        return places.sorted().map { candidates[$0 & 0xFFFF_FFFF] }
    }

    /// By row: whether an award that comes before selects it; nil where that cannot be told.
    private func taken() -> [Int: Bool?] {
        var taken: [Int: Bool?] = [:]
        for award in planned.award.after {
            for standing in earlier[award] ?? [] {
                if standing.result.isAwardable {
                    taken[standing.subject.row] = .some(true)
                } else if standing.result == .undetermined, taken[standing.subject.row] == nil {
                    taken[standing.subject.row] = .some(nil)
                }
            }
        }
        return taken
    }

    private func candidate(_ row: Int, _ taken: [Int: Bool?]) -> Candidate {
        let award = planned.award
        let reference = RowReference(table: planned.table, row: row)
        var standing = Standing(
            award: award.id, clause: award.clause, subject: source.subject(row),
            result: .eligible, rate: nil, rank: nil, seats: nil, quotaBase: nil, reasons: [],
            nearestChange: nil)
        standing.isNominated = nominations?.contains(row)
        if let refusal = refusal(reference, taken) {
            standing.result = refusal.result
            standing.nearestChange = refusal.message
            let isCandidate: Bool? = refusal.result == .notApplicable ? false : nil
            return Candidate(
                row: reference, standing: standing, key: nil, isCandidate: isCandidate)
        }
        let gates = gateStandings(row)
        standing.result = GateStanding.result(of: gates)
        if source.explains { explain(&standing, gates) }
        let key = key(reference, &standing)
        return Candidate(row: reference, standing: standing, key: key, isCandidate: true)
    }

    private func gateStandings(_ row: Int) -> [GateStanding] {
        planned.award.gates.map { gate in
            GateStanding(gate, verdict: source.verdict(of: gate.rule, row))
        }
    }

    private func explain(_ standing: inout Standing, _ gates: [GateStanding]) {
        let (source, row) = (source, standing.subject.row)
        func outcome(_ gate: Award.Gate) -> Outcome? { source.outcome(of: gate.rule, row) }
        standing.reasons = gates.compactMap { gate in gate.reason { outcome(gate.gate) } }
        if standing.nearestChange == nil {
            standing.nearestChange =
                NearestChange(plan: source.plan, award: planned.award, outcome: outcome)
                .message(for: gates, GateStanding.result(of: gates))
        }
    }

    /// Returns the standing of a candidate that was decided without what explains it, with that.
    func explained(_ standing: Standing) -> Standing {
        var full = standing
        explain(&full, gateStandings(standing.subject.row))
        return full
    }

    private func key(_ row: RowReference, _ standing: inout Standing) -> Ratio? {
        switch planned.award.ranking?.key {
        case .rate(let rule)?:
            standing.rate = source.rate(of: rule, row.row)
            return standing.rate.flatMap { Ratio($0.numerator, $0.denominator) }
        case .expression?:
            guard let frame = try? source.frame(row, owner: planned.award.id),
                case .known(let value)? = try? planned.rankedBy?.read(frame),
                case .known(let number)? = Ratio.literal(of: value)
            else { return nil }
            return number
        case nil: return nil
        }
    }

    /// Returns why the row is no candidate, or may not be one; nil where it is.
    private func refusal(
        _ row: RowReference, _ taken: [Int: Bool?]
    ) -> (result: Standing.Result, message: Message?)? {
        if let isTaken = taken[row.row] {
            guard isTaken == true else {
                return (
                    .undetermined,
                    Message(
                        zh: "是否已获更高一级评定尚无法判定",
                        en: "whether an award before this one goes to it cannot be told")
                )
            }
            return (.notApplicable, nil)
        }
        guard let candidates = planned.candidates else { return nil }
        do throws(EvaluationError) {
            switch try source.isCandidate(candidates, row, owner: planned.award.id) {
            case .known(true): return nil
            case .known(false): return (.notApplicable, nil)
            case .unknown: return (.undetermined, nil)
            }
        } catch {
            return (
                .undetermined,
                Message(
                    zh: "参评条件无法运行（\(error.message)）",
                    en: "the condition for candidates could not run (\(error.message))")
            )
        }
    }
}

extension Standing.Result {
    /// Whether it may be given the award.
    var isAwardable: Bool {
        switch self {
        case .eligible, .eligibleWithFlags, .eligibleByWaiver: true
        case .beyondQuota, .blocked, .undetermined, .notApplicable: false
        }
    }
}
