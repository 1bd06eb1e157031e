/// A binary operator. The types of the language come first, then the overloads of a host.
final class OperatorStep: Step {
    /// The operators of the language.
    enum Operation: Sendable {
        case add, subtract, multiply, divide, remainder
        case less, lessOrEqual, greater, greaterOrEqual

        /// The comparison with its sides exchanged; other operators as they are.
        fileprivate var mirrored: Operation {
            switch self {
            case .less: .greater
            case .lessOrEqual: .greaterOrEqual
            case .greater: .less
            case .greaterOrEqual: .lessOrEqual
            case .add, .subtract, .multiply, .divide, .remainder: self
            }
        }
    }

    let operation: Operation
    let name: String
    let left: any Step
    let right: any Step
    /// The overloads that the host declared.
    let host: [CallStep.Candidate]
    let range: Range<Int>

    init(
        _ operation: Operation, name: String, left: any Step, right: any Step,
        host: [CallStep.Candidate], at range: Range<Int>
    ) {
        self.operation = operation
        self.name = name
        self.left = left
        self.right = right
        self.host = host
        self.range = range
    }

    func evaluate(_ activation: inout Activation) -> Value {
        let first = left.evaluate(&activation)
        let second = right.evaluate(&activation)
        if case .int(let a) = first, case .int(let b) = second,
            let result = Self.quick(operation, left: a, right: b)
        {
            return result
        }
        if !first.isAbnormal, !second.isAbnormal,
            let result = Self.apply(operation, left: first, right: second, &activation)
        {
            return located(result)
        }
        if let result = Self.comparePart(operation, left: first, right: second) { return result }
        if let result = CallStep.quick(
            host, first: first, second: second, at: self, &activation)
        {
            return result
        }
        return CallStep.dispatch(
            name, candidates: host, arguments: [left, right], values: [first, second], at: self,
            &activation)
    }

    @inline(__always)
    private static func quick(_ operation: Operation, left a: Int64, right b: Int64) -> Value? {
        switch operation {
        case .add:
            let (value, overflow) = a.addingReportingOverflow(b)
            return overflow ? nil : .int(value)
        case .subtract:
            let (value, overflow) = a.subtractingReportingOverflow(b)
            return overflow ? nil : .int(value)
        case .multiply:
            let (value, overflow) = a.multipliedReportingOverflow(by: b)
            return overflow ? nil : .int(value)
        case .less: return .bool(a < b)
        case .lessOrEqual: return .bool(a <= b)
        case .greater: return .bool(a > b)
        case .greaterOrEqual: return .bool(a >= b)
        case .divide, .remainder: return nil
        }
    }

    /// Returns the result for the types of the language, or nil if they have no such operator.
    private static func apply(
        _ operation: Operation, left: Value, right: Value,
        _ activation: inout Activation
    ) -> Value? {
        switch operation {
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            compare(operation, left: left, right: right, &activation)
        case .add: Arithmetic.add(left, right, charging: &activation)
        case .subtract: Arithmetic.subtract(left, right)
        case .multiply: Arithmetic.multiply(left, right)
        case .divide: Arithmetic.divide(left, right)
        case .remainder: Arithmetic.remainder(left, right)
        }
    }

    /// Returns how a number compares of which only bounds are known, where these are enough.
    private static func comparePart(
        _ operation: Operation, left: Value, right: Value
    ) -> Value? {
        var operation = operation
        let (number, limit): (Unknown, Int64)
        switch (left, right) {
        case (.unknown(let unknown), .int(let int)): (number, limit) = (unknown, int)
        case (.int(let int), .unknown(let unknown)):
            (number, limit) = (unknown, int)
            operation = operation.mirrored
        default: return nil
        }
        let next = limit.addingReportingOverflow(1)
        switch operation {
        case .greaterOrEqual: return number.isAtLeast(limit).map { .bool($0) }
        case .less: return number.isAtLeast(limit).map { .bool(!$0) }
        case .greater where !next.overflow:
            return number.isAtLeast(next.partialValue).map { .bool($0) }
        case .lessOrEqual where !next.overflow:
            return number.isAtLeast(next.partialValue).map { .bool(!$0) }
        default: return nil
        }
    }

    private static func compare(
        _ operation: Operation, left: Value, right: Value,
        _ activation: inout Activation
    ) -> Value? {
        guard let order = left.order(to: right) else { return nil }
        guard activation.charge(size: left.byteCount) else { return activation.exhausted }
        switch operation {
        case .less: return .bool(order == .before)
        case .lessOrEqual: return .bool(order == .before || order == .same)
        case .greater: return .bool(order == .after)
        default: return .bool(order == .after || order == .same)
        }
    }
}
