import HeguiReview
import Testing

/// One row for each subject, dated before, on or after the as-of day, or not for certain.
@Suite("Days of rows beside the as-of day")
struct RowDayTests {
    private static let during = "during: { period: year, by: entry.seen_on }"

    /// Each gives a number between bounds that are not reached, so that it shows its own bounds.
    private static let quantities = [
        "count": "count: entries\nas: entry\n\(during)\nat_least: 9",
        "sum": "sum: entries\nas: entry\nvalue: entry.points\n\(during)\nat_least: 9",
        "longest": streak("longest"), "current": streak("current"), "total": streak("total"),
    ]

    private static func streak(_ run: String) -> String {
        "streak: { rows: entries, as: entry, by: entry.seen_on, miss: entry.points >= 1 }\n"
            + "run: \(run)\nat_least: 9"
    }

    /// The day that is written, and the least and the most in the year and in a run.
    private static let days: [(text: String, inYear: String, inRun: String)] = [
        ("2013-12-14", "1 1", "1 1"), ("2013-12-15", "1 1", "1 1"), ("2013-12-16", "0 0", "0 0"),
        ("2013-12-31", "0 0", "0 0"), ("2014-01-01", "0 0", "0 0"), ("2013-01-01", "1 1", "1 1"),
        ("2012-12-31", "0 0", "1 1"), ("2013-11", "1 1", "1 1"), ("2013-12", "0 1", "0 1"),
        ("2014-01", "0 0", "0 0"), ("2012-12", "0 0", "1 1"), ("", "0 1", "0 1"),
        ("2013-02-30", "0 1", "0 1"),
    ]

    @Test("a row counts on its day or before, and only may where its day may be later")
    func bounds() throws {
        let policy = try SmallPolicy(Self.quantities.mapValues { ("member", $0) })
        var members = "member_id,name\n"
        var entries = "member_id,seen_on,kind,points,mark\n"
        for (index, day) in Self.days.enumerated() {
            members += "M\(index),党员\n"
            entries += "M\(index),\(day.text),入户,1,甲\n"
        }
        let outcomes = try policy.outcomes(
            of: ["members.csv": members, "entries.csv": entries], on: "2013-12-15")
        for rule in Self.quantities.keys {
            let isDated = rule == "count" || rule == "sum"
            for (index, day) in Self.days.enumerated() {
                let outcome = try #require(outcomes[rule]?["M\(index)"])
                let found = [outcome.lower, outcome.upper].map { $0 ?? "?" }.joined(separator: " ")
                #expect(found == (isDated ? day.inYear : day.inRun), "\(rule) \(day.text)")
            }
        }
    }

    @Test("a later row of a run may break it only where it may have been already")
    func breaks() throws {
        let policy = try SmallPolicy(["current": ("member", Self.streak("current"))])
        // A miss for certain, and then a row that is none.
        let rows: [(text: String, expected: String)] = [
            ("2013-12-14", "0 0"), ("2013-12-15", "0 0"), ("2013-12-16", "1 1"),
            ("2014-01", "1 1"), ("2013-11", "0 0"), ("", "0 1"),
        ]
        var members = "member_id,name\n"
        var entries = "member_id,seen_on,kind,points,mark\n"
        for (index, row) in rows.enumerated() {
            members += "M\(index),党员\n"
            entries += "M\(index),2013-10-01,入户,1,甲\nM\(index),\(row.text),入户,0,甲\n"
        }
        let outcomes = try policy.outcomes(
            of: ["members.csv": members, "entries.csv": entries], on: "2013-12-15")
        for (index, row) in rows.enumerated() {
            let outcome = try #require(outcomes["current"]?["M\(index)"])
            let found = [outcome.lower, outcome.upper].map { $0 ?? "?" }.joined(separator: " ")
            #expect(found == row.expected, "\(row.text)")
        }
    }

    /// By unit of the period: the rows that it holds, and those of the one before.
    @Test(
        "a period holds its own rows up to the as-of day, the one before all of its",
        arguments: [
            ("month", "2013-12", "2013-11"), ("quarter", "2013-10", "2013-07"),
            ("half-year", "2013-07", "2013-01"), ("year", "2013-01", "2012-01"),
        ])
    func periods(unit: String, start: String, earlier: String) throws {
        func count(_ offset: String) -> (String, String) {
            let during = "during: { period: \(unit), \(offset)by: entry.seen_on }"
            return ("member", "count: entries\nas: entry\n\(during)\nat_least: 9")
        }
        let policy = try SmallPolicy(["now": count(""), "before": count("offset: -1, ")])
        let days = (2011...2014).flatMap { year in
            (1...12).map { "\(year)-" + ($0 < 10 ? "0" : "") + "\($0)-15" }
        }
        let entries = days.map { "M1,\($0),入户,1,甲\n" }.joined()
        let outcomes = try policy.outcomes(
            of: [
                "members.csv": "member_id,name\nM1,党员\n",
                "entries.csv": "member_id,seen_on,kind,points,mark\n" + entries,
            ], on: "2013-12-14")
        // The 15th of the as-of day's own month is still to come.
        let now = days.count { $0 >= start && $0 < "2013-12-15" }
        let before = days.count { $0 >= earlier && $0 < start }
        #expect(outcomes["now"]?["M1"]?.observed == "\(now)")
        #expect(outcomes["before"]?["M1"]?.observed == "\(before)")
    }
}
