import HeguiDiagnostics
import HeguiPack
import HeguiReview

/// What a reader asks first, a line for each question: who has not handed in, who is below a line and
/// by how many, what has to be verified, who may be given an award, how many are concerned.
struct AnswerLines {
    struct Line {
        enum State: String, CaseIterable {
            case good, bad, open, plain
        }

        /// Where the details are.
        enum Place {
            case material, rates, awards, units
        }

        /// A unit or person that the answer names.
        struct Item {
            let subject: Outcome.Subject
            let detail: DataText
        }

        let title: DataText
        let text: DataText
        let state: State
        let place: Place
        var items: [Item] = []
        /// How many there are besides.
        var more = 0
    }

    private let review: Review
    private let rankings: [RateRanking]
    private let concern: ConcernCount
    private let index: ReviewIndex
    private let say: Speaker
    /// Further units and people are only counted.
    private let limit: Int

    init(
        _ review: Review, rankings: [RateRanking], concern: ConcernCount, index: ReviewIndex,
        limit: Int, say: Speaker
    ) {
        self.review = review
        self.rankings = rankings
        self.concern = concern
        self.index = index
        self.limit = limit
        self.say = say
    }

    /// Returns the lines in the order in which they are asked for, those of awards only on request.
    func all(withAwards: Bool) -> [Line] {
        let rates = rankings.filter { ranking in
            let dataset = ranking.entries.first.flatMap { review.pack.dataset(of: $0.subject) }
            return (dataset.map { !$0.isOfPeople } ?? false) && isJudged(ranking)
        }
        return [material].compactMap(\.self)
            + rates.flatMap { [rate($0), open($0)] }.compactMap(\.self)
            + (withAwards ? review.pack.awards.compactMap(award) : [])
            + [concerned].compactMap(\.self)
    }

    /// Whether the rule could judge; a rate of which a whole dataset is wanting says nothing.
    private func isJudged(_ ranking: RateRanking) -> Bool {
        review.rules.first { $0.rule == ranking.rule }?.missing.isEmpty ?? true
    }

    private var material: Line? {
        let forms = MaterialForm.all(in: review)
        guard !forms.isEmpty else { return nil }
        let words = MaterialWords(say: say)
        let sums = forms.map(words.counts).reduce(words.columns.map { _ in 0 }) { sums, counts in
            zip(sums, counts).map(+)
        }
        let text = zip(words.columns, sums).enumerated()
            .filter { $0.offset < 2 || $0.element.1 > 0 }
            .map { "\($0.element.0) \($0.element.1)" as DataText }
        let owed = forms.flatMap(\.items).filter(\.isOpen)
        let items = owed.map { item in
            let state = item.state == .notReceived ? "" : say("", " ") + words.state(of: item)
            return Line.Item(subject: item.owner, detail: say(item.annexName) + state)
        }
        return cut(
            Line(
                title: say("材料", "Material"), text: text.joined(separator: " · "),
                state: owed.isEmpty ? .good : .bad, place: .material, items: items))
    }

    private func rate(_ ranking: RateRanking) -> Line? {
        let entries = ranking.entries
        let (counted, total) = ranking.sum
        guard total > 0 else { return nil }
        let below = entries.filter { $0.verdict == .violated }
        let share = Percentage.text(counted, of: total)
        let line = ranking.required.map { say(" · 要求 \($0)", " · required \($0)") } ?? ""
        let count =
            below.isEmpty
            ? say("没有低于要求的", "none below") : say("低于要求 \(below.count) 个", "below: \(below.count)")
        let items = below.reversed().map { entry in
            Line.Item(subject: entry.subject, detail: rate(of: entry) + lack(of: entry, ranking))
        }
        let text = say(
            "合计 \(share)（\(counted)/\(total)）", "together \(share) (\(counted)/\(total))")
        return cut(
            Line(
                title: index.metricTitle(ranking.rule, say), text: text + line + " · " + count,
                state: below.isEmpty ? .good : .bad, place: .rates, items: items))
    }

    /// Those of whom it is not settled whether they reach the line, with what has to be verified.
    private func open(_ ranking: RateRanking) -> Line? {
        let open = ranking.entries.filter { $0.verdict == .undetermined }
        guard !open.isEmpty else { return nil }
        let facts = FactLines(say: say)
        let items = open.map { entry in
            let names = facts.names(of: entry.undecided)
            return Line.Item(
                subject: entry.subject,
                detail: rate(of: entry) + (names.isEmpty ? "" : say("：\(names)", ": \(names)")))
        }
        let metric = index.metricTitle(ranking.rule, say)
        let text = say("\(metric)待核实后认定 \(open.count) 个", "\(metric) open: \(open.count)")
        return cut(
            Line(
                title: say("待核实", "To verify"), text: text, state: .open, place: .rates,
                items: items))
    }

    private func rate(of entry: RateRanking.Entry) -> DataText {
        let rate = entry.rate
        let percent = Percentage.text(rate.numerator, of: rate.denominator)
        return say(
            "\(percent)（\(rate.numerator)/\(rate.denominator)）",
            "\(percent) (\(rate.numerator)/\(rate.denominator))")
    }

    private func lack(of entry: RateRanking.Entry, _ ranking: RateRanking) -> DataText {
        guard let gap = entry.gap, gap != .zero else { return "" }
        let isOfPeople =
            index.rule(ranking.rule).flatMap(\.ratedDataset)
            .flatMap { review.pack.dataset($0) }?.isOfPeople ?? false
        return say("，差 \(gap.text) \(isOfPeople ? "人" : "个")", ", \(gap.text) short")
    }

    private func award(_ award: Award) -> Line? {
        let candidates = AwardCandidates(review.standings, of: award.id, limit: RateRanking.limit)
        let unmatched = review.unmatchedNominations.count { $0.award == award.id }
        guard candidates.count > 0 || unmatched > 0 else { return nil }
        // Of very many the first few say nothing.
        let isShort = candidates.eligible <= limit
        let eligible = isShort ? candidates.shown.filter { $0.result.isAwardable } : []
        let items = eligible.map { standing in
            let isPlain = standing.result == .eligible
            return Line.Item(
                subject: standing.subject, detail: isPlain ? "" : say(standing.result))
        }
        var text = say(
            "参评 \(candidates.count) · 可评 \(candidates.eligible)",
            "candidates: \(candidates.count) · eligible: \(candidates.eligible)")
        if unmatched > 0 {
            text += say(
                " · 未对应的提名 \(unmatched)", " · nominations of nobody on record: \(unmatched)")
        }
        return Line(
            title: say(award.title), text: text, state: unmatched > 0 ? .open : .plain,
            place: .awards, items: items)
    }

    /// How many people and units have something open.
    private var concerned: Line? {
        let all = concerned(at: Level.allCases)
        guard !all.isEmpty else { return nil }
        let mandatory = concerned(at: [.mandatory])
        let word = say(Level.mandatory)
        let first = mandatory.isEmpty ? "" : say("\(word)：\(mandatory)；", "\(word): \(mandatory); ")
        return Line(
            title: say("涉及", "Concerned"),
            text: first + say("全部待处理：\(all)", "all that is open: \(all)"),
            state: mandatory.isEmpty ? .plain : .bad, place: .units)
    }

    private func concerned(at levels: [Level]) -> DataText {
        let people = concern.people(at: levels).map {
            say("\(say($0.title)) \($0.count) 人", "\(say($0.title)) \($0.count)")
        }
        let units = concern.units(at: levels).map { unit in
            let title = say(index.dataset(singular: unit.dataset)?.title) ?? ""
            return say("\(title) \(unit.count) 个", "\(title) \(unit.count)")
        }
        return (people + units).joined(separator: say("、", ", "))
    }

    /// Returns the line with as many items as are named, the others counted.
    private func cut(_ line: Line) -> Line {
        var line = line
        line.more = max(0, line.items.count - limit)
        line.items = Array(line.items.prefix(limit))
        return line
    }
}

extension Rule {
    /// The dataset whose rows a rate counts; nil for rules without one.
    fileprivate var ratedDataset: String? {
        guard case .quantity(let quantity) = requirement, case .rate(let rate) = quantity.quantity
        else { return nil }
        return rate.relation.dataset
    }
}
