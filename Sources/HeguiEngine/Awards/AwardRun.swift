import CEL
import HeguiDiagnostics
import HeguiIntake
import HeguiRules

/// Decides an award for each row of its dataset.
struct AwardRun {
    let run: Run
    let planned: PlannedAward
    let outcomes: [Outcome]
    /// By rule: where its outcomes begin.
    let starts: [String: Int]

    /// Returns the standings in order of rank, then of rows.
    func standings() -> [Standing] {
        let count = run.records.tables[planned.table].rows.count
        var standings: [Standing] = []
        var keys: [RankKey?] = []
        for row in 0..<count {
            let (standing, key) = standing(row)
            standings.append(standing)
            keys.append(key)
        }
        if let ranking = planned.award.ranking {
            let ranks = Ranks(keys, subjects: standings.map(\.subject.id), ranking: ranking)
            for row in standings.indices { standings[row].rank = ranks.rank[row] }
        }
        let order = standings.indices.sorted { left, right in
            let (a, b) = (standings[left].rank ?? .max, standings[right].rank ?? .max)
            return (a, left) < (b, right)
        }
        return order.map { standings[$0] }
    }

    private func standing(_ row: Int) -> (Standing, RankKey?) {
        let award = planned.award
        let reference = RowReference(table: planned.table, row: row)
        let subject = run.subject(reference)
        var standing = Standing(
            award: award.id, clause: award.clause, subject: subject, result: .eligible, rate: nil,
            rank: nil, reasons: [], nearestChange: nil)
        if let refusal = refusal(reference) {
            standing.result = refusal.result
            standing.nearestChange = refusal.message
            return (standing, nil)
        }
        let gates = award.gates.map { gate in
            Passage(gate, outcome: outcome(of: gate.rule, row))
        }
        standing.result = Passage.result(of: gates)
        standing.reasons = gates.compactMap(\.reason)
        standing.nearestChange = NearestChange(run: run, award: award)
            .message(for: gates, standing.result)
        var key: RankKey?
        switch award.ranking?.key {
        case .rate(let rule)?:
            standing.rate = outcome(of: rule, row)?.rate
            key = standing.rate.flatMap { Ratio($0.numerator, $0.denominator) }.map(RankKey.ratio)
        case .expression?:
            if let frame = try? run.frame(reference),
                case .known(.int(let number))? = try? planned.rankedBy?.read(frame)
            {
                key = .number(number)
            }
        case nil: break
        }
        return (standing, key)
    }

    private func outcome(of rule: String, _ row: Int) -> Outcome? {
        guard let start = starts[rule], outcomes.indices.contains(start + row),
            outcomes[start + row].rule == rule
        else { return nil }
        return outcomes[start + row]
    }

    /// Returns why the row is no candidate, or may not be one; nil where it is.
    private func refusal(
        _ row: RowReference
    ) -> (result: Standing.Result, message: Message?)? {
        guard let candidates = planned.candidates else { return nil }
        do throws(EvaluationError) {
            switch try candidates.truth(try run.frame(row)) {
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
