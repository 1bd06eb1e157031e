import HeguiDiagnostics
import HeguiPack
import HeguiReview

extension HTMLReport {
    /// Writes for each award who may be given it, and why not.
    func writeStandings(to stream: inout ReportStream) {
        guard !review.standings.isEmpty || !review.unmatchedNominations.isEmpty else { return }
        stream.add("<section id=\"awards\"><h2>\(say("评优资格", "Awards"))</h2>\n")
        for award in review.pack.awards {
            let candidates = AwardCandidates(
                review.standings, of: award.id, limit: limits.others)
            let isNominated = review.unmatchedNominations.contains { $0.award == award.id }
            if candidates.count + candidates.others > 0 || isNominated {
                write(candidates, of: award, to: &stream)
            }
        }
        stream.write("</section>\n")
    }

    private func write(
        _ candidates: AwardCandidates, of award: Award, to stream: inout ReportStream
    ) {
        let totals = say(
            "参评 \(candidates.count) · 可评 \(candidates.eligible) · 不参评 \(candidates.others)",
            "candidates: \(candidates.count), eligible: \(candidates.eligible), "
                + "no candidates: \(candidates.others)")
        stream.add(
            """
            <h3>\(say(award.title)) <span class="clause">\(clauseLink(award.clause))</span></h3>
            <p class="muted">\(totals)</p>

            """)
        let words = NominationWords(award, review, say: say)
        if let line = words.unmatchedLine { stream.add("<p class=\"alert\">\(line)</p>\n") }
        guard candidates.count > 0 else { return }
        var headings = [
            HTMLTable.Heading(say("名次", "rank"), "num"),
            HTMLTable.Heading(say("对象", "subject")),
        ]
        if candidates.hasRates { headings.append(HTMLTable.Heading(say("比率", "rate"), "num")) }
        if candidates.hasNominations {
            headings.append(HTMLTable.Heading(words.heading, "word"))
        }
        headings += [
            HTMLTable.Heading(say("结果", "result"), "word"),
            HTMLTable.Heading(say("理由", "reasons"), "grow"),
        ]
        let table = HTMLTable(caption: say(award.title), headings: headings, style: "cards")
        table.write(to: &stream) { stream in
            for standing in candidates.shown {
                let cells = cells(of: standing, in: candidates, words)
                stream.add(table.row(cells, heading: 1))
            }
        }
        stream.add(leftOut(candidates.left))
    }

    private func cells(
        of standing: Standing, in candidates: AwardCandidates, _ words: NominationWords
    ) -> [Markup] {
        let isTied = candidates.isTied(standing)
        var cells: [Markup] = [
            "\(rank(standing.rank, isTied: isTied))", "\(name(of: standing.subject))",
        ]
        if candidates.hasRates {
            let rate = standing.rate
            let share = rate.map { "\($0.numerator)/\($0.denominator)" } ?? ""
            let percent = rate.map { Percentage.text($0.numerator, of: $0.denominator) } ?? "—"
            cells.append("\(percent) <small>\(share)</small>")
        }
        if candidates.hasNominations { cells.append("\(words.cell(standing))") }
        let result = standing.result
        cells.append(
            "<span class=\"verdict \(result.rawValue)\">\(say(result))</span>")
        var reasons = standing.reasons.map { reason -> Markup in
            let gate = say(reason.modality)
            return "<p><b>\(gate)</b> \(clauseLink(reason.clause)) \(say(reason.message))</p>"
        }
        if let change = standing.nearestChange { reasons.append("<p>→ \(say(change))</p>") }
        cells.append(Markup(reasons))
        return cells
    }

    /// The place, with a word for those that share it.
    func rank(_ rank: Int?, isTied: Bool) -> DataText {
        guard let rank else { return "—" }
        return isTied ? say("并列 \(rank)", "=\(rank)") : "\(rank)"
    }
}
