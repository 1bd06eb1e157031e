import HeguiReview
import Testing

/// Subjects whose parts say every combination of verdicts, judged by whole rules.
@Suite("Rules of several parts")
struct PartVerdictTests {
    /// What a part says: met, violated, undetermined, and pending where there is time left.
    private static let met: Character = "m"
    private static let broken: Character = "v"
    private static let unknown: Character = "u"
    private static let pending: Character = "p"

    private static let verdicts: [Character: Verdict] = [
        met: .met, broken: .violated, unknown: .undetermined, pending: .pending,
    ]

    /// All lists of one mark from each of `choices`.
    private static func combinations(_ choices: [String]) -> [String] {
        choices.reduce([""]) { lists, marks in
            lists.flatMap { list in marks.map { list + String($0) } }
        }
    }

    private static func first(of order: String, in marks: String) -> Verdict? {
        order.first(where: marks.contains).flatMap { verdicts[$0] }
    }

    /// A row of a quarter that makes the part what it is, under each of the rules below.
    private func visits(of member: String, _ marks: String, in months: [String]) -> String {
        zip(marks, months).map { mark, month in
            let (kind, hours) =
                switch mark {
                case Self.met: ("入户", "3")
                case Self.unknown: ("其他", "x")
                default: ("集中", "0")
                }
            return "\(member),2013-\(month)-10,\(kind),\(hours),社区\n"
        }.joined()
    }

    private static let during = "during: { period: year, by: visit.date }\neach: quarter\n"

    private static let quantities = [
        "count": "count: visits\nas: visit\nwhere: 'visit.kind == \"home\"'\n\(during)at_least: 1",
        "sum": "sum: visits\nas: visit\nvalue: visit.hours\n\(during)at_least: 1",
        "rate": "rate: visits\nas: visit\nwhere: 'visit.kind == \"home\"'\n\(during)at_least: 100%",
        "score": """
        score:
          items: [{ id: a, add: visits, as: visit, value: visit.hours, by: visit.date }]
        during: { period: year }
        each: quarter
        at_least: 1
        """,
    ]

    /// The last quarter is not over on the earlier day, so that what is not met there is pending.
    @Test(
        "of sub-periods the heaviest verdict counts, wherever it stands",
        arguments: [("2013-12-31", "mvu"), ("2013-11-15", "mpu")])
    func subperiods(day: String, lastMarks: String) throws {
        let policy = try SmallPolicy(Self.quantities.mapValues { ("member", $0) })
        let all = Self.combinations(["mvu", "mvu", "mvu", lastMarks])
        var members = "member_id,name\n"
        var visits = "member_id,date,kind,hours,place\n"
        for marks in all {
            members += "\(marks),党员\n"
            visits += self.visits(of: marks, marks, in: ["01", "04", "07", "10"])
        }
        let outcomes = try policy.outcomes(
            of: ["members.csv": members, "visits.csv": visits],
            on: day)
        for rule in Self.quantities.keys {
            for marks in all {
                let outcome = try #require(outcomes[rule]?[marks], "\(rule) \(marks)")
                #expect(
                    outcome.verdict == Self.first(of: "vupm", in: marks), "\(rule) \(marks) \(day)")
                let parts = outcome.parts.filter { $0.id.hasPrefix("2013-Q") && $0.id.count == 7 }
                #expect(
                    parts.map(\.verdict) == marks.map { Self.verdicts[$0] }, "\(rule) \(marks)")
            }
        }
    }

    private static let alternatives = """
        :
          - { expression: member.active }
          - { expression: member.score >= 5 }
          - { expression: 'member.hired_on < date("2013-01-01")', due: 2014-06-30 }
        """

    @Test("of alternatives the best verdict counts, and of several demands the heaviest")
    func combinations() throws {
        let policy = try SmallPolicy([
            "any": ("member", "any_of" + Self.alternatives),
            "all": ("member", "all_of" + Self.alternatives),
        ])
        let all = Self.combinations(["mvu", "mvu", "mpu"])
        let active: [Character: String] = ["m": "是", "v": "否", "u": "?"]
        let score: [Character: String] = ["m": "9", "v": "1", "u": "x"]
        let hired: [Character: String] = ["m": "2012-05-01", "p": "2013-05-01", "u": "2013-02-30"]
        var members = "member_id,name,active,score,hired_on\n"
        for marks in all {
            let cells = zip(marks, [active, score, hired]).map { $1[$0] ?? "" }
            members += "\(marks),党员,\(cells.joined(separator: ","))\n"
        }
        let outcomes = try policy.outcomes(of: ["members.csv": members], on: "2013-12-31")
        for marks in all {
            let (any, every) = (outcomes["any"]?[marks], outcomes["all"]?[marks])
            #expect(any?.verdict == Self.first(of: "mupv", in: marks), "any \(marks)")
            #expect(every?.verdict == Self.first(of: "vupm", in: marks), "all \(marks)")
            for outcome in [any, every] {
                #expect(outcome?.parts.map(\.verdict) == marks.map { Self.verdicts[$0] })
            }
        }
    }

    private static let sequence = """
        sequence:
          - { id: hired, day: member.hired_on }
          - { id: listed, day: member.registered_on, gaps: [{ after: hired, within: 1 month }] }
          - { id: last, day: member.born, gaps: [{ after: hired, within: 1 month }] }
        """

    /// A month from 10 January; a day that cannot be read may be any.
    @Test(
        "of the steps of a sequence the heaviest verdict counts, whichever has it",
        arguments: [
            ("2013-01-15", "2013-01-20", Verdict.met), ("2013-01-15", "2013-02-12", .violated),
            ("2013-02-12", "2013-02-12", .violated), ("2013-02-30", "2013-01-20", .undetermined),
            ("2013-01-15", "2013-02-30", .undetermined), ("2013-02-30", "2013-02-12", .violated),
            ("2013-02-12", "2013-02-30", .violated), ("2013-02-30", "2013-02-30", .undetermined),
            ("2013-01-20", "2013-01-15", .violated), ("2013-02", "2013-02-11", .undetermined),
        ])
    func steps(listed: String, last: String, expected: Verdict) throws {
        let policy = try SmallPolicy(["steps": ("member", Self.sequence)])
        let members =
            "member_id,name,born,hired_on,registered_on\nM1,党员,\(last),2013-01-10,\(listed)\n"
        let outcomes = try policy.outcomes(of: ["members.csv": members], on: "2013-12-31")
        #expect(outcomes["steps"]?["M1"]?.verdict == expected)
    }
}
