package import CEL
package import HeguiCalendar

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

/// A value as a key of a dictionary: equal where CEL's `==` is true.
package enum ValueKey: Hashable, Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    case string(String)
    case bytes([UInt8])
    case list([ValueKey])
    case day(DayRange)
    case period(CalendarPeriod)
    case length(PeriodLength)
    case ratio(Ratio)
    /// A row of the table with that number.
    case row(table: Int, row: Int)

    /// Returns the key of `value`, or nil where equality with it cannot be told or is not defined.
    package init?(_ value: Value) {
        switch value {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .int(let value): self = .int(value)
        case .uint(let value): self = Int64(exactly: value).map(ValueKey.int) ?? .uint(value)
        case .double(let value): self = Int64(exactly: value).map(ValueKey.int) ?? .double(value)
        case .string(let value): self = .string(value)
        case .bytes(let value): self = .bytes(value)
        case .list(let values):
            var keys: [ValueKey] = []
            for value in values {
                guard let key = ValueKey(value) else { return nil }
                keys.append(key)
            }
            self = .list(keys)
        case .opaque(let value as DayValue):
            guard value.days.isOneDay || value.isMonth else { return nil }
            self = .day(value.days)
        case .opaque(let value as PeriodValue): self = .period(value.period)
        case .opaque(let value as LengthValue): self = .length(value.length)
        case .opaque(let value as NumberValue): self = .ratio(value.ratio)
        case .object(let value as any RowValue): self = value.key
        default: return nil
        }
    }
}

/// A record that is a row of a table.
package protocol RowValue: ObjectValue {
    /// The key that identifies the row.
    var key: ValueKey { get }
}
