import CEL

/// What a form could not be evaluated for want of.
struct Shortage {
    private(set) var isLacking = false
    private(set) var causes: [UnknownCause] = []

    mutating func note(_ missing: [UnknownCause]) {
        isLacking = true
        causes.formUnion(missing)
    }

    /// Returns the value, nil where there is no operand or where it is missing.
    mutating func read<Literal>(
        _ operand: PlannedOperand<Literal>?, _ frame: Frame
    ) throws(EvaluationError) -> Literal? {
        switch try operand?.read(frame) {
        case nil: return nil
        case .known(let literal): return literal
        case .unknown(let missing):
            note(missing)
            return nil
        }
    }
}
