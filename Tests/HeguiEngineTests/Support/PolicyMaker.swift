import HeguiDiagnostics
import HeguiPack
import Testing

/// Makes packs of rules of many forms, and tables for them with empty, doubled, dangling and odd
/// cells.
struct PolicyMaker {
    static let ruleCount = 12

    private var state: UInt64
    let seed: UInt64

    init(seed: UInt64) {
        self.seed = seed
        state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678
    }

    mutating func below(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }

    mutating func pick(_ texts: [String]) -> String { texts[below(texts.count)] }

    mutating func day() -> String {
        // The ends of periods and months are where mistakes are made.
        let days = [
            "2012-12-31", "2013-01-01", "2013-03-31", "2013-04-01", "2013-06-30", "2013-07-01",
            "2013-11-30", "2013-12-15", "2013-12-31", "2014-01-01", "2013-01-31", "2012-02-29",
        ]
        return below(2) == 0
            ? pick(days) : "201\(1 + below(4))-0\(1 + below(9))-\(10 + below(19))"
    }

    // MARK: conditions

    private mutating func condition(_ atoms: [String], depth: Int = 2) -> String {
        guard depth > 0, below(3) > 0 else { return pick(atoms) }
        let left = condition(atoms, depth: depth - 1)
        switch below(4) {
        case 0: return "!(\(left))"
        case 1: return "(\(left)) && (\(condition(atoms, depth: depth - 1)))"
        case 2: return "(\(left)) || (\(condition(atoms, depth: depth - 1)))"
        default:
            let (first, second) = (condition(atoms, depth: 0), condition(atoms, depth: 0))
            return "(\(left)) ? (\(first)) : (\(second))"
        }
    }

    mutating func ofMember(depth: Int = 2) -> String {
        condition(
            [
                "member.active", "member.score >= \(below(8))", "member.score == null",
                "member.hired_on < date(\"\(day())\")", "member.hired_on <= member.registered_on",
                "member.registered_on != null", "date(\"\(day())\") >= member.registered_on",
                "member.unit != null", "member.unit == null", "member.unit.kind == \"agency\"",
                "member.note == \"甲\"", "member.note in [\"甲\", \"乙\"]", "member.note != null",
                "member.hired_on.year() == 2013", "yearOf(member.hired_on) == yearOf(as_of)",
                "member.senior", "size(member.visits) > 1", "member.visits.size() == 0",
                "member.unit.parent != null", "member.unit.parent.kind != \"village\"",
                "member.visits.exists(v, v.hours > 3)", "params.limit < member.score",
                "member.score < params.dated",
                "member.score + 1 > 5", "member.born == null", "member.born < date(\"1980-05-01\")",
                "member.hired_on.addMonths(1) > as_of", "true", "member.score != 3",
                "(member.score == null) == true", "(member.note != null) == member.active",
                "(member.unit == null) != (member.born == null)",
                "(member.registered_on == null ? 1 : 2) == 1", "(member.hired_on != null) == false",
                "member.active == null || member.score == null",
            ], depth: depth)
    }

    mutating func ofVisit(_ names: [String] = [], depth: Int = 2) -> String {
        condition(
            [
                "visit.kind == \"home\"", "visit.hours >= \(below(5))", "visit.date != null",
                "visit.place == \"社区\"", "visit.date.month() == 3", "visit.kind != null",
                "visit.place in [\"社区\", \"学校\"]", "visit.member.active", "visit.hours == null",
                "(visit.hours == null) == true", "(visit.date == null) != (visit.kind == null)",
                "(visit.place == null ? 0 : 1) == 0",
            ] + names, depth: depth)
    }

    // MARK: rules

    /// The lines of `require`, each below it.
    private mutating func requirement(_ number: Int) -> (subject: String, lines: [String]) {
        switch number % 12 {
        case 0: return ("member", ["expression: '\(ofMember())'"])
        case 1:
            return (
                "member", ["expression: '\(ofMember())'", "due: \(day())", "observed: member.note"]
            )
        case 2:
            return (
                "member",
                ["deadline: member.registered_on", "from: member.hired_on", "within: 1 month"]
            )
        case 3: return ("member", ["deadline: member.registered_on", "by: \(day())"])
        case 4:
            return ("member", ["count: visits", "as: visit", "where: '\(ofVisit())'"] + bound())
        case 5:
            let during = "during: { period: year, by: visit.date }"
            return (
                "member",
                ["count: visits", "as: visit", "where: '\(ofVisit(["member.active"]))'", during]
                    + bound()
            )
        case 6:
            return (
                "member",
                [
                    "count: visits", "as: visit", "during: { period: year, by: visit.date }",
                    "each: \(pick(["quarter", "half-year"]))", "at_least: 1",
                ]
            )
        default: return otherRequirement(number)
        }
    }

    private mutating func otherRequirement(_ number: Int) -> (subject: String, lines: [String]) {
        switch number % 12 {
        case 7:
            return (
                "member",
                ["count: visits", "as: visit", "distinct: [visit.date, visit.kind]"] + bound()
            )
        case 8:
            var lines = ["rate: members", "as: member", "where: '\(ofMember())'"]
            if below(2) == 0 { lines.append("among: '\(ofMember())'") }
            if below(2) == 0 { lines.append("confirmed: '\(ofMember())'") }
            return ("unit", lines + ["at_least: \(pick(["50%", "1/3", "95%"]))"])
        case 9: return ("member", ["exists: visits", "as: visit", "where: '\(ofVisit())'"])
        case 10:
            return (
                "visit",
                ["expression: '\(ofVisit(["visit.member != null"]))'", "observed: visit.member_id"]
            )
        default:
            return (
                "member",
                ["sum: visits", "as: visit", "value: visit.hours", "at_least: \(below(9))"]
            )
        }
    }

    mutating func bound() -> [String] {
        switch below(4) {
        case 0: ["at_most: \(below(3))"]
        case 1: ["more_than: \(below(3))"]
        case 2: ["at_least: 1", "at_most: \(1 + below(3))"]
        default: ["at_least: \(below(4))"]
        }
    }

    private mutating func rule(_ number: Int) -> (subject: String, text: String) {
        let isCommon = number == 8 || (number + Int(seed)) % 2 == 0
        let (subject, lines) = isCommon ? requirement(number) : rarerRequirement(number)
        var text = "id: rule-\(number)\ntitle: 规则\(number)\nclause: C1\nsubject: \(subject)\n"
        if subject == "member", below(2) == 0 { text += "when: '\(ofMember())'\n" }
        if subject == "member", lines.joined().contains("dated") || below(12) == 0 {
            text += versions()
        }
        let isSoft = below(4) == 0 && subject != "unit"
        if isSoft { text += "modality: soft\n" }
        text += "require:\n" + lines.map { "  \($0)\n" }.joined()
        text += "level: \(isSoft ? "hint" : pick(["mandatory", "verify"]))\n"
        if subject == "member", !isSoft, below(2) == 0 {
            text += "level_when: [{ if: '\(ofMember())', level: hint }]\n"
        }
        text +=
            "message: { zh: \"\(number)：{observed}/{required}，{missing}\", en: \"\(number)\" }\n"
        return (subject, text)
    }

    mutating func pack() throws -> Pack { try PolicySources.load(sources()) }

    /// The files of a pack.
    mutating func sources() -> [String: String] {
        var sources = PolicySources.files
        for number in 0..<Self.ruleCount {
            let (subject, text) = rule(number)
            sources["rules/\(subject)/rule-\(number).yaml"] = text
        }
        let ids = (0..<Self.ruleCount).map { "rule-\($0)" }.joined(separator: ", ")
        sources["clauses.yaml"] = """
            clauses:
              - { id: C1, quote: a, addressee: member, modality: 应, kind: check, rules: [\(ids)] }
              - { id: C2, quote: b, addressee: unit, modality: 不得, kind: gate, awards: [best] }
            """
        return sources
    }

    /// A pack of nothing but conditions, deeper than those of other rules.
    mutating func expressions(count: Int) throws -> Pack {
        var sources = PolicySources.files
        sources["awards/best.yaml"] = nil
        for number in 0..<count {
            let isVisit = number % 6 == 0
            let subject = isVisit ? "visit" : "member"
            let names = ["visit.member != null", "visit.member.score > 4", "visit.member.senior"]
            let condition = isVisit ? ofVisit(names, depth: 4) : ofMember(depth: 4)
            sources["rules/\(subject)/rule-\(number).yaml"] = """
                id: rule-\(number)
                title: 规则
                clause: C1
                subject: \(subject)
                require: '\(condition)'
                level: verify
                message: { zh: 不符, en: broken }
                """
        }
        let ids = (0..<count).map { "rule-\($0)" }.joined(separator: ", ")
        sources["clauses.yaml"] = """
            clauses:
              - { id: C1, quote: a, addressee: member, modality: 应, kind: check, rules: [\(ids)] }
            """
        return try PolicySources.load(sources)
    }

    // MARK: tables

    mutating func cell(_ plain: String, _ others: [String]) -> String {
        // Tables with few odd cells are judged on columns, those with many row by row.
        below(seed % 3 == 0 ? 12 : seed % 3 == 1 ? 60 : 400) == 0 ? pick(others + [""]) : plain
    }

    mutating func files() -> [String: String] {
        var units = "unit_id,name,kind,parent_id\n"
        for number in 1...8 {
            let kind = cell(pick(["机关", "事业", "村"]), ["街道"])
            units += "U\(number),第\(number)局,\(kind),\(cell("U\(1 + below(3))", ["U9"]))\n"
        }
        var members = "member_id,name,unit_id,born,hired_on,registered_on,active,score,note\n"
        for number in 1...40 {
            let unit = cell("U\(1 + below(8))", ["U99"])
            let born = cell("19\(70 + below(20))-05-0\(1 + below(9))", ["1980-05", "1980"])
            let hired = cell(day(), ["2013-02-30", "2013年5月"])
            let registered = below(4) == 0 ? "" : cell(day(), ["2013-06"])
            let active = cell(pick(["是", "否"]), ["?"])
            let note = cell(pick(["甲", "乙", "丙"]), ["无"])
            members += "M\(100 + number),党员\(number),\(unit),\(born),\(hired),\(registered),"
            members += "\(active),\(cell(String(below(9)), ["三", "x", "半"])),\(note)\n"
        }
        members += "M101,重复,U1,1980-01-01,2013-01-01,2013-01-02,是,1,甲\n"
        var visits = "member_id,date,kind,hours,place\n"
        for _ in 0..<120 {
            let member = cell("M\(101 + below(40))", ["M999"])
            let date = cell(day(), ["2013-02-30", "2013-03"])
            let kind = cell(pick(["入户", "集中"]), ["其他"])
            let place = cell(pick(["社区", "学校", "\"路边,树下\""]), ["\"讲\"\"座\""])
            visits += "\(member),\(date),\(kind),\(cell(String(below(6)), ["x"])),\(place)\n"
        }
        var files = [
            "units.csv": units, "members.csv": members, "visits.csv": visits,
            "entries.csv": entries(),
        ]
        if below(2) == 0 { files["waivers.yaml"] = records() }
        if below(3) == 0 { files["豁免.csv"] = waiverSheet() }
        return files
    }

    /// Leaves out a file, all rows of one, or a column.
    mutating func cut(_ files: inout [String: String]) {
        let names = files.keys.filter { $0.hasSuffix(".csv") && $0 != "豁免.csv" }.sorted()
        let name = pick(names)
        var lines = (files[name] ?? "").split(separator: "\n").map(String.init)
        switch below(6) {
        case 0: files[name] = nil
        case 1: files[name] = lines[0] + "\n"
        default:
            // Quotes stand in the last column only.
            let width = min(4, lines[0].split(separator: ",").count)
            let column = below(width)
            lines = lines.map { line in
                var cells = line.split(
                    separator: ",", maxSplits: width, omittingEmptySubsequences: false)
                cells.remove(at: column)
                return cells.joined(separator: ",")
            }
            files[name] = lines.joined(separator: "\n") + "\n"
        }
    }
}
