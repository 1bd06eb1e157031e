import HeguiCalendar
import HeguiPack
import Testing

@testable import HeguiEngine

@Suite("Caps")
struct CapLadderTests {
    private func ladder(_ caps: [(Cap.Extent, Int64)]) -> CapLadder {
        var ladder = CapLadder()
        for (extent, atMost) in caps { ladder.add(extent, Ratio(atMost), at: nil) }
        return ladder
    }

    /// Rows by their day, a month or nothing: what they give.
    private func entries(_ rows: [(String, Int64)]) throws -> [TallyEntry] {
        try rows.map { text, amount in
            let days: DayRange? =
                text == "?"
                ? nil
                : try Month(text)?.days ?? DayRange(try #require(Day(text), "\(text)"))
            return TallyEntry(
                isCertain: true, key: [], amount: Interval(exactly: Ratio(amount)), days: days)
        }
    }

    private func text(_ interval: Interval) -> String {
        [interval.lower, interval.observed, interval.upper].map { $0?.text ?? "?" }
            .joined(separator: " ")
    }

    private static let spread: [(String, Int64)] = [
        ("2013-01-31", 2), ("2013-02-01", 2), ("2013-02-28", 2), ("2013-03-31", 2),
        ("2013-04-01", 2), ("2013-06-30", 2), ("2013-07-01", 2), ("2013-12-31", 2),
        ("2014-01-01", 2),
    ]

    @Test(
        "rows of one extent give no more than its cap together",
        arguments: [
            ([], "18 18 18"), ([(.day, 1)], "9 9 9"), ([(.day, 2)], "18 18 18"),
            ([(.month, 3)], "17 17 17"), ([(.quarter, 3)], "12 12 12"),
            ([(.half, 5)], "11 11 11"), ([(.year, 7)], "9 9 9"), ([(.total, 7)], "7 7 7"),
            ([(.total, 99)], "18 18 18"), ([(.month, 3), (.quarter, 4)], "14 14 14"),
            ([(.day, 1), (.month, 1), (.quarter, 1), (.half, 1), (.year, 1)], "2 2 2"),
            ([(.quarter, 4), (.total, 9)], "9 9 9"), ([(.year, 0)], "0 0 0"),
        ] as [([(Cap.Extent, Int64)], String)])
    func extents(caps: [(Cap.Extent, Int64)], expected: String) throws {
        #expect(text(try ladder(caps).sum(entries(Self.spread))) == expected)
    }

    @Test("a day's rows are those of that day alone")
    func days() throws {
        let rows = [("2013-03-01", Int64(2)), ("2013-03-01", 2), ("2013-03-02", 2)]
        #expect(text(try ladder([(.day, 3)]).sum(entries(rows))) == "5 5 5")
        #expect(text(try ladder([(.day, 3), (.month, 4)]).sum(entries(rows))) == "4 4 4")
    }

    /// Rows of which the day is not known are a group of their own at most, and nothing at least.
    @Test(
        "a row that may be of several groups counts in none for certain",
        arguments: [
            ([("2013-03-01", 4), ("?", 4)], [(.month, 5)], "4 8 8"),
            ([("2013-03-01", 4), ("?", 4)], [(.total, 5)], "5 5 5"),
            ([("2013-03-01", 4), ("2013-03", 4)], [(.month, 5)], "5 5 5"),
            ([("2013-03-01", 4), ("2013-03", 4)], [(.day, 5)], "4 8 8"),
            ([("2013-03-01", 4), ("2013-03", 9)], [(.day, 5)], "4 9 9"),
            ([("2013-03", 4), ("2013-03", 4)], [(.quarter, 5)], "5 5 5"),
            ([("?", 4), ("?", 4), ("?", 4)], [(.year, 3)], "0 9 9"),
            ([("?", 4), ("?", 4)], [(.month, 3), (.total, 5)], "0 5 5"),
            ([("?", 4)], [], "4 4 4"),
        ] as [([(String, Int64)], [(Cap.Extent, Int64)], String)])
    func doubt(rows: [(String, Int64)], caps: [(Cap.Extent, Int64)], expected: String) throws {
        #expect(text(try ladder(caps).sum(entries(rows))) == expected)
    }

    @Test("what is not exact is capped at both ends")
    func ranges() throws {
        var rows = try entries([("2013-03-01", 2), ("2013-03-02", 2)])
        rows[0].amount.upper = Ratio(9)
        rows[1].amount.upper = nil
        #expect(text(try ladder([(.month, 5)]).sum(rows)) == "4 4 5")
        #expect(text(try ladder([(.day, 5)]).sum(rows)) == "4 4 10")
        #expect(text(try ladder([(.total, 3)]).sum(rows)) == "3 3 3")
        #expect(text(try ladder([]).sum(rows)) == "4 4 ?")
    }

    @Test("a row's own cap is no step, and limits what the row gives alone")
    func rowCap() throws {
        let ladder = ladder([(.row, 3)])
        #expect(ladder.steps.isEmpty && !ladder.asksForDays)
        #expect(text(ladder.capped(row: Interval(exactly: Ratio(5)))) == "3 3 3")
        #expect(text(ladder.capped(row: Interval(exactly: Ratio(2)))) == "2 2 2")
        #expect(text(self.ladder([]).capped(row: Interval(exactly: Ratio(5)))) == "5 5 5")
        #expect(text(try ladder.sum(entries([("?", 5)]))) == "5 5 5")
    }

    @Test("only a cap for less than all rows asks for their days")
    func asks() {
        #expect(!ladder([]).asksForDays && !ladder([(.total, 1)]).asksForDays)
        for extent in [Cap.Extent.day, .month, .quarter, .half, .year] {
            #expect(ladder([(.total, 1), (extent, 1)]).asksForDays, "\(extent)")
            #expect(ladder([(extent, 1)]).asksForSingleDays == (extent == .day), "\(extent)")
        }
    }

    @Test("no rows give nothing")
    func nothing() throws {
        #expect(text(try ladder([(.month, 5)]).sum([])) == "0 0 0")
    }
}
