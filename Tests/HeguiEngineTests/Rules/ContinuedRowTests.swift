import HeguiReview
import Testing

/// Rows of a register that leave empty of whom they tell, as people write when they go on.
@Suite("rows that may go on with the one above")
struct ContinuedRowTests {
    private static let count = "count: entries\nat_least: 2\n"

    @Test(
        "a row that names nobody may be of whoever stands above it, and of nobody else",
        arguments: [
            // The third is nobody's to judge: whoever has enough is met.
            (["M1", "", "M2", "M2"], ["undetermined", "met"]),
            (["M1", "", "", "M2"], ["undetermined", "violated"]),
            (["M1", "M2", "", ""], ["violated", "undetermined"]),
            (["M1", "M1", "", "M2"], ["met", "violated"]),
            // The row above is of somebody who is not known.
            (["M9", "", "M1", "M2"], ["violated", "violated"]),
            // Nothing stands above it.
            (["", "M1", "M2", "M2"], ["violated", "met"]),
            // What is between them belongs to neither.
            (["M1", "-", "M2", ""], ["undetermined", "undetermined"]),
        ])
    func above(people: [String], expected: [String]) throws {
        let policy = try SmallPolicy(["count": ("member", Self.count)])
        var entries = "member_id,seen_on,kind,points,mark\n"
        for (index, person) in people.enumerated() {
            entries += "\(person),2013-10-0\(index + 1),入户,1,甲\n"
        }
        let outcomes = try policy.outcomes(
            of: ["members.csv": "member_id,name\nM1,党员\nM2,党员\n", "entries.csv": entries],
            on: "2013-12-15")
        for (index, verdict) in expected.enumerated() {
            let outcome = try #require(outcomes["count"]?["M\(index + 1)"])
            #expect(outcome.verdict.rawValue == verdict, "\(people) M\(index + 1)")
        }
    }

    @Test("the row above may stand in another part of a file that several threads read")
    func parts() throws {
        let policy = try SmallPolicy(["count": ("member", Self.count)])
        var members = "member_id,name\n"
        var entries = "member_id,seen_on,kind,points,mark\n"
        for number in 0..<1_500 {
            members += "M\(number),党员\n"
            entries += "M\(number),2013-10-01,入户,1,甲\n"
            if number % 3 == 0 { entries += ",2013-10-02,入户,1,甲\n" }
        }
        let outcomes = try policy.outcomes(
            of: ["members.csv": members, "entries.csv": entries], on: "2013-12-15")
        for number in 0..<1_500 {
            let verdict = outcomes["count"]?["M\(number)"]?.verdict
            #expect(verdict == (number % 3 == 0 ? .undetermined : .violated))
        }
    }
}
