/// A node of a plan: what an expression becomes when all its names are resolved.
protocol Step: AnyObject, Sendable {
    /// UTF-8 offsets of the expression, for errors.
    var range: Range<Int> { get }

    /// Returns the value; errors and unknowns are values.
    func evaluate(_ activation: inout Activation) -> Value

    /// Returns what is missing where the value was `null`; asked only then.
    func absence(_ activation: inout Activation) -> Unknown
}

extension Step {
    func absence(_ activation: inout Activation) -> Unknown { Unknown(causes: []) }

    /// Returns `value`, an error with the place of this step if it has none.
    func located(_ value: Value) -> Value {
        guard case .error(var error) = value, error.range == nil else { return value }
        error.range = range
        return .error(error)
    }

    func failure(_ message: String) -> Value {
        .error(EvaluationError(message: message, range: range))
    }
}
