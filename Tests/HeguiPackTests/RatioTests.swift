import HeguiPack
import Testing

@Suite("exact ratios")
struct RatioTests {
    @Test("a ratio is in lowest terms, with the sign above the line")
    func lowest() {
        #expect(Ratio(6, -4)?.description == "-3/2")
        #expect(Ratio(0, -5) == .zero)
        #expect(Ratio(1, 0) == nil)
        #expect(Ratio(.min, -1) == nil)
        #expect(Ratio(.min, .min) == .one)
    }

    @Test("what needs more than 64 bits is nil, not something near")
    func overflow() {
        let huge = Ratio(.max)
        #expect(huge.adding(.one) == nil)
        #expect(huge.multiplied(by: Ratio(2)) == nil)
        #expect(Ratio(1, .max)?.divided(by: Ratio(2)) == nil)
        #expect(Ratio(.min).subtracting(.one) == nil)
        #expect(huge.divided(by: huge) == .one)
        #expect(Ratio.one.divided(by: .zero) == nil)
    }

    @Test("large steps on the way do not keep a small result from being found")
    func wide() {
        let third = Ratio(.max / 3, .max)
        #expect(third.flatMap { $0.subtracting($0) } == .zero)
        #expect(Ratio(1, 3_000_000_000)?.adding(Ratio(-1, 3_000_000_000) ?? .one) == .zero)
    }

    @Test("order does not overflow")
    func order() {
        #expect((Ratio(.max - 1, .max) ?? .zero) < .one)
        #expect(Ratio(.min) < Ratio(.max))
    }

    @Test(
        "a number is written with a point where it has a finite form",
        arguments: [
            (Ratio(7, 2), "3.5"), (Ratio(-1, 20), "-0.05"), (Ratio(3, 1), "3"),
            (Ratio(1, 3), "1/3"), (Ratio(1, 8), "0.125"), (Ratio(0, 1), "0"),
        ])
    func decimal(ratio: Ratio?, text: String) {
        #expect(ratio?.decimal == text)
    }

    @Test(
        "rounding to a step",
        arguments: [
            (Ratio(7, 2), Rounding.down, 3), (Ratio(7, 2), .up, 4), (Ratio(7, 2), .halfUp, 4),
            (Ratio(-7, 2), .down, -4), (Ratio(-7, 2), .up, -3), (Ratio(-7, 2), .halfUp, -4),
            (Ratio(10, 3), .halfUp, 3), (Ratio(11, 3), .halfUp, 4), (Ratio(4, 1), .up, 4),
        ] as [(Ratio?, Rounding, Int64)])
    func rounding(ratio: Ratio?, rounding: Rounding, expected: Int64) {
        #expect(ratio?.rounded(to: .one, rounding) == Ratio(expected))
    }

    @Test("a step of nothing rounds nothing")
    func noStep() {
        #expect(Ratio(7).rounded(to: .zero, .up) == nil)
        #expect(Ratio(7).rounded(to: .zero, .none) == Ratio(7))
    }
}
