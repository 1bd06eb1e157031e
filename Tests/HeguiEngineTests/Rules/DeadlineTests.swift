import HeguiReview
import Testing

/// A month from 20 May, counted both ways: the 20th of June is a Thursday, the 20th of July a
/// Saturday.
@Suite("Deadlines beside the as-of day")
struct DeadlineTests {
    private static let rule = """
        deadline: member.registered_on
        from: member.hired_on
        within: 1 month
        """

    private static let days = [
        "2013-06-19", "2013-06-20", "2013-06-21", "2013-07-21", "2013-07-22", "2013-07-23",
    ]

    /// The day it begins, when it was done, and the verdict on each of the days. What is done later
    /// than the as-of day is not done yet.
    private static let cases: [(hired: String, done: String, verdicts: String)] = [
        ("2013-05-20", "2013-06-19", "mmmmmm"),
        ("2013-05-20", "2013-06-20", "pmmmmm"),
        ("2013-05-20", "2013-06-21", "pvvvvv"),
        ("2013-05-20", "", "pvvvvv"),
        ("2013-05-20", "2013-05-20", "mmmmmm"),
        ("2013-05-20", "2013-05", "mmmmmm"),
        ("2013-05-20", "2013-06", "uuuuuu"),
        ("2013-05-20", "2013-07", "pvvvvv"),
        ("2013-05-20", "2013-02-30", "uuuuuu"),
        ("2013-06-20", "2013-07-22", "ppppmm"),
        ("2013-06-20", "2013-07-23", "ppppvv"),
        ("2013-06-20", "", "ppppvv"),
        ("2013-04-20", "", "vvvvvv"),
        ("2013-04-20", "2013-05-20", "mmmmmm"),
        ("2013-04-20", "2013-05-21", "vvvvvv"),
        ("", "2013-06-20", "uuuuuu"),
        ("2013-02-30", "2013-06-20", "uuuuuu"),
    ]

    private static let words: [Verdict: Character] = [
        .met: "m", .violated: "v", .pending: "p", .undetermined: "u",
    ]

    @Test("what is open is pending before the last day, and broken from then on")
    func verdicts() throws {
        let policy = try SmallPolicy(["late": ("member", Self.rule)])
        var members = "member_id,name,hired_on,registered_on\n"
        for (index, one) in Self.cases.enumerated() {
            members += "M\(index),党员,\(one.hired),\(one.done)\n"
        }
        var found = Self.cases.map { _ in "" }
        for day in Self.days {
            let outcomes = try policy.outcomes(of: ["members.csv": members], on: day)
            for index in Self.cases.indices {
                let outcome = try #require(outcomes["late"]?["M\(index)"])
                found[index].append(Self.words[outcome.verdict] ?? "?")
            }
        }
        for (index, one) in Self.cases.enumerated() {
            #expect(found[index] == one.verdicts, "\(one.hired) \(one.done)")
        }
    }
}
