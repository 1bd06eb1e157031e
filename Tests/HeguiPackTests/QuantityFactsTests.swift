import HeguiCalendar
import HeguiPack
import Testing

/// What is known of a quantity before any row is: its range and its step.
@Suite("facts of quantities")
struct QuantityFactsTests {
    private static let acts = RowSelection(
        relation: Relation(name: "acts", dataset: "acts", column: "member_id"), variable: "act",
        condition: nil)

    private static func figure(_ number: Int64) -> Operand<Ratio> {
        .literal(Ratio(number), at: nil)
    }

    /// A count, with the most that it may come to.
    private static func count(atMost most: Int64? = nil) -> TallyQuantity {
        TallyQuantity(
            selection: acts, value: nil, distinct: [],
            caps: most.map {
                [Cap(per: .month, atMost: figure(2)), Cap(per: .total, atMost: figure($0))]
            }
                ?? [Cap(per: .month, atMost: figure(2))],
            window: nil)
    }

    private static func block(
        start: Int64? = nil, _ items: [ScoreQuantity.Item.Kind], floor: Int64? = nil,
        ceiling: Int64? = nil, weight: Ratio = .one
    ) -> ScoreQuantity.Block {
        ScoreQuantity.Block(
            id: "a", title: nil, start: start.map(figure),
            items: items.enumerated().map {
                ScoreQuantity.Item(id: "item-\($0)", title: nil, kind: $1)
            }, floor: floor.map(figure), ceiling: ceiling.map(figure),
            weight: .literal(weight, at: nil))
    }

    private static func score(
        _ blocks: [ScoreQuantity.Block], floor: Int64? = nil, ceiling: Int64? = nil,
        round: Ratio? = nil
    ) -> Quantity {
        .score(
            ScoreQuantity(
                blocks: blocks, floor: floor.map(figure), ceiling: ceiling.map(figure),
                round: round.map { ScoreQuantity.Round(step: $0, rounding: .down, at: nil) },
                window: nil))
    }

    private static let half = Ratio(1, 2) ?? .one
    private static let added = ScoreQuantity.Item.Kind.add(count(atMost: 30))
    private static let deducted = ScoreQuantity.Item.Kind.deduct(count(atMost: 20))

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let quantity: Quantity
        let range: String
        let step: Ratio
    }

    private static let cases = [
        Case(testDescription: "a count", quantity: .tally(count()), range: "0 to ?", step: .one),
        Case(
            testDescription: "a count under a cap for all of it",
            quantity: .tally(count(atMost: 7)), range: "0 to 7", step: .one),
        Case(
            testDescription: "what is added and deducted, each up to its cap",
            quantity: score([block(start: 50, [added, deducted])]), range: "30 to 80", step: .one),
        Case(
            testDescription: "what is deducted without a cap",
            quantity: score([block(start: 50, [added, .deduct(count())])]), range: "? to 80",
            step: .one),
        Case(
            testDescription: "a block within its limits, then by its weight",
            quantity: score([
                block(start: 50, [added, deducted], floor: 40, ceiling: 60, weight: half)
            ]),
            range: "20 to 30", step: half),
        Case(
            testDescription: "a floor where there is no least number",
            quantity: score([block(start: 50, [.deduct(count())], floor: 0)]), range: "0 to 50",
            step: .one),
        Case(
            testDescription: "several blocks, of which the finest gives the step",
            quantity: score([block([added]), block(start: 4, [deducted], weight: half)]),
            range: "-8 to 32", step: half),
        Case(
            testDescription: "a score within its own limits and steps",
            quantity: score(
                [block([added]), block([added])], floor: 5, ceiling: 45, round: Ratio(5)),
            range: "5 to 45", step: Ratio(5)),
    ]

    @Test("a quantity has a range and a step", arguments: cases)
    func facts(_ one: Case) {
        let range = QuantityRange(of: one.quantity, stated: \.literal)
        #expect("\(range.lower?.text ?? "?") to \(range.upper?.text ?? "?")" == one.range)
        #expect(one.quantity.step(stated: \.literal) { _ in Ratio(99) } == one.step)
    }

    @Test("a figure that depends on the subject limits nothing")
    func unstated() {
        let quantity = Self.score([Self.block(start: 50, [Self.added], ceiling: 60)], floor: 0)
        let range = QuantityRange(of: quantity) { $0.literal == Ratio(60) ? nil : $0.literal }
        #expect(range.lower == Ratio(50) && range.upper == Ratio(80))
        #expect(QuantityRange(of: quantity) { _ in nil }.upper == nil)
    }

    @Test("which quantities can fall, are whole and are shares")
    func kinds() {
        let count = Quantity.tally(Self.count())
        #expect(!count.canFall && count.isWhole && !count.isShare)
        let score = Self.score([Self.block([Self.added])])
        #expect(!score.canFall && !score.isWhole)
        #expect(Self.score([Self.block([Self.added, Self.deducted])]).canFall)
        let requirement = QuantityRequirement(
            quantity: count, each: .calendar(.month), due: nil,
            bounds: Bounds(atLeast: Self.figure(1), moreThan: nil, atMost: nil, lessThan: nil))
        for (run, canFall) in [
            (StreakQuantity.Run.longest, false), (.current, true), (.total, false),
        ] {
            let streak = Quantity.streak(StreakQuantity(elements: .periods(requirement), run: run))
            #expect(streak.canFall == canFall && streak.isWhole)
        }
    }
}
