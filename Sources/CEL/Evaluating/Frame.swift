/// The state of one evaluation.
struct Frame {
    let arguments: [Value]
    /// The variables of macros, by slot.
    var locals: [Value]
    let nullOperands: Environment.NullOperands
    /// What is left of `Limits.cost`; below zero the evaluation fails.
    var remainingCost: Int
    /// The regular expressions that were compiled in this evaluation.
    private var patterns: [MapKey: RegularExpression] = [:]
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

    /// Returns the compiled form of a pattern that comes from data; each is compiled once.
    mutating func pattern(_ text: String) -> Result<RegularExpression, EvaluationError> {
        let key = MapKey.string(text)
        if let known = patterns[key] { return .success(known) }
        guard charge(Self.compilation + 64 * text.utf8.count), patterns.count < Self.patternLimit
        else { return .failure(EvaluationError(message: "the evaluation takes too many steps")) }
        let compiled = RegularExpression.compile(text)
        if case .success(let expression) = compiled { patterns[key] = expression }
        return compiled
    }

    /// Steps that compiling a pattern counts, which may ask for as much memory as RE2 is given.
    private static let compilation = 20_000
    private static let patternLimit = 100

    /// Counts the making of so many elements, which take memory.
    mutating func charge(elements count: Int) -> Bool {
        let (steps, overflow) = count.multipliedReportingOverflow(by: 4)
        return charge(overflow ? .max / 2 : steps)
    }

    /// Counts the reading or making of so many bytes or elements.
    mutating func charge(size: Int) -> Bool {
        charge(1 + size >> 3)
    }
}
