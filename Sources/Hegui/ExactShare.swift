import HeguiEngine

/// A share as the two numbers that it was counted from, never rounded.
public struct ExactShare: Hashable, Sendable {
    /// What was counted.
    public let numerator: Int64
    /// Out of how many; never below 0.
    public let denominator: Int64

    init(_ rate: Outcome.Rate) {
        numerator = rate.numerator
        denominator = rate.denominator
    }
}
