/// What an operation does with a `null` operand for which it has no overload.
public enum NullOperands: Sendable {
    /// It fails, as the specification of CEL says.
    case error
    /// It is unknown and names the empty field (Kleene logic for absent data).
    case unknown
}

/// The state of one evaluation.
struct Activation {
    let arguments: [Value]
    /// The variables of macros, by slot.
    var locals: [Value]
    let nullOperands: NullOperands
    private let limits: ResourceLimits
    /// The rest of `ResourceLimits.cost`. Below zero the evaluation fails.
    private(set) var remainingCost: Int
    /// The rest of `ResourceLimits.comprehensionSteps`. Below zero the evaluation fails.
    private var remainingRounds: Int
    /// The comprehension that passed a limit first.
    private var overrun: Range<Int>?
    /// The regular expressions that this evaluation has compiled.
    private var patterns: [MapKey: RegularExpression] = [:]
    /// Records the values of parts, if the evaluation is traced.
    var recorder: TraceRecorder?

    /// Makes an activation without variables, for constants.
    init() {
        self.init(arguments: [], localCapacity: 0, nullOperands: .error, limits: ResourceLimits())
    }

    init(
        arguments: [Value], localCapacity: Int, nullOperands: NullOperands,
        limits: ResourceLimits
    ) {
        self.arguments = arguments
        locals = localCapacity == 0 ? [] : Array(repeating: .null, count: localCapacity)
        self.nullOperands = nullOperands
        self.limits = limits
        remainingCost = limits.cost
        remainingRounds = limits.comprehensionSteps
    }

    /// Whether a limit was passed. Then the evaluation fails, whatever its value.
    var isExhausted: Bool { remainingCost < 0 || remainingRounds < 0 }

    /// The error of an evaluation that passed a limit.
    var exhaustion: EvaluationError {
        EvaluationError(
            message: remainingRounds < 0
                ? "the comprehensions take more than \(limits.comprehensionSteps) steps"
                : "the evaluation takes more than \(limits.cost) steps")
    }

    /// `exhaustion` as a value.
    var exhausted: Value { .error(exhaustion) }

    /// Returns the result of an evaluation: `value`, or an error if a limit was passed. Unlike other
    /// errors, nothing absorbs this one.
    func result(_ value: Value, at range: Range<Int>) -> Value {
        guard isExhausted else { return value }
        var error = exhaustion
        error.range = overrun ?? range
        if overrun == nil, case .error(let found) = value, found.message == error.message {
            error.range = found.range
        }
        return .error(error)
    }

    /// Counts a round of the comprehension at `range`. Returns false if a limit is passed.
    mutating func charge(roundCost: Int, at range: Range<Int>) -> Bool {
        if remainingRounds > 0 {
            remainingRounds -= 1
            if charge(roundCost) { return true }
        } else {
            remainingRounds = -1
        }
        overrun = overrun ?? range
        return false
    }

    /// Counts steps. Returns false if none are left.
    mutating func charge(_ steps: Int) -> Bool {
        // The rest may already be below zero, where more steps could overflow.
        guard remainingCost >= 0 else { return false }
        remainingCost -= steps
        return remainingCost >= 0
    }

    /// Returns the compiled form of a pattern that comes from data. Compiles each one only once.
    mutating func pattern(_ text: String) -> Result<RegularExpression, EvaluationError> {
        let key = MapKey.string(text)
        if let known = patterns[key] { return .success(known) }
        guard charge(Self.compilation + 64 * text.utf8.count) else {
            return .failure(exhaustion)
        }
        guard patterns.count < Self.patternLimit else {
            let message = "the evaluation compiles more than \(Self.patternLimit) patterns"
            return .failure(EvaluationError(message: message))
        }
        let compiled = RegularExpression.compile(text)
        if case .success(let expression) = compiled { patterns[key] = expression }
        return compiled
    }

    /// The steps of compiling a pattern: many, because RE2 may use all the memory it is allowed.
    private static let compilation = 20_000
    private static let patternLimit = 100

    /// Counts the making of `count` elements. They take memory and so cost more than reading.
    mutating func charge(elements count: Int) -> Bool {
        let (steps, overflow) = count.multipliedReportingOverflow(by: 4)
        return charge(overflow ? .max / 2 : steps)
    }

    /// Counts the reading or making of `size` bytes: one step, and another for each eight of them.
    mutating func charge(size: Int) -> Bool {
        charge(1 + size >> 3)
    }
}
