import HeguiDiagnostics
import HeguiPack
import HeguiReview

extension XLSXReport {
    /// Writes one table of all rates: who stands where, with the line and the bounds.
    func writeRankings(to workbook: WorkbookWriter) throws {
        guard !digest.rankings.isEmpty else { return }
        let counts = Dictionary(
            digest.groups.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let columns: [(title: DataText, width: Double)] =
            [
                (say("指标", "metric"), 24), (say("名次", "rank"), 7), (say("单位", "unit"), 26),
                (say("计入", "counted"), 8), (say("总数", "of"), 8), (say("比率", "rate"), 10),
                (say("核实后最低", "least"), 11), (say("核实后最高", "most"), 11),
                (say("要求", "required"), 9), (say("结论", "verdict"), 11),
                (say("待核实", "to verify"), 30),
            ] + Level.byWeight.map { (say("待处理", "open ") + say($0), 14) }
        try addTable(say("单位排名", "Ranking"), columns: columns, to: workbook) { sheet in
            for ranking in digest.rankings {
                let title = index.metricTitle(ranking.rule, say)
                for entry in ranking.entries.prefix(limit) {
                    let key = OutcomeGrouping.GroupKey(
                        dataset: entry.subject.type, id: entry.subject.id)
                    sheet.add(cells(of: entry, title: title, counts[key]))
                }
                let left = max(0, ranking.entries.count - limit) + ranking.left
                addLeftOut(left, to: sheet, columns: columns.count)
                if let waiting = MaterialWords(say: say).waiting(ranking) {
                    sheet.addMerged(.text(waiting, .body), columns: columns.count)
                }
            }
            sheet.addMerged(.text(Percentage.note(say), .muted), columns: columns.count)
        }
    }

    private func cells(
        of entry: RateRanking.Entry, title: DataText, _ count: GroupCount?
    ) -> [SheetCell] {
        let rate = entry.rate
        let ink = ink(of: entry.verdict)
        return [
            .text(title), .number(entry.rank, .centred), .text(name(of: entry.subject)),
            .number(Int(clamping: rate.numerator)), .number(Int(clamping: rate.denominator)),
            .share(rate.numerator, of: rate.denominator, .percent.with(ink: ink)),
            .share(rate.lower.numerator, of: rate.lower.denominator),
            .share(rate.upper.numerator, of: rate.upper.denominator),
            .text(entry.required ?? "", .centred),
            .text(word(for: entry.verdict), .centred.with(ink: ink)),
            .text(facts.undecided(entry.undecided)),
        ] + Level.byWeight.map { .number(count?.open[$0] ?? 0) }
    }

    private func word(for verdict: Verdict) -> DataText {
        switch verdict {
        case .violated: say("低于要求", "below")
        case .met: say("达到", "reached")
        default: say(verdict)
        }
    }

    private func ink(of verdict: Verdict) -> UInt32? {
        switch verdict {
        case .violated: 0xB3_261E
        case .undetermined: 0x8A_5300
        default: nil
        }
    }

    /// `name（id）`, or the name alone where it is the id too.
    func name(of subject: Outcome.Subject) -> DataText {
        SubjectWords(say: say).name(of: subject)
    }

    /// Writes who may be given each award, and why not.
    func writeStandings(_ clauses: ClauseRows, to workbook: WorkbookWriter) throws {
        guard !review.standings.isEmpty || !review.unmatchedNominations.isEmpty else { return }
        let columns: [(title: DataText, width: Double)] = [
            (say("奖项", "award"), 20), (say("条款", "clause"), 10), (say("名次", "rank"), 7),
            (say("对象", "subject"), 26), (say("计入", "counted"), 8), (say("总数", "of"), 8),
            (say("比率", "rate"), 10), (say("是否申报", "nominated"), 10),
            (say("结果", "result"), 16),
            (say("理由", "reasons"), 60), (say("最近的改变", "nearest change"), 34),
        ]
        try addTable(say("评优资格", "Awards"), columns: columns, to: workbook) { sheet in
            for award in review.pack.awards {
                let candidates = AwardCandidates(review.standings, of: award.id, limit: limit)
                let words = NominationWords(award, review, say: say)
                for standing in candidates.shown {
                    sheet.add(cells(of: standing, award, clauses, nominated: words.cell(standing)))
                }
                if let line = words.unmatchedLine {
                    sheet.add([
                        .text(say(award.title)), clauses.cell(award.clause), .text("—", .centred),
                        .text(line),
                    ])
                }
                addLeftOut(candidates.left, to: sheet, columns: columns.count)
            }
        }
    }

    private func cells(
        of standing: Standing, _ award: Award, _ clauses: ClauseRows, nominated: DataText
    ) -> [SheetCell] {
        let rate = standing.rate
        let reasons = standing.reasons.map {
            "\(say($0.modality)) \($0.clause)  \(say($0.message))" as DataText
        }
        let ink: UInt32? = standing.result.isAwardable ? nil : 0xB3_261E
        return [
            .text(say(award.title)), clauses.cell(award.clause),
            standing.rank.map { .number($0, .centred) } ?? .text("—", .centred),
            .text(name(of: standing.subject)),
            rate.map { .number(Int(clamping: $0.numerator)) } ?? .text(""),
            rate.map { .number(Int(clamping: $0.denominator)) } ?? .text(""),
            rate.map { .share($0.numerator, of: $0.denominator) } ?? .text(""),
            .text(nominated, .centred),
            .text(say(standing.result), .centred.with(ink: ink)), .lines(reasons),
            .text(say(standing.nearestChange) ?? ""),
        ]
    }
}
