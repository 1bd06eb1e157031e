import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// A value that a form asks for, written down or computed.
enum PlannedOperand<Literal: OperandLiteral>: Sendable {
    /// `at` is where it is written; nil for a default.
    case literal(Literal, at: Span?)
    case expression(PlannedExpression)

    init(_ operand: Operand<Literal>, planner: Planner, subject: Int) {
        switch operand {
        case .literal(let literal, let span): self = .literal(literal, at: span)
        case .expression(let expression):
            self = .expression(PlannedExpression(expression, planner: planner, subject: subject))
        }
    }

    /// The program, where it is computed.
    var expression: PlannedExpression? {
        if case .expression(let expression) = self { expression } else { nil }
    }

    /// Where it is written, if anywhere.
    var span: Span? {
        switch self {
        case .literal(_, let span): span
        case .expression(let expression): expression.source.source.span
        }
    }

    /// Returns the value, or what is missing to compute it.
    func read(_ frame: Frame) throws(EvaluationError) -> Answer<Literal> {
        switch self {
        case .literal(let literal, _): return .known(literal)
        case .expression(let expression):
            switch try expression.read(frame) {
            case .unknown(let causes): return .unknown(causes)
            case .known(.null): return .unknown(expression.missingCells(frame))
            case .known(let value):
                if let literal = Literal.literal(of: value) { return literal }
                let text = expression.source.source.text
                throw EvaluationError(message: "`\(text)` gives a value of another type")
            }
        }
    }
}

/// A type of value that forms ask for.
protocol OperandLiteral: Sendable {
    /// Returns what `value` holds, or nil for a value of another type.
    static func literal(of value: Value) -> Answer<Self>?
}

extension Day: OperandLiteral {
    static func literal(of value: Value) -> Answer<Day>? {
        guard let day = DayValue.operand(of: value) else { return nil }
        return day.days.day.map { .known($0) } ?? .unknown(day.cause.map { [$0] } ?? [])
    }
}

extension PeriodLength: OperandLiteral {
    static func literal(of value: Value) -> Answer<PeriodLength>? {
        LengthValue.operand(of: value).map { .known($0.length) }
    }
}

extension Ratio: OperandLiteral {
    static func literal(of value: Value) -> Answer<Ratio>? {
        switch value {
        case .int(let number): .known(Ratio(number))
        case .opaque(let value as NumberValue): .known(value.ratio)
        default: nil
        }
    }
}

/// What a form could not be evaluated for want of.
struct MissingOperands {
    private(set) var isAny = false
    private(set) var causes: [UnknownCause] = []

    mutating func note(_ missing: [UnknownCause]) {
        isAny = true
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
