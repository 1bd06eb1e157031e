import CEL
import HeguiPack
import Testing

@testable import HeguiEngine

@Suite("Intervals of numbers")
struct IntervalTests {
    private func interval(_ lower: Int64?, _ upper: Int64?, _ observed: Int64) -> Interval {
        Interval(
            lower: lower.map { Ratio($0) }, upper: upper.map { Ratio($0) },
            observed: Ratio(observed))
    }

    private func text(_ interval: Interval) -> String {
        [interval.lower, interval.observed, interval.upper].map { $0?.text ?? "?" }
            .joined(separator: " ")
    }

    @Test("a sum is between the sums of the ends")
    func plus() throws {
        let sum = try interval(1, 4, 2).plus(interval(-3, 5, 0))
        #expect(text(sum) == "-2 2 9")
        #expect(text(try interval(nil, 4, 2).plus(interval(1, 1, 1))) == "? 3 5")
        #expect(text(try interval(1, nil, 2).plus(interval(1, 1, 1))) == "2 3 ?")
        #expect(text(try Interval.zero.plus(.zero)) == "0 0 0")
    }

    @Test("a difference is least where the most is taken away, and the other way round")
    func minus() throws {
        #expect(text(try interval(1, 4, 2).minus(interval(-3, 5, 0))) == "-4 2 7")
        #expect(text(try interval(1, 4, 2).minus(interval(nil, 5, 1))) == "-4 1 ?")
        #expect(text(try interval(1, 4, 2).minus(interval(0, nil, 1))) == "? 1 4")
        #expect(text(try interval(nil, nil, 0).minus(interval(0, 1, 1))) == "? -1 ?")
    }

    @Test("sums and differences hold all numbers that there may be, and nothing beyond")
    func arithmetic() throws {
        let all = (Int64(-2)...2).flatMap { lower in
            (lower...2).map { interval(lower, $0, lower) }
        }
        for left in all {
            for right in all {
                let numbers = { (one: Interval) -> [Int64] in
                    let (lower, upper) = (one.lower?.whole ?? 0, one.upper?.whole ?? 0)
                    return Array(lower...upper)
                }
                let sums = numbers(left).flatMap { a in numbers(right).map { a + $0 } }
                let sum = try left.plus(right)
                #expect(sum.lower?.whole == sums.min() && sum.upper?.whole == sums.max())
                let rests = numbers(left).flatMap { a in numbers(right).map { a - $0 } }
                let rest = try left.minus(right)
                #expect(rest.lower?.whole == rests.min() && rest.upper?.whole == rests.max())
            }
        }
    }

    /// The ends, a floor, a ceiling, and what is left.
    @Test(
        "a floor and a ceiling limit each number, the ceiling first",
        arguments: [
            (1, 9, 5, 3, 7, "3 5 7"), (4, 5, 4, 3, 7, "4 4 5"), (8, 9, 8, 3, 7, "7 7 7"),
            (1, 2, 1, 3, 7, "3 3 3"), (1, 9, 2, 3, nil, "3 3 9"), (1, 9, 8, nil, 7, "1 7 7"),
            (nil, nil, 0, 3, 7, "3 3 7"), (nil, 5, 2, 3, 7, "3 3 5"),
            (4, nil, 4, nil, 7, "4 4 7"), (nil, nil, 0, nil, nil, "? 0 ?"),
            (1, 9, 5, 7, 3, "7 7 7"),
        ] as [(Int64?, Int64?, Int64, Int64?, Int64?, String)])
    func limited(
        lower: Int64?, upper: Int64?, observed: Int64, floor: Int64?, ceiling: Int64?,
        expected: String
    ) {
        let limited = interval(lower, upper, observed).limited(
            floor: floor.map { Ratio($0) }, ceiling: ceiling.map { Ratio($0) })
        #expect(text(limited) == expected)
    }

    @Test("what keeps the order of numbers changes the ends and what was found")
    func mapped() throws {
        let doubled = try interval(1, 4, 2).mapped { number throws(EvaluationError) in
            try number.times(Ratio(2))
        }
        #expect(text(doubled) == "2 4 8")
        let open = try interval(nil, nil, 2).mapped { number throws(EvaluationError) in
            try number.plus(.one)
        }
        #expect(text(open) == "? 3 ?")
    }

    @Test("an interval is one number only where both ends are it")
    func number() {
        #expect(interval(3, 3, 3).number == Ratio(3))
        #expect(interval(3, 4, 3).number == nil)
        #expect(interval(nil, nil, 3).number == nil)
        #expect(interval(nil, 3, 3).number == nil && interval(3, nil, 3).number == nil)
        #expect(Interval(exactly: Ratio(3)).number == Ratio(3))
    }

    @Test("a number beyond 64 bits is an error, never another number")
    func overflow() {
        let large = Interval(exactly: Ratio(.max))
        #expect(throws: EvaluationError.self) { try large.plus(large) }
        #expect(throws: EvaluationError.self) { try Interval(exactly: Ratio(.min)).minus(large) }
    }
}
