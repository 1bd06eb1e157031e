/// Forms that fewer packs have.
extension PolicyMaker {
    /// The lines of `require`, each below it.
    mutating func rarerRequirement(_ number: Int) -> (subject: String, lines: [String]) {
        switch (number + Int(seed / 2)) % 10 {
        case 0: return ("member", sum())
        case 1: return ("member", score())
        case 2: return ("member", streak())
        case 3: return ("member", unique())
        case 4: return ("member", agrees())
        case 5: return ("member", sequence())
        case 6: return ("member", alternatives())
        case 7: return ("member", boundBySubject())
        case 8: return ("member", dated())
        default: return ("unit", rollUp())
        }
    }

    private mutating func entryCondition() -> String {
        pick([
            "entry.points > \(below(4))", "entry.kind == \"home\"", "entry.mark != null",
            "entry.mark in [\"甲\", \"乙\"]", "entry.member.active", "entry.points == null",
            "(entry.points == null) == true", "(entry.seen_on == null) == (entry.mark == null)",
        ])
    }

    private mutating func figures() -> [String] {
        switch below(5) {
        case 4: ["at_least: '\(pick(["member.score", "member.active ? 4 : 1"]))'"]
        case 0: ["at_most: \(below(9))"]
        case 1: ["more_than: \(below(9)).5"]
        case 2: ["at_least: 1", "at_most: \(2 + below(12))"]
        default: ["at_least: \(below(9))"]
        }
    }

    private mutating func sum() -> [String] {
        var lines = [
            "sum: entries", "as: entry",
            "value: '\(pick(["entry.points", "entry.points", "entry.kind == \"home\" ? 2 : 1"]))'",
        ]
        if below(2) == 0 { lines.append("where: '\(entryCondition())'") }
        if below(3) == 0 {
            let keys = pick(["entry.seen_on", "entry.mark, entry.kind", "entry.seen_on.month()"])
            lines.append("distinct: [\(keys)]")
        }
        let isDivided = below(3) == 0
        let wide = ["row: 3, quarter: 4, total: 7", "half-year: 6"]
        let narrow = ["row: 2", "day: 2.5", "month: 3, total: 9", "total: 5"]
        let caps = pick(isDivided ? narrow : narrow + wide)
        if below(2) == 0 { lines.append("caps: { \(caps) }") }
        lines.append("during: { period: year, by: entry.seen_on }")
        if isDivided { lines.append("each: \(pick(["quarter", "half-year"]))") }
        return lines + figures()
    }

    private mutating func score() -> [String] {
        let first = pick(["caps: { month: 2, total: 5 }", "value: entry.points, caps: { row: 3 }"])
        return [
            "score:", "  start: \(below(3) * 10)", "  items:",
            "    - { id: a, add: entries, as: entry, by: entry.seen_on, \(first) }",
            "    - { id: b, deduct: visits, as: visit, by: visit.date, value: number(\"0.5\") }",
            "    - { id: c, points: 'member.score > 4 ? 2 : \(below(2))' }", "  floor: 0",
            "  round: { to: 0.1, rounding: half-up }", "during: { period: year }",
        ] + figures()
    }

    private mutating func streak() -> [String] {
        let run = "run: \(pick(["longest", "current", "total"]))"
        if below(2) == 0 {
            let during = "during: { period: year, by: visit.date }"
            let inner = "count: visits, as: visit, \(during), each: \(pick(["month", "quarter"]))"
            return ["streak: { \(inner), at_least: 1 }", run, "less_than: \(1 + below(5))"]
        }
        let skip = below(2) == 0 ? ", skip: 'entry.mark == \"乙\"'" : ""
        let miss = "by: entry.seen_on, miss: '\(entryCondition())'"
        return [
            "streak: { rows: entries, as: entry, \(miss)\(skip) }", run, "at_most: \(below(3))",
        ]
    }

    private mutating func unique() -> [String] {
        let keys = pick([
            "member.note, member.unit_id", "member.hired_on", "member.score, member.note",
            "member.note", "member.born", "member.registered_on, member.active",
        ])
        return ["unique: [\(keys)]"] + (below(2) == 0 ? ["where: '\(ofMember())'"] : [])
    }

    private mutating func agrees() -> [String] {
        var lines = ["agrees: [visits, entries]", "as: [visit, entry]"]
        if below(2) == 0 { lines.append("where: '\(ofVisit())'") }
        if below(2) == 0 { lines.append("where_other: '\(entryCondition())'") }
        lines.append("sides: \(pick(["both", "first", "second"]))")
        let fields = [
            "{ title: 类, first: visit.kind, second: entry.kind }",
            "{ title: 日, first: visit.date, second: entry.seen_on }",
            "{ title: 月, first: visit.date.month(), second: entry.seen_on.month() }",
        ]
        return lines + ["fields: [\(fields[below(3)])]"]
    }

    private mutating func sequence() -> [String] {
        let gap = pick(["within: 1 month", "at_least: 10 days", "within: 3 months"])
        return [
            "sequence:", "  - { id: born, day: member.born, optional: \(pick(["true", "false"])) }",
            "  - { id: hired, day: member.hired_on }",
            "  - { id: listed, day: member.registered_on, gaps: [{ \(gap) }] }",
            "strict: \(pick(["true", "false"]))",
        ]
    }

    private mutating func alternatives() -> [String] {
        [
            "\(pick(["any_of", "all_of"])):",
            "  - { count: visits, as: visit, where: '\(ofVisit())', at_least: \(1 + below(2)) }",
            "  - { expression: '\(ofMember())' }",
            "  - { sum: entries, as: entry, value: entry.points, at_least: \(below(6)) }",
            "  - { deadline: member.registered_on, from: member.hired_on, within: 2 months }",
        ]
    }

    private mutating func boundBySubject() -> [String] {
        let partial = pick([
            "keep", "skip", "{ skip_below: 1/2 }", "{ pro_rate: day, rounding: up }",
            "{ pro_rate: month, rounding: down }",
        ])
        let until = below(2) == 0 ? ", until: member.registered_on" : ""
        let bound = "from: member.hired_on\(until), partial: \(partial)"
        var lines: [String]
        switch below(3) {
        case 0:
            lines = [
                "sum: entries", "as: entry", "value: entry.points",
                "during: { period: year, by: entry.seen_on, \(bound) }",
            ]
        case 1:
            lines = [
                "count: visits", "as: visit", "during: { period: year, by: visit.date, \(bound) }",
            ]
        default:
            let where_ = "where: 'visit.kind == \"home\"'"
            return [
                "rate: visits", "as: visit", where_,
                "during: { period: year, by: visit.date, \(bound) }", "at_least: 50%",
            ]
        }
        if below(2) == 0 { lines.append("each: quarter") }
        if below(3) == 0 { lines.append("grace: 10 days") }
        return lines + ["at_least: \(1 + below(3))"]
    }

    private mutating func dated() -> [String] {
        switch below(3) {
        case 0:
            ["count: visits", "as: visit", "where: 'visit.hours > 1'", "at_least: params.dated"]
        case 1: ["expression: 'member.score > params.dated + 1'", "due: 2013-12-20"]
        default:
            [
                "sum: entries", "as: entry", "value: entry.points",
                "where: 'entry.points > params.dated - 1'", "at_least: 'params.dated * 2'",
            ]
        }
    }

    private mutating func rollUp() -> [String] {
        switch below(3) {
        case 0:
            ["rate: all_members", "as: member", "where: '\(ofMember())'", "at_least: 1/2"]
        case 1:
            ["count: all_members", "as: member", "where: '\(ofMember())'", "at_least: 3"]
        default: ["sum: all_members", "as: member", "value: member.score", "at_most: 40"]
        }
    }

    /// What makes a rule go by an event's day.
    mutating func versions() -> String {
        let day = pick(["member.hired_on", "member.registered_on"])
        let effective = pick([
            "", "effective: { from: 2012-06-30 }\n",
            "effective: { from: 2011-01-01, until: 2013-06-30 }\n",
        ])
        return "version_by: \(day)\n" + effective
    }

    mutating func entries() -> String {
        var text = "member_id,seen_on,kind,points,mark\n"
        for _ in 0..<110 {
            let member = cell("M\(101 + below(40))", ["M999"])
            let seen = cell(day(), ["2013-02-30", "2013-03"])
            let points = cell(pick(["1", "0.5", "2.25", "3", "0"]), ["x", "1e3"])
            text += "\(member),\(seen),\(cell(pick(["入户", "集中"]), ["其他"])),\(points),"
            text += "\(cell(pick(["甲", "乙", "丙"]), ["无"]))\n"
        }
        return text
    }
}
