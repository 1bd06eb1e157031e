import HeguiDiagnostics
import HeguiPack
import HeguiReview

extension TextReport {
    /// Writes for each award who may be given it, in order of rank, and why not.
    func writeStandings(to stream: inout ReportStream) {
        for award in review.pack.awards {
            let standings = review.standings.filter { $0.award == award.id }
            let isNominated = review.unmatchedNominations.contains { $0.award == award.id }
            if !standings.isEmpty || isNominated { write(standings, of: award, to: &stream) }
        }
    }

    private func write(
        _ standings: [Standing], of award: Award, to stream: inout ReportStream
    ) {
        let candidates = standings.filter { $0.result != .notApplicable }
        let others = standings.count - candidates.count
        let eligible = candidates.count { $0.result.isAwardable }
        writeHeading(
            say("\(say(award.title))（\(award.clause)）", "\(say(award.title)) (\(award.clause))"),
            beside: say(
                "参评 \(candidates.count) · 可评 \(eligible)",
                "candidates: \(candidates.count), eligible: \(eligible)"), to: &stream)
        if let quota = quota(of: candidates) { stream.write("  " + pen(quota) + "\n") }
        let words = NominationWords(award, review, say: say)
        if !candidates.isEmpty { write(candidates, words, to: &stream) }
        if let line = words.unmatchedLine { stream.write("  " + pen(line, .verify) + "\n") }
        if others > 0 {
            let line = say("另有 \(others) 个不参评", "no candidates: \(others)")
            stream.write("  " + pen(line, .muted) + "\n")
        }
    }

    private func write(
        _ candidates: [Standing], _ words: NominationWords, to stream: inout ReportStream
    ) {
        let hasNominations = candidates.contains { $0.isNominated != nil }
        let hasRates = candidates.contains { $0.rate != nil }
        let hasBounds = candidates.contains { $0.rate.map { $0.lower != $0.upper } ?? false }
        var alignments: [DisplayWidth.Alignment] = [.right, .left]
        var titles: [DataText] = [say("名次", "rank"), say("对象", "subject")]
        if hasRates {
            alignments += [.right, .right]
            titles += [say("计入/总数", "share"), say("比例", "rate")]
        }
        if hasBounds {
            alignments.append(.right)
            titles.append(say("核实后可能为", "once verified"))
        }
        if hasNominations {
            alignments.append(.left)
            titles.append(words.heading)
        }
        var table = TextTable(alignments + [.left])
        table.add(titles + [say("结果", "result")], tone: .muted)
        let sharers = Dictionary(grouping: candidates.compactMap(\.rank)) { $0 }
        for standing in candidates {
            let isTied = standing.rank.flatMap { sharers[$0]?.count } ?? 0 > 1
            var cells = [rank(standing.rank, isTied: isTied), name(of: standing.subject)]
            if hasRates { cells += share(of: standing.rate) }
            if hasBounds { cells.append(spread(of: standing.rate)) }
            if hasNominations { cells.append(words.cell(standing)) }
            let result = TextTable.Cell(
                text: say(standing.result), tone: Self.tone(of: standing.result))
            table.add(cells.map { TextTable.Cell(text: $0) } + [result], notes: notes(of: standing))
        }
        table.write(to: &stream, indent: "  ", pen: pen, width: Self.width)
    }

    /// How many seats there are, where one number holds for all candidates.
    private func quota(of candidates: [Standing]) -> DataText? {
        let seats = Set(candidates.map(\.seats))
        guard seats.count == 1, let seats = candidates.first?.seats else { return nil }
        let bases = Set(candidates.map(\.quotaBase))
        guard bases.count == 1, let base = candidates.first?.quotaBase else {
            return say("名额 \(seats)", "seats: \(seats)")
        }
        return say("名额 \(seats)（基数 \(base)）", "seats: \(seats) of \(base)")
    }

    private func rank(_ rank: Int?, isTied: Bool) -> DataText {
        guard let rank else { return "—" }
        return isTied ? say("并列 \(rank)", "=\(rank)") : "\(rank)"
    }

    private func share(of rate: Outcome.Rate?) -> [DataText] {
        guard let rate else { return ["—", "—"] }
        return [
            "\(rate.numerator)/\(rate.denominator)",
            Percentage.text(rate.numerator, of: rate.denominator),
        ]
    }

    private func spread(of rate: Outcome.Rate?) -> DataText {
        guard let rate, rate.lower != rate.upper else { return "" }
        return facts.bounds(rate)
    }

    private func notes(of standing: Standing) -> [MaskedText] {
        let indent = MaskedText.spaces(10)
        let reasons = standing.reasons.flatMap { reason in
            let gate = "\(say(reason.modality)) \(reason.clause)" as DataText
            let rest = pen.clean(say(reason.message))
                .wrapped(to: Self.width - indent.width - pen.clean(gate).width - 2)
            let start = MaskedText.spaces(pen.clean(gate).width + 2)
            return rest.enumerated().map { number, line in
                indent + (number == 0 ? pen(gate, .verify) + "  " : start) + line
            }
        }
        let change = standing.nearestChange.map { indent + pen("→ " + say($0), .good) }
        return reasons + [change].compactMap(\.self)
    }

    private static func tone(of result: Standing.Result) -> Tone {
        switch result {
        case .eligible: .good
        case .eligibleWithFlags, .eligibleByWaiver, .undetermined: .verify
        case .blocked: .mandatory
        case .beyondQuota, .notApplicable: .muted
        }
    }
}
