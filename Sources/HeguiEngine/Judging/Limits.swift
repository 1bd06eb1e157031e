import CEL
import HeguiDiagnostics
import HeguiPack

/// The bounds of a requirement as numbers.
struct Limits: Equatable {
    /// Where a number lies.
    enum Side {
        case below, within, above
    }

    var atLeast: Ratio?
    var moreThan: Ratio?
    var atMost: Ratio?
    var lessThan: Ratio?

    private func isAboveFloor(_ number: Ratio) -> Bool {
        (atLeast.map { number >= $0 } ?? true) && (moreThan.map { number > $0 } ?? true)
    }

    private func isBelowCeiling(_ number: Ratio) -> Bool {
        (atMost.map { number <= $0 } ?? true) && (lessThan.map { number < $0 } ?? true)
    }

    var hasFloor: Bool { atLeast != nil || moreThan != nil }
    private var hasCeiling: Bool { atMost != nil || lessThan != nil }

    /// Returns the side on which all numbers of the interval lie, or nil where they differ.
    func side(of interval: Interval) -> Side? {
        if let upper = interval.upper, !isAboveFloor(upper) { return .below }
        if let lower = interval.lower, !isBelowCeiling(lower) { return .above }
        let isEnough = interval.lower.map(isAboveFloor) ?? !hasFloor
        let isNotTooMuch = interval.upper.map(isBelowCeiling) ?? !hasCeiling
        return isEnough && isNotTooMuch ? .within : nil
    }

    /// Returns the bounds in proportion to `share`.
    func scaled(by share: Ratio, _ rounding: Rounding) throws(EvaluationError) -> Limits {
        func scaled(_ bound: Ratio?) throws(EvaluationError) -> Ratio? {
            guard let bound else { return nil }
            return try bound.times(share).rounded(to: .one, by: rounding)
        }
        return Limits(
            atLeast: try scaled(atLeast), moreThan: try scaled(moreThan),
            atMost: try scaled(atMost), lessThan: try scaled(lessThan))
    }

    /// Returns how far `number` is outside; where `isWhole`, the least whole number that mends it.
    func gap(_ number: Ratio, isWhole: Bool) throws(EvaluationError) -> Ratio {
        var gaps: [Ratio] = []
        if let atLeast { gaps.append(try atLeast.minus(number)) }
        if let moreThan { gaps.append(try Self.beyond(try moreThan.minus(number), isWhole)) }
        if let atMost { gaps.append(try number.minus(atMost)) }
        if let lessThan { gaps.append(try Self.beyond(try number.minus(lessThan), isWhole)) }
        var gap = max(.zero, gaps.max() ?? .zero)
        if isWhole { gap = try gap.rounded(to: .one, by: .up) }
        return gap
    }

    /// Whole numbers pass a bound by one at least.
    private static func beyond(
        _ distance: Ratio, _ isWhole: Bool
    ) throws(EvaluationError) -> Ratio {
        guard isWhole, distance >= .zero else { return distance }
        return try distance.rounded(to: .one, by: .down).plus(.one)
    }

    /// The bounds in words, which say on which side a number has to be.
    func words(_ word: (Ratio) -> String) -> Message {
        // A pack's own words say “at least” more often than not, and then a number is enough.
        let isRange = atLeast != nil && atMost != nil
        if moreThan == nil, lessThan == nil, isRange || atMost == nil {
            return Message(zh: text(word), en: text(word))
        }
        var (zh, en): ([String], [String]) = ([], [])
        func add(_ bound: Ratio?, zh chinese: String, en english: String) {
            guard let bound else { return }
            zh.append(chinese + word(bound))
            en.append(english + " " + word(bound))
        }
        add(atLeast, zh: "不少于", en: "at least")
        add(moreThan, zh: "超过", en: "more than")
        add(atMost, zh: "不超过", en: "at most")
        add(lessThan, zh: "少于", en: "less than")
        return Message(zh: zh.joined(separator: "且"), en: en.joined(separator: " and "))
    }

    /// The bounds as text, each made by `word`.
    func text(_ word: (Ratio) -> String) -> String {
        switch (atLeast ?? moreThan, atMost ?? lessThan) {
        case (let least?, let most?):
            least == most ? word(least) : word(least) + "–" + word(most)
        case (let bound?, nil), (nil, let bound?): word(bound)
        case (nil, nil): ""
        }
    }
}
