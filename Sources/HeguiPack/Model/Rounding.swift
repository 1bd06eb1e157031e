/// How a number becomes a multiple of a step.
package enum Rounding: String, CaseIterable, Hashable, Sendable {
    /// It stays as it is.
    case none
    /// The next one above.
    case up
    /// The next one below.
    case down
    /// The nearest; a half goes away from zero.
    case halfUp = "half-up"
}
