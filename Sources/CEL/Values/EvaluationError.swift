/// An error of evaluation, as a value.
public struct EvaluationError: Error, Hashable, Sendable {
    /// What went wrong, in English, lower case.
    public var message: String
    /// UTF-8 offsets of the expression that failed, if it is known.
    public var range: Range<Int>?

    /// Makes an error; without `range` it takes that of the expression that fails.
    public init(message: String, range: Range<Int>? = nil) {
        self.message = message
        self.range = range
    }
}
