import CEL
import HeguiPack

/// Exact arithmetic that says so where a number needs more than 64 bits.
extension Ratio {
    func plus(_ other: Ratio) throws(EvaluationError) -> Ratio {
        try Self.checked(adding(other))
    }

    func minus(_ other: Ratio) throws(EvaluationError) -> Ratio {
        try Self.checked(subtracting(other))
    }

    func times(_ other: Ratio) throws(EvaluationError) -> Ratio {
        try Self.checked(multiplied(by: other))
    }

    func over(_ other: Ratio) throws(EvaluationError) -> Ratio {
        try Self.checked(divided(by: other))
    }

    func rounded(to step: Ratio, by rounding: Rounding) throws(EvaluationError) -> Ratio {
        try Self.checked(rounded(to: step, rounding))
    }

    private static func checked(_ result: Ratio?) throws(EvaluationError) -> Ratio {
        guard let result else { throw EvaluationError(message: "the number is too large") }
        return result
    }
}
