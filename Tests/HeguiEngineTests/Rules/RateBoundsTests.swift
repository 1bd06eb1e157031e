import HeguiPack
import HeguiReview
import Testing

/// Units of two members who are known through and through, and a third of whom anything may be.
@Suite("Rates with members of whom not all is known")
struct RateBoundsTests {
    /// Whether something holds of the third member: yes, no or not known.
    private static let marks = "ynu"

    private static let active: [Character: String] = ["y": "是", "n": "否", "u": "?"]
    private static let score: [Character: String] = ["y": "9", "n": "1", "u": "x"]
    private static let born: [Character: String] = [
        "y": "1970-01-01", "n": "1990-01-01", "u": "1980",
    ]

    private static let rate = """
        rate: members
        as: member
        among: member.active
        where: member.score >= 5
        confirmed: 'member.born < date("1980-05-01")'
        at_least: 50%
        """

    /// What the third member may add to the part and to the whole.
    private static func possible(_ marks: [Character]) -> [(part: Int64, whole: Int64)] {
        var possible: [(part: Int64, whole: Int64)] = []
        if marks[0] != "y" { possible.append((0, 0)) }
        if marks[0] == "n" { return possible }
        if marks[1] != "n" { possible.append((1, 1)) }
        if marks[1] != "y" || marks[2] != "y" { possible.append((0, 1)) }
        return possible
    }

    @Test("both bounds are the least and the most that the rate can be, row by row and on columns")
    func bounds() throws {
        let policy = try SmallPolicy(["rate": ("unit", Self.rate)])
        let all = Self.marks.flatMap { a in
            Self.marks.flatMap { b in Self.marks.map { [a, b, $0] } }
        }
        var units = "unit_id,name,kind,parent_id\n"
        var members = "member_id,name,unit_id,born,active,score\n"
        for marks in all {
            let unit = String(marks)
            units += "\(unit),\(unit)局,机关,\n"
            members += "\(unit)1,党员,\(unit),1970-01-01,是,9\n\(unit)2,党员,\(unit),1970-01-01,是,1\n"
            let cells = [Self.born[marks[2]], Self.active[marks[0]], Self.score[marks[1]]]
            members += "\(unit)3,党员,\(unit),\(cells.compactMap(\.self).joined(separator: ","))\n"
        }
        let outcomes = try policy.outcomes(
            of: ["units.csv": units, "members.csv": members], on: "2013-12-31")
        for marks in all {
            let rate = try #require(outcomes["rate"]?[String(marks)]?.rate, "\(marks)")
            let all = Self.possible(marks).compactMap { Ratio(1 + $0.part, 2 + $0.whole) }
            #expect(rate.lower == all.min(), "\(marks)")
            #expect(rate.upper == all.max(), "\(marks)")
            let isIn = marks[0] == "y"
            #expect(rate.denominator == (isIn ? 3 : 2), "\(marks)")
            #expect(rate.numerator == (isIn && marks[1] == "y" ? 2 : 1), "\(marks)")
        }
    }

    @Test("the verdict is that of all that the rate can be, or open")
    func verdicts() throws {
        let limits = ["at_least: 50%", "more_than: 50%", "at_most: 50%", "less_than: 50%"]
        let rules = Dictionary(
            uniqueKeysWithValues: limits.enumerated().map { index, limit in
                (
                    "rate-\(index)",
                    (subject: "unit", require: Self.rate.replacing("at_least: 50%", with: limit))
                )
            })
        let policy = try SmallPolicy(rules)
        let all = ["yyy", "ynu", "yuy", "yyn", "yyu", "uyy", "uny", "uuu", "nnn"]
        var units = "unit_id,name,kind,parent_id\n"
        var members = "member_id,name,unit_id,born,active,score\n"
        for unit in all {
            let marks = Array(unit)
            units += "\(unit),\(unit)局,机关,\n"
            members += "\(unit)1,党员,\(unit),1970-01-01,是,9\n\(unit)2,党员,\(unit),1970-01-01,是,1\n"
            let cells = [Self.born[marks[2]], Self.active[marks[0]], Self.score[marks[1]]]
            members += "\(unit)3,党员,\(unit),\(cells.compactMap(\.self).joined(separator: ","))\n"
        }
        let outcomes = try policy.outcomes(
            of: ["units.csv": units, "members.csv": members], on: "2013-12-31")
        let half = try #require(Ratio(1, 2))
        let holds: [(Ratio) -> Bool] = [
            { $0 >= half }, { $0 > half }, { $0 <= half }, { $0 < half },
        ]
        for unit in all {
            let rates = Self.possible(Array(unit)).compactMap { Ratio(1 + $0.part, 2 + $0.whole) }
            for (index, holds) in holds.enumerated() {
                let truths = Set(rates.map(holds))
                let expected: Verdict =
                    truths == [true] ? .met : truths == [false] ? .violated : .undetermined
                #expect(
                    outcomes["rate-\(index)"]?[unit]?.verdict == expected,
                    "\(unit) \(limits[index])")
            }
        }
    }
}
