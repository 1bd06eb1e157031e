import HeguiEngine
import Testing

@testable import HeguiReview

@Suite("Verdicts of several parts")
struct VerdictTests {
    /// What decides where all parts must be met, and where one of them must be; the first first.
    private static let byWeight: [Verdict] = [.failed, .violated, .undetermined, .pending, .met]
    private static let byFavour: [Verdict] = [.met, .undetermined, .pending, .violated, .failed]
    /// What has no say.
    private static let silent: [Verdict] = [.advised, .notApplicable, .waived]

    @Test("of two parts that must both be met the heavier verdict counts, in either order")
    func worstOfTwo() {
        for (place, heavy) in Self.byWeight.enumerated() {
            for light in Self.byWeight[place...] {
                #expect(Verdict.worst(of: [heavy, light]) == heavy, "\(heavy) \(light)")
                #expect(Verdict.worst(of: [light, heavy]) == heavy, "\(light) \(heavy)")
            }
        }
    }

    @Test("of two parts of which one must be met the better verdict counts, in either order")
    func bestOfTwo() {
        for (place, good) in Self.byFavour.enumerated() {
            for poor in Self.byFavour[place...] {
                #expect(Verdict.best(of: [good, poor]) == good, "\(good) \(poor)")
                #expect(Verdict.best(of: [poor, good]) == good, "\(poor) \(good)")
            }
        }
    }

    @Test("of any number of parts the same one counts, whatever their order")
    func anyNumber() {
        for chosen in 1..<32 {
            let verdicts = Self.byWeight.indices.filter { chosen >> $0 & 1 == 1 }
                .map { Self.byWeight[$0] }
            let best = Self.byFavour.first(where: verdicts.contains)
            for shift in verdicts.indices {
                let parts = Array(verdicts[shift...] + verdicts[..<shift])
                #expect(Verdict.worst(of: parts + parts) == verdicts[0], "\(parts)")
                #expect(Verdict.worst(of: parts.reversed()) == verdicts[0], "\(parts)")
                #expect(Verdict.best(of: parts + parts) == best, "\(parts)")
                #expect(Verdict.best(of: parts.reversed()) == best, "\(parts)")
            }
        }
    }

    @Test("what does not apply, is waived or only advised has no say", arguments: silent)
    func silence(verdict: Verdict) {
        #expect(Verdict.worst(of: [verdict]) == nil && Verdict.best(of: [verdict]) == nil)
        for other in Self.byWeight {
            for parts in [[verdict, other], [other, verdict]] {
                #expect(Verdict.worst(of: parts) == other && Verdict.best(of: parts) == other)
            }
        }
    }

    @Test("no part says nothing, and each verdict stands in one of the lists")
    func none() {
        #expect(Verdict.worst(of: []) == nil && Verdict.best(of: []) == nil)
        #expect(Set(Self.byWeight + Self.silent) == Set(Verdict.allCases))
        #expect(Set(Self.byFavour) == Set(Self.byWeight))
    }
}
