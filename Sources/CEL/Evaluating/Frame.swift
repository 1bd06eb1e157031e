/// The state of one evaluation.
struct Frame {
    let arguments: [Value]
    /// The variables of macros, by slot.
    var locals: [Value]
    let nullOperands: Environment.NullOperands
    /// What is left of `Limits.cost`; below zero the evaluation fails.
    var remainingCost: Int
    /// What records values, if anything does.
    var recorder: TraceRecorder?

    /// A frame without variables, for constants.
    init() {
        arguments = []
        locals = []
        nullOperands = .error
        remainingCost = Limits().cost
    }

    init(
        arguments: [Value], localCapacity: Int, nullOperands: Environment.NullOperands, cost: Int
    ) {
        self.arguments = arguments
        locals = localCapacity == 0 ? [] : Array(repeating: .null, count: localCapacity)
        self.nullOperands = nullOperands
        remainingCost = cost
    }

    static let exhausted = Value.failure("the evaluation takes too many steps")

    /// Counts steps; returns false when none are left.
    mutating func charge(_ steps: Int) -> Bool {
        remainingCost -= steps
        return remainingCost >= 0
    }

    /// Counts the reading or making of so many bytes or elements.
    mutating func charge(size: Int) -> Bool {
        charge(1 + size >> 3)
    }
}
