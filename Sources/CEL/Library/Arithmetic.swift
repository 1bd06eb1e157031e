/// The arithmetic of the language's own types. Each function returns nil if there is no such operator.
enum Arithmetic {
    static func add(_ first: Value, _ second: Value, charging activation: inout Activation)
        -> Value?
    {
        switch (first, second) {
        case (.int(let a), .int(let b)): return checked(a.addingReportingOverflow(b))
        case (.uint(let a), .uint(let b)): return checked(a.addingReportingOverflow(b))
        case (.double(let a), .double(let b)): return .double(a + b)
        case (.string(let a), .string(let b)):
            guard activation.charge(size: a.utf8.count + b.utf8.count) else {
                return activation.exhausted
            }
            return .string(a + b)
        case (.bytes(let a), .bytes(let b)):
            guard activation.charge(size: a.count + b.count) else { return activation.exhausted }
            return .bytes(a + b)
        case (.list(let a), .list(let b)):
            guard activation.charge(elements: a.count + b.count) else {
                return activation.exhausted
            }
            return .list(a + b)
        case (.duration(let a), .duration(let b)):
            return duration(a.addingReportingOverflow(b))
        case (.timestamp(let a), .duration(let b)), (.duration(let b), .timestamp(let a)):
            return a.advanced(byNanoseconds: b).map { .timestamp($0) } ?? timestampRange
        default: return nil
        }
    }

    static func subtract(_ first: Value, _ second: Value) -> Value? {
        switch (first, second) {
        case (.int(let a), .int(let b)): checked(a.subtractingReportingOverflow(b))
        case (.uint(let a), .uint(let b)): checked(a.subtractingReportingOverflow(b))
        case (.double(let a), .double(let b)): .double(a - b)
        case (.duration(let a), .duration(let b)): duration(a.subtractingReportingOverflow(b))
        case (.timestamp(let a), .timestamp(let b)):
            a.nanoseconds(since: b).map { .duration(nanoseconds: $0) } ?? durationRange
        case (.timestamp(let a), .duration(let b)):
            b == .min
                ? timestampRange
                : a.advanced(byNanoseconds: -b).map { .timestamp($0) } ?? timestampRange
        default: nil
        }
    }

    static func multiply(_ first: Value, _ second: Value) -> Value? {
        switch (first, second) {
        case (.int(let a), .int(let b)): checked(a.multipliedReportingOverflow(by: b))
        case (.uint(let a), .uint(let b)): checked(a.multipliedReportingOverflow(by: b))
        case (.double(let a), .double(let b)): .double(a * b)
        default: nil
        }
    }

    static func divide(_ first: Value, _ second: Value) -> Value? {
        switch (first, second) {
        case (.int(_), .int(0)), (.uint(_), .uint(0)): .failure("division by zero")
        case (.int(let a), .int(let b)): checked(a.dividedReportingOverflow(by: b))
        case (.uint(let a), .uint(let b)): .uint(a / b)
        case (.double(let a), .double(let b)): .double(a / b)
        default: nil
        }
    }

    static func remainder(_ first: Value, _ second: Value) -> Value? {
        switch (first, second) {
        case (.int(_), .int(0)), (.uint(_), .uint(0)): .failure("modulus by zero")
        case (.int(let a), .int(let b)): checked(a.remainderReportingOverflow(dividingBy: b))
        case (.uint(let a), .uint(let b)): .uint(a % b)
        default: nil
        }
    }

    static func negate(_ value: Value) -> Value {
        switch value {
        case .int(let a): checked(Int64(0).subtractingReportingOverflow(a))
        case .double(let a): .double(-a)
        default: .failure("no overload of `-` takes (\(value.type))")
        }
    }

    static let timestampRange = Value.failure("timestamp out of range")
    static let durationRange = Value.failure("duration out of range")

    private static func checked(_ result: (Int64, overflow: Bool)) -> Value {
        result.overflow ? .failure("integer overflow") : .int(result.0)
    }

    private static func checked(_ result: (UInt64, overflow: Bool)) -> Value {
        result.overflow ? .failure("unsigned integer overflow") : .uint(result.0)
    }

    private static func duration(_ result: (Int64, overflow: Bool)) -> Value {
        result.overflow ? durationRange : .duration(nanoseconds: result.0)
    }
}
