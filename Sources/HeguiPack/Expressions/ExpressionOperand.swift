package import CEL

/// A Swift type that a host function takes as an argument.
package protocol ExpressionOperand: SendableMetatype {
    static var operandType: Type { get }

    /// Returns the operand that `value` holds, or nil for a value of another type.
    static func operand(of value: Value) -> Self?
}

extension DayValue: ExpressionOperand {
    package static var operandType: Type { type }

    package static func operand(of value: Value) -> DayValue? {
        guard case .opaque(let value as DayValue) = value else { return nil }
        return value
    }
}

extension NumberValue: ExpressionOperand {
    package static var operandType: Type { type }

    package static func operand(of value: Value) -> NumberValue? { NumberValue(value) }
}

extension PeriodValue: ExpressionOperand {
    package static var operandType: Type { type }

    package static func operand(of value: Value) -> PeriodValue? {
        guard case .opaque(let value as PeriodValue) = value else { return nil }
        return value
    }
}

extension LengthValue: ExpressionOperand {
    package static var operandType: Type { type }

    package static func operand(of value: Value) -> LengthValue? {
        guard case .opaque(let value as LengthValue) = value else { return nil }
        return value
    }
}

extension Int64: ExpressionOperand {
    package static var operandType: Type { .int }

    package static func operand(of value: Value) -> Int64? {
        guard case .int(let value) = value else { return nil }
        return value
    }
}

extension String: ExpressionOperand {
    package static var operandType: Type { .string }

    package static func operand(of value: Value) -> String? {
        guard case .string(let value) = value else { return nil }
        return value
    }
}
