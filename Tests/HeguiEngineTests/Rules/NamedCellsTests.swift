import HeguiDiagnostics
import HeguiReview
import Testing

/// A finding names the cells that say it, and no others; `SmallPolicy` compares both evaluators.
@Suite("the cells that an outcome names")
struct NamedCellsTests {
    private static let members = PolicySources.files["data/members.yaml"] ?? ""

    /// A rule about what a column computes, and the cells that it rests on.
    private struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var subject = "member"
        let require: String
        var columns = ""
        var members = "member_id,name,unit_id,score\nM1,甲,U1,3\n"
        var more: [String: String] = [:]
        var verdict = Verdict.violated
        let cells: [String]
    }

    private static let withLevel = "member_id,name,unit_id,score,level\nM1,甲,U1,9,3\n"
    private static let twoLevels =
        "member_id,name,unit_id,score,level\nM1,甲,U1,9,3\nM2,乙,U1,9,2\n"
    private static let level = "  level: { type: integer, otherwise: member.score }\n"
    private static let levelOfUnit =
        "  level: { type: integer, otherwise: \"member.unit.kind == 'agency' ? 1 : 2\" }\n"

    private static let ofColumns = [
        Case(
            testDescription: "a column's own cell, where its source has it",
            require: "expression: member.level >= 5", columns: level, members: withLevel,
            cells: ["members.csv E2"]),
        Case(
            testDescription: "the cells of the formula, where the source has no such column",
            require: "expression: member.level >= 5", columns: level, cells: ["members.csv D2"]),
        Case(
            testDescription: "of a formula of formulas those that gave the value",
            require: "expression: member.rank > 10",
            columns: level + "  rank: { type: integer, derived: member.level + 1 }\n",
            members: withLevel, cells: ["members.csv E2"]),
        Case(
            testDescription: "the formula's cells at the row that lacks its own",
            subject: "unit", require: "expression: 'unit.members.all(m, m.level > 5)'",
            columns: levelOfUnit, members: twoLevels,
            cells: ["members.csv E2", "members.csv E3"]),
        Case(
            testDescription: "the unit behind the formula, where the source has no such column",
            subject: "unit",
            require: "sum: members\nas: member\nvalue: member.level\nat_least: 9",
            columns: levelOfUnit, cells: ["members.csv C2", "units.csv C2"]),
        Case(
            testDescription: "of rows their own cells alone, where they have them",
            subject: "unit",
            require: "sum: members\nas: member\nvalue: member.level\nat_least: 9",
            columns: levelOfUnit, members: twoLevels, cells: ["members.csv E2", "members.csv E3"]),
        Case(
            testDescription: "the empty cell of a column that is there",
            require: "expression: member.level >= 5", columns: level,
            members: "member_id,name,unit_id,score,level\nM1,甲,U1,9,\n", verdict: .undetermined,
            cells: ["members.csv E2"]),
        Case(
            testDescription: "of a column that is a sum also what the subject sets for it",
            require: "expression: member.hours >= 5",
            columns: "  hours: { type: number, measure: { sum: visits, as: visit, "
                + "value: visit.hours, where: visit.hours > member.score } }\n",
            more: ["visits.csv": "member_id,date,kind,hours\nM1,2013-03-01,入户,4\n"],
            cells: ["visits.csv D2", "members.csv D2"]),
    ]

    @Test("a computed column names", arguments: ofColumns)
    private func computed(_ one: Case) throws {
        try check(one)
    }

    private static let during = "during: { period: year, by: visit.date }\n"
    private static let visits = [
        "visits.csv":
            "member_id,date,kind,hours\nM1,2013-03-01,入户,4\nM1,2013-05-01,入户,2\n"
    ]

    private static let ofThresholds = [
        Case(
            testDescription: "a count",
            require: "count: visits\nas: visit\nwhere: visit.hours >= member.score\nat_least: 2",
            more: visits, cells: ["visits.csv D2", "members.csv D2"]),
        Case(
            testDescription: "a count within a year",
            require:
                "count: visits\nas: visit\nwhere: visit.hours >= member.score\n\(during)at_least: 2",
            more: visits, cells: ["visits.csv B2", "members.csv D2"]),
        Case(
            testDescription: "a count of none",
            require: "count: visits\nas: visit\nwhere: visit.hours > 2 * member.score\nat_least: 2",
            more: visits, cells: ["members.csv D2"]),
        Case(
            testDescription: "a sum",
            require: """
                sum: visits
                as: visit
                value: visit.hours
                where: visit.hours >= member.score
                at_least: 9
                """, more: visits, cells: ["visits.csv D2", "members.csv D2"]),
        Case(
            testDescription: "the presence of a row",
            require: "exists: visits\nas: visit\nwhere: visit.hours > 2 * member.score",
            more: visits, cells: ["members.csv D2"]),
        Case(
            testDescription: "a share that is too small",
            require: "rate: visits\nas: visit\nwhere: visit.hours >= member.score\nat_least: 90%",
            more: visits, cells: ["visits.csv D3", "members.csv D2"]),
        Case(
            testDescription: "those among whom a share is",
            require: """
                rate: visits
                as: visit
                among: visit.hours >= member.score
                where: visit.kind == "hall"
                at_least: 90%
                """, more: visits, cells: ["visits.csv C2", "members.csv D2"]),
        Case(
            testDescription: "a run of rows",
            require: """
                streak: { rows: visits, as: visit, by: visit.date, miss: visit.hours >= member.score }
                less_than: 1
                """, more: visits, cells: ["visits.csv D2", "members.csv D2"]),
        Case(
            testDescription: "points",
            require: """
                score:
                  items:
                    - { id: a, add: visits, as: visit, where: visit.hours >= member.score,
                        value: visit.hours }
                at_least: 9
                """, more: visits, cells: ["visits.csv D2", "members.csv D2"]),
        Case(
            testDescription: "what two registers say",
            require: """
                agrees: [visits, entries]
                as: [visit, entry]
                where: visit.hours >= member.score
                fields: [{ title: 类, first: visit.kind, second: entry.kind }]
                """,
            more: visits.merging(["entries.csv": "member_id,seen_on,kind\nM1,2013-03-01,集中\n"]) {
                first, _ in first
            }, cells: ["visits.csv C2", "members.csv D2", "entries.csv C2"]),
    ]

    @Test("what the subject sets for rows is named beside them, by", arguments: ofThresholds)
    private func thresholds(_ one: Case) throws {
        try check(one)
    }

    @Test("of rows that are the same, the cells in which they are")
    func sameKeys() throws {
        let one = Case(
            testDescription: "", require: "unique: [member.name, member.note]",
            members: """
                member_id,name,unit_id,note
                M1,甲,U1,一
                M2,甲,U1,一
                M3,甲,U1,二

                """,
            cells: ["members.csv B2", "members.csv D2", "members.csv B3", "members.csv D3"])
        try check(one)
    }

    private static let leaves = """
        dataset: leaves
        singular: leave
        title: { zh: 请假, en: leaves }
        register: [member_id, from, until]
        columns:
          member_id: { type: text, references: members }
          from: { type: day }
          until: { type: day }
          long: { type: boolean }
        """

    /// Half a year of leave, and a day of another year, which excuses nothing of this one.
    private static let away =
        "member_id,from,until\nM1,2012-05-01,2012-05-01\nM1,2013-01-01,2013-06-30\n"

    private static func excused(_ partial: String, _ rest: String) -> String {
        """
        during:
          period: year
          by: visit.date
          excused: [{ rows: leaves, as: leave, from: leave.from, until: leave.until }]
          partial: \(partial)
        \(rest)
        """
    }

    private static let run = """
        streak:
          count: visits
          as: visit
          during:
            period: year
            by: visit.date
            excused: [{ rows: leaves, as: leave, from: leave.from, until: leave.until }]
            partial: skip
          each: quarter
          at_least: 1
        """

    /// Of whom nothing was seen in any quarter, one of which is excused.
    private static let threeQuarters = [
        "visits.csv": "member_id,date,kind,hours\n",
        "leaves.csv": "member_id,from,until\nM1,2013-04-01,2013-06-30\n",
    ]

    private static let ofExcusals = [
        Case(
            testDescription: "where they lower what is asked",
            require: "sum: visits\nas: visit\nvalue: visit.hours\n"
                + excused("{ pro_rate: month, rounding: up }", "at_least: 24"),
            more: visits.merging(["leaves.csv": away]) { first, _ in first },
            cells: ["visits.csv D2", "visits.csv D3", "leaves.csv B3", "leaves.csv C3"]),
        Case(
            testDescription: "not where all is asked in spite of them",
            require: "sum: visits\nas: visit\nvalue: visit.hours\n"
                + excused("keep", "at_least: 24"),
            more: visits.merging(["leaves.csv": away]) { first, _ in first },
            cells: ["visits.csv D2", "visits.csv D3"]),
        Case(
            testDescription: "where nothing is asked because of them",
            require: "sum: visits\nas: visit\nvalue: visit.hours\n"
                + excused("skip", "at_least: 24"),
            more: visits.merging(["leaves.csv": away]) { first, _ in first },
            verdict: .notApplicable, cells: ["leaves.csv B3", "leaves.csv C3"]),
        Case(
            testDescription: "not in parts of the year that they leave alone",
            require: "count: visits\nas: visit\n" + excused("skip", "each: half-year\nat_least: 3"),
            more: visits.merging(["leaves.csv": away]) { first, _ in first },
            cells: ["members.csv 2"]),
        Case(
            testDescription: "within a run that they do not break",
            require: run + "\nless_than: 3", more: threeQuarters,
            cells: ["leaves.csv B2", "leaves.csv C2"]),
        Case(
            testDescription: "in a column that is a run",
            require: "expression: member.missed < 3",
            columns: "  missed:\n    type: integer\n    measure:\n"
                + run.split(separator: "\n").map { "      \($0)\n" }.joined(),
            more: threeQuarters, cells: ["leaves.csv B2", "leaves.csv C2"]),
    ]

    @Test("rows that excuse days are named", arguments: ofExcusals)
    private func excusals(_ one: Case) throws {
        try check(one, datasets: ["data/leaves.yaml": Self.leaves])
    }

    private func check(_ one: Case, datasets: [String: String] = [:]) throws {
        var datasets = datasets
        datasets["data/members.yaml"] = Self.members + "\n" + one.columns
        let policy = try SmallPolicy(
            ["rule": (one.subject, one.require)], datasets: datasets)
        var files = one.more
        files["members.csv"] = one.members
        files["units.csv"] = "unit_id,name,kind,parent_id\nU1,局,机关,\n"
        let outcomes = try policy.outcomes(of: files, on: "2013-12-31")
        let subject = one.subject == "unit" ? "U1" : "M1"
        let outcome = try #require(outcomes["rule"]?[subject])
        #expect(outcome.verdict == one.verdict, "\(outcome)")
        let named = outcome.sources.map { cell in
            "\(cell.file) \(CellAddress.letters(ofColumn: cell.column ?? 0))\(cell.row)"
        }
        #expect(Set(named) == Set(one.cells), "\(named)")
        #expect(named.first == one.cells.first, "what was found comes before what was asked")
    }
}
