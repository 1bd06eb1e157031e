import CEL
import HeguiDiagnostics
import HeguiPack
import Testing

@testable import HeguiEngine

@Suite("Bounds of numbers")
struct LimitsTests {
    private static let floor = Limits(atLeast: Ratio(3))
    private static let above = Limits(moreThan: Ratio(3))
    private static let ceiling = Limits(atMost: Ratio(5))
    private static let below = Limits(lessThan: Ratio(5))
    private static let range = Limits(atLeast: Ratio(3), atMost: Ratio(5))
    private static let inside = Limits(moreThan: Ratio(3), lessThan: Ratio(5))

    private func limits(_ name: String) throws -> Limits {
        let all = [
            "floor": Self.floor, "above": Self.above, "ceiling": Self.ceiling,
            "below": Self.below, "range": Self.range, "inside": Self.inside, "none": Limits(),
        ]
        return try #require(all[name])
    }

    private func word(_ side: Limits.Side?) -> String {
        switch side {
        case .below: "below"
        case .within: "within"
        case .above: "above"
        case nil: "open"
        }
    }

    @Test(
        "a number lies below, within or above; the strict bound leaves the number itself out",
        arguments: [
            ("floor", "below within within within"), ("above", "below below within within"),
            ("ceiling", "within within within above"), ("below", "within within above above"),
            ("range", "below within within above"), ("inside", "below below above above"),
            ("none", "within within within within"),
        ])
    func numbers(name: String, sides: String) throws {
        let limits = try limits(name)
        let found = [2, 3, 5, 6].map { word(limits.side(of: Interval(exactly: Ratio($0)))) }
        #expect(found.joined(separator: " ") == sides)
        let middle = limits.side(of: Interval(exactly: Ratio(4)))
        #expect(middle == .within)
    }

    /// The ends, nil for no bound.
    @Test(
        "an interval lies on a side only where all of it does",
        arguments: [
            (1, 2, "floor", "below"), (1, 3, "floor", "open"), (3, 4, "floor", "within"),
            (3, nil, "floor", "within"), (2, nil, "floor", "open"), (nil, 2, "floor", "below"),
            (nil, 9, "floor", "open"), (2, 3, "above", "below"), (3, 4, "above", "open"),
            (4, 5, "ceiling", "within"), (5, 6, "ceiling", "open"), (6, 7, "ceiling", "above"),
            (nil, 5, "ceiling", "within"), (nil, 6, "ceiling", "open"),
            (6, nil, "ceiling", "above"), (5, nil, "ceiling", "open"), (5, 6, "below", "above"),
            (4, 5, "below", "open"), (3, 5, "range", "within"), (2, 5, "range", "open"),
            (3, 6, "range", "open"), (1, 9, "range", "open"), (nil, nil, "range", "open"),
            (nil, nil, "none", "within"), (3, 4, "inside", "open"), (4, 4, "inside", "within"),
        ] as [(Int64?, Int64?, String, String)])
    func intervals(lower: Int64?, upper: Int64?, name: String, side: String) throws {
        let interval = Interval(
            lower: lower.map { Ratio($0) }, upper: upper.map { Ratio($0) }, observed: .zero)
        #expect(word(try limits(name).side(of: interval)) == side)
    }

    @Test("an interval lies on the side of all numbers in it, or on none")
    func everyInterval() {
        let all = [Self.floor, Self.above, Self.ceiling, Self.below, Self.range, Self.inside]
        for limits in all {
            for lower in Int64(0)...8 {
                for upper in lower...8 {
                    // Halves too, so that a strict bound is passed between whole numbers.
                    let numbers = (lower * 2...upper * 2).compactMap { Ratio($0, 2) }
                    let sides = Set(numbers.map { word(limits.side(of: Interval(exactly: $0))) })
                    let interval = Interval(
                        lower: Ratio(lower), upper: Ratio(upper), observed: Ratio(lower))
                    let expected = sides.count == 1 ? sides.first ?? "" : "open"
                    #expect(word(limits.side(of: interval)) == expected, "\(lower) \(upper)")
                }
            }
        }
    }

    /// The number in halves, and the gap in halves as it is and for whole numbers.
    @Test(
        "the gap is what lacks or is too much, and one step more where a bound is strict",
        arguments: [
            ("floor", 2, 4, 4), ("floor", 5, 1, 2), ("floor", 6, 0, 0), ("floor", 9, 0, 0),
            ("above", 2, 4, 6), ("above", 5, 1, 2), ("above", 6, 0, 2), ("above", 7, 0, 0),
            ("ceiling", 8, 0, 0), ("ceiling", 10, 0, 0), ("ceiling", 11, 1, 2),
            ("ceiling", 14, 4, 4), ("below", 9, 0, 0), ("below", 10, 0, 2), ("below", 11, 1, 2),
            ("below", 14, 4, 6), ("range", 2, 4, 4), ("range", 8, 0, 0), ("range", 13, 3, 4),
            ("none", 7, 0, 0),
        ])
    func gap(name: String, number: Int64, exact: Int64, whole: Int64) throws {
        let limits = try limits(name)
        let halves = try #require(Ratio(number, 2))
        #expect(try limits.gap(halves, isWhole: false) == Ratio(exact, 2))
        #expect(try limits.gap(halves, isWhole: true) == Ratio(whole, 2))
    }

    @Test("a whole number moved by its gap keeps the bounds, by one less it does not")
    func mended() throws {
        for limits in [Self.floor, Self.above, Self.ceiling, Self.below, Self.range] {
            for number in Int64(-3)...12 {
                let gap = try #require(try limits.gap(Ratio(number), isWhole: true).whole)
                let isLow = limits.side(of: Interval(exactly: Ratio(number))) == .below
                let step: Int64 = isLow ? 1 : -1
                let mended = Interval(exactly: Ratio(number + step * gap))
                #expect(limits.side(of: mended) == .within, "\(number)")
                if gap > 0 {
                    let short = Interval(exactly: Ratio(number + step * (gap - 1)))
                    #expect(limits.side(of: short) != .within, "\(number)")
                }
            }
        }
    }

    @Test(
        "a bound in proportion is rounded as it is asked",
        arguments: [
            (Rounding.up, 4, 3), (.down, 3, 2), (.halfUp, 4, 3), (.none, nil, nil),
        ] as [(Rounding, Int64?, Int64?)])
    func scaled(rounding: Rounding, seven: Int64?, five: Int64?) throws {
        let half = try #require(Ratio(1, 2))
        let limits = Limits(
            atLeast: Ratio(7), moreThan: Ratio(5), atMost: Ratio(5), lessThan: Ratio(7))
        let scaled = try limits.scaled(by: half, rounding)
        let (larger, smaller) = (
            seven.map { Ratio($0) } ?? Ratio(7, 2), five.map { Ratio($0) } ?? Ratio(5, 2)
        )
        let expected = Limits(
            atLeast: larger, moreThan: smaller, atMost: smaller, lessThan: larger)
        #expect(scaled == expected)
        #expect(try Limits().scaled(by: half, rounding) == Limits())
    }

    @Test(
        "bounds are said with the side on which a number has to be",
        arguments: [
            ("floor", "3", "3", "3"), ("ceiling", "5", "不超过5", "at most 5"),
            ("above", "3", "超过3", "more than 3"), ("below", "5", "少于5", "less than 5"),
            ("range", "3–5", "3–5", "3–5"),
            ("inside", "3–5", "超过3且少于5", "more than 3 and less than 5"),
            ("none", "", "", ""),
        ])
    func words(name: String, text: String, chinese: String, english: String) throws {
        let limits = try limits(name)
        #expect(limits.text { $0.text } == text)
        #expect(limits.words { $0.text }.zh == chinese && limits.words { $0.text }.en == english)
    }

    @Test("a range of one number is that number")
    func oneNumber() {
        #expect(Limits(atLeast: Ratio(3), atMost: Ratio(3)).text { $0.text } == "3")
    }

    @Test("bounds beyond 64 bits are an error, never another number")
    func overflow() {
        let large = Limits(atLeast: Ratio(.max), lessThan: Ratio(.min))
        #expect(throws: EvaluationError.self) { try large.gap(Ratio(-1), isWhole: false) }
        #expect(throws: EvaluationError.self) { try large.scaled(by: Ratio(2), .up) }
    }
}
