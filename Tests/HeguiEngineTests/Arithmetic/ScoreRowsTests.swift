import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiReview
import Testing

@testable import HeguiEngine

/// The order in which a score is worked out, seen with points that are written down.
@Suite("Scores")
struct ScoreRowsTests {
    /// Points of an item, `-` before what is deducted, `?` for what is not known.
    private static func item(_ index: Int, _ text: String) throws -> ScoreRows.Item {
        let isDeducted = text.hasPrefix("-")
        let number = isDeducted ? String(text.dropFirst()) : text
        var item = ScoreRows.Item(id: "item-\(index)", title: nil, isDeducted: isDeducted)
        item.points =
            number == "?" ? .anything : Interval(exactly: Ratio(try #require(Int64(number))))
        if number == "?" { item.causes = [UnknownCause(key: "acts/\(index)/points")] }
        return item
    }

    private static func limits(_ floor: Int64?, _ ceiling: Int64?) -> ScoreRows.Limits {
        ScoreRows.Limits(
            floor: floor.map { Ratio($0) }, at: nil, ceiling: ceiling.map { Ratio($0) }, at: nil)
    }

    struct Block: Sendable {
        var start: Int64 = 0
        var items: [String] = []
        var floor: Int64?
        var ceiling: Int64?
        var weight = Ratio.one

        fileprivate func rows(_ id: String) throws -> ScoreRows.Block {
            ScoreRows.Block(
                id: id, title: nil, start: Interval(exactly: Ratio(start)), causes: [],
                items: try items.enumerated().map(ScoreRowsTests.item),
                limits: ScoreRowsTests.limits(floor, ceiling), weight: weight)
        }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let blocks: [Block]
        var floor: Int64?
        var ceiling: Int64?
        var round: (Ratio, Rounding)?
        /// The least, what is sure, and the most.
        let sum: String
    }

    private static func measurement(_ one: Case) throws -> Measurement {
        let blocks = try one.blocks.enumerated().map {
            try $1.rows(one.blocks.count == 1 ? "score" : "block-\($0)")
        }
        let rows = ScoreRows(
            blocks: blocks, limits: limits(one.floor, one.ceiling),
            round: one.round.map { ScoreQuantity.Round(step: $0, rounding: $1, at: nil) },
            probe: nil)
        return try rows.measurement(
            in: Stretch(
                id: "all", title: .init(zh: "全部", en: "all"), certain: Stretch.allDays,
                possible: Stretch.allDays, horizon: .maximum, isOver: true))
    }

    private static let half = Ratio(1, 2) ?? .one
    private static let third = Ratio(1, 3) ?? .one

    private static let cases = [
        Case(
            testDescription: "what is added and deducted from the start",
            blocks: [Block(start: 50, items: ["20", "-30", "5"])], sum: "45 45 45"),
        Case(testDescription: "nothing", blocks: [Block()], sum: "0 0 0"),
        Case(
            testDescription: "a block's ceiling comes before its weight",
            blocks: [Block(start: 90, items: ["30"], ceiling: 100, weight: half)], sum: "50 50 50"),
        Case(
            testDescription: "a block's floor comes before its weight",
            blocks: [Block(start: 10, items: ["-30"], floor: 4, weight: half)], sum: "2 2 2"),
        Case(
            testDescription: "a block's limits come after all of its items",
            blocks: [Block(start: 90, items: ["30", "-15"], ceiling: 100)], sum: "100 100 100"),
        Case(
            testDescription: "a floor counts more than a ceiling below it",
            blocks: [Block(start: 5, floor: 10, ceiling: 8)], sum: "10 10 10"),
        Case(
            testDescription: "blocks have their own limits before they are added",
            blocks: [Block(start: 80, ceiling: 60), Block(start: -20, floor: 0), Block(start: 7)],
            sum: "67 67 67"),
        Case(
            testDescription: "the score's ceiling comes after all blocks",
            blocks: [Block(start: 60), Block(start: 70, weight: half)], ceiling: 90,
            sum: "90 90 90"),
        Case(
            testDescription: "the score's floor comes after all blocks",
            blocks: [Block(start: 60), Block(start: -70)], floor: 0, sum: "0 0 0"),
        Case(
            testDescription: "rounding comes last",
            blocks: [Block(start: 100, weight: third)], round: (.one, .down), sum: "33 33 33"),
        Case(
            testDescription: "rounding comes after the score's ceiling",
            blocks: [Block(start: 199, weight: half)], ceiling: 99, round: (Ratio(10), .down),
            sum: "90 90 90"),
        Case(
            testDescription: "up to the next step",
            blocks: [Block(start: 1, weight: third)], round: (half, .up), sum: "0.5 0.5 0.5"),
        Case(
            testDescription: "points that are not known may be any",
            blocks: [Block(start: 5, items: ["?"])], sum: "? 5 ?"),
        Case(
            testDescription: "points that are not known lie within the block's limits",
            blocks: [Block(start: 5, items: ["?"], floor: 0, ceiling: 10), Block(start: 2)],
            sum: "2 7 12"),
        Case(
            testDescription: "what is deducted and not known lies within the score's limits",
            blocks: [Block(start: 5, items: ["-?"])], floor: -3, ceiling: 60, sum: "-3 5 60"),
    ]

    @Test("points are added in one order", arguments: cases)
    func order(_ one: Case) throws {
        let interval = try Self.measurement(one).interval
        let numbers = [interval.lower, interval.observed, interval.upper]
        #expect(numbers.map { $0?.text ?? "?" }.joined(separator: " ") == one.sum)
    }

    @Test("what is missing of any item is named")
    func causes() throws {
        let one = Case(
            testDescription: "", blocks: [Block(items: ["1", "?"]), Block(items: ["-?"])], sum: "")
        let causes = try Self.measurement(one).causes
        #expect(causes.map(\.key) == ["acts/1/points", "acts/0/points"])
    }

    @Test("each block and item is a part, with what it gives and what it gave before limits")
    func parts() throws {
        let blocks = [
            Block(start: 90, items: ["30", "-5"], ceiling: 100, weight: Self.half),
            Block(items: ["-0", "?"], floor: 0, ceiling: 10),
        ]
        let parts = try Self.measurement(
            Case(testDescription: "", blocks: blocks, sum: "")
        ).parts
        #expect(
            parts.map { "\($0.id) \($0.observed ?? "–") \($0.raw ?? "–")" } == [
                "block-0 50 115", "item-0 30 –", "item-1 -5 –",
                "block-1 0–10 0", "item-0 0 –", "item-1 ?–? –",
            ])
        let only = try Self.measurement(
            Case(testDescription: "", blocks: [Block(items: ["3"])], sum: "")
        ).parts
        #expect(only.map(\.id) == ["item-0"], "a score without blocks has items alone")
    }
}
