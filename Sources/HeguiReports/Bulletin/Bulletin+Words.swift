import HeguiCalendar
import HeguiPack
import HeguiReview

extension Bulletin {
    var title: DataText {
        say(
            "关于\(periodName)“\(say(review.pack.title))”情况的通报",
            "Bulletin for \(periodName): \(say(review.pack.title))")
    }

    /// What the bulletin rests on, and how it is to be taken.
    var opening: [DataText] {
        let lines = HeaderLines(review: review, say: say)
        let day = say.inWords(review.asOf)
        var text = [
            say(
                "依据\(lines.documentInWords)，按各单位和社区所交材料，现将截至\(day)的情况通报如下。",
                "On the basis of \(lines.documentInWords) and of the material handed in, as of "
                    + "\(day)."),
            say(
                "以下数字由材料得出，其中的疑点待核实，核实后以认定的结果为准。",
                "The figures follow from the material; what is in doubt is to be verified."),
        ]
        if review.asOf < period.end {
            text.append(say("本期尚未结束。", "The period is not over yet."))
        }
        text.append(
            say(
                "比率只取两位小数，其后舍去，不四舍五入；期限在本期之后的事项不计。",
                "Rates are cut to two decimals and not rounded; what is due after the period is left out."
            ))
        for parameter in review.pack.parameters
        where review.pack.overrides.contains(parameter.name) {
            text.append(say("参数：", "Parameter: ") + lines.override(parameter))
        }
        return text
    }

    /// What came of the annexes that are due, form by form, and who owes one; owners that are
    /// people are only counted.
    var owed: [DataText] {
        let words = MaterialWords(say: say)
        return MaterialForm.all(in: review).flatMap { form -> [DataText] in
            let line = say(form.title) + say("：", ": ") + words.line(of: form)
            let open = form.items.filter(\.isOpen)
            guard let dataset = open.first.flatMap({ review.pack.dataset(of: $0.owner) }),
                !dataset.isOfPeople
            else { return [line] }
            return [line] + open.map { say($0.message) }
        }
    }

    /// How many stand where, over all that are ranked.
    func summary(of ranking: Ranking) -> DataText {
        let entries = ranking.standing.entries
        let (counted, total) = ranking.standing.sum
        let met = entries.count { $0.verdict == .met }
        let below = entries.count { Self.isBelow($0) }
        let open = entries.count - met - below
        let rate = Percentage.text(counted, of: total)
        let line = ranking.standing.required.map { say("（要求 \($0)）", " (required \($0))") } ?? ""
        let waiting = open > 0 ? say("，待核实后判定 \(open) 个", ", \(open) to be verified") : ""
        return say(
            "列入排名 \(entries.count) 个，合计 \(counted)/\(total)，\(rate)\(line)；"
                + "达到 \(met) 个，低于 \(below) 个\(waiting)。",
            "Ranked: \(entries.count), together \(counted)/\(total), \(rate)\(line); "
                + "reached by \(met), below \(below)\(waiting).")
    }

    func small(of ranking: Ranking) -> DataText? {
        guard !ranking.small.isEmpty else { return nil }
        let names = ranking.small.joined(separator: say("、", ", "))
        return say(
            "人数少于 \(minGroup) 的 \(ranking.small.count) 个不列比率：\(names)。",
            "Without a rate, having fewer than \(minGroup) people: \(names).")
    }

    /// Those whose rate is open, each with how many people have to be verified. It names none of them.
    func open(_ ranking: Ranking) -> [DataText] {
        ranking.standing.entries.filter { $0.verdict == .undetermined && $0.undecided.count > 0 }
            .map { entry in
                let rate = facts.rate(entry.rate)
                return say(
                    "\(entry.subject.name)：\(rate)，其中 \(entry.undecided.count) 名待核实",
                    "\(entry.subject.name): \(rate), to verify: \(entry.undecided.count)")
            }
    }

    /// Those below the line, each with what it lacks.
    func below(_ ranking: Ranking) -> [DataText] {
        ranking.standing.entries.filter(Self.isBelow).map { entry in
            let rate = facts.rate(entry.rate)
            let line = entry.required ?? ""
            let waived = entry.verdict == .waived ? say("（已批准例外）", " (waived)") : ""
            return say(
                "\(entry.subject.name)：\(rate)，低于 \(line)\(waived)",
                "\(entry.subject.name): \(rate), below \(line)\(waived)")
        }
    }

    static func isBelow(_ entry: RateRanking.Entry) -> Bool {
        entry.verdict == .violated || entry.verdict == .waived
    }

    func verdict(of entry: RateRanking.Entry) -> DataText {
        switch entry.verdict {
        case .met: say("达到", "reached")
        case .violated: say("低于", "below")
        case .waived: say("低于，已批准例外", "below, waived")
        default: say("待核实", "to be verified")
        }
    }

    func rank(_ entry: RateRanking.Entry) -> DataText {
        entry.isTied ? say("并列 \(entry.rank)", "=\(entry.rank)") : "\(entry.rank)"
    }

    /// Who is left out of all counts, and why.
    var smallNote: DataText? {
        guard !small.isEmpty else { return nil }
        let units = count(small)
        return say(
            "人数少于 \(minGroup) 的 \(units)不列项数，也不计入合计，以免推知个人情况。",
            "Of fewer than \(minGroup) people and in no count, so that nothing of a person can be "
                + "worked out: \(units).")
    }

    var pendingLine: DataText? {
        guard pending > 0 else { return nil }
        let next =
            nextDue.map { say("，最近的期限是\(say.inWords($0))", ", the next on \($0)") } ?? ""
        return say("另有 \(pending) 项尚未到期\(next)。", "Not yet due: \(pending)\(next).")
    }

    /// What units are asked to do, once for each rule with something open that says so.
    var requests: [DataText] {
        var seen: Set<String> = []
        return rules.compactMap { row in
            guard row.level != .hint, let remedy = say(row.rule.remedy),
                seen.insert(row.rule.id).inserted
            else { return nil }
            return "\(say(row.rule.title))（\(row.rule.clause)）" + say("：", ": ") + remedy
        }
    }

    /// The heading of a section, numbered as documents are: 一、报到率排名.
    func heading(_ number: Int, _ title: DataText) -> DataText {
        say("\(Self.numeral(number))、\(title)", "\(number). \(title)")
    }

    /// One level below: （一）报到率.
    func subheading(_ number: Int, _ title: DataText) -> DataText {
        say("（\(Self.numeral(number))）\(title)", "(\(number)) \(title)")
    }

    private static func numeral(_ number: Int) -> String {
        let digits = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
        return number <= digits.count
            ? digits[number - 1]
            : number < 20 ? "十" + digits[number - 11] : "\(number)"
    }

    func metric(of ranking: Ranking) -> DataText {
        say(ranking.rule.metric) ?? say(ranking.rule.title)
    }

    func title(of ranking: Ranking) -> DataText {
        let metric = metric(of: ranking)
        return say("\(metric)排名", "Ranking: \(metric)")
    }

    /// `4 个单位、2 个社区`.
    func count(_ units: [(title: DataText, count: Int)]) -> DataText {
        units.map { say("\($0.count) 个\($0.title)", "\($0.count) \($0.title)") }
            .joined(separator: say("、", ", "))
    }

    /// `强制性 3 · 提示 1`, levels with none left out.
    func levels(_ counts: LevelCounts) -> DataText {
        Level.byWeight.filter { counts[$0] > 0 }.map { "\(say($0)) \(counts[$0])" as DataText }
            .joined(separator: " · ")
    }

    /// What is open over all that is told, the same by matter and by unit.
    var totalLine: DataText {
        say("合计 \(total.total) 项：\(levels(total))。", "Together \(total.total): \(levels(total)).")
    }

    /// What belongs to none of the units that are listed.
    var elsewhereLine: DataText? {
        guard elsewhere.total > 0 else { return nil }
        return say(
            "另有 \(elsewhere.total) 项不属于上列任何一个：\(levels(elsewhere))。",
            "Of none of those listed: \(elsewhere.total) (\(levels(elsewhere))).")
    }

    /// What the bulletin follows from.
    var origin: DataText {
        OriginLines(review, provenance: provenance, say: say).line
    }
}
