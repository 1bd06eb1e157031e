/// The order of two values.
enum Order: Sendable {
    case before, same, after
    /// No order, because one of them is NaN.
    case none
}

extension Value {
    /// Returns the order of two numbers, or of two values of one ordered type; nil for all others.
    func order(to other: Value) -> Order? {
        switch (self, other) {
        case (.int(let left), .int(let right)): Self.order(left, right)
        case (.double(let left), .double(let right)): Self.order(left, right)
        case (.uint(let left), .uint(let right)): Self.order(left, right)
        case (.string(let left), .string(let right)):
            left.precedesByCodePoint(right)
                ? .before : left.hasSameCodePoints(as: right) ? .same : .after
        case (.timestamp(let left), .timestamp(let right)): Self.order(left, right)
        case (.duration(let left), .duration(let right)): Self.order(left, right)
        case (.bool(let left), .bool(let right)): Self.order(left ? 1 : 0, right ? 1 : 0 as Int64)
        case (.bytes(let left), .bytes(let right)):
            left.lexicographicallyPrecedes(right) ? .before : left == right ? .same : .after
        default: numericOrder(to: other)
        }
    }

    /// Returns the order of two numbers, whatever their types; nil for all other values.
    func numericOrder(to other: Value) -> Order? {
        switch (self, other) {
        case (.int(let left), .uint(let right)):
            left < 0 ? .before : Self.order(UInt64(left), right)
        case (.uint(let left), .int(let right)):
            right < 0 ? .after : Self.order(left, UInt64(right))
        case (.int(let left), .double(let right)): Self.order(Double(left), right)
        case (.double(let left), .int(let right)): Self.order(left, Double(right))
        case (.uint(let left), .double(let right)): Self.order(Double(left), right)
        case (.double(let left), .uint(let right)): Self.order(left, Double(right))
        case (.int(let left), .int(let right)): Self.order(left, right)
        case (.uint(let left), .uint(let right)): Self.order(left, right)
        case (.double(let left), .double(let right)): Self.order(left, right)
        default: nil
        }
    }

    private static func order(_ left: Int64, _ right: Int64) -> Order {
        left < right ? .before : left == right ? .same : .after
    }

    private static func order(_ left: UInt64, _ right: UInt64) -> Order {
        left < right ? .before : left == right ? .same : .after
    }

    private static func order(_ left: Timestamp, _ right: Timestamp) -> Order {
        left < right ? .before : left == right ? .same : .after
    }

    private static func order(_ left: Double, _ right: Double) -> Order {
        left < right ? .before : left == right ? .same : left > right ? .after : .none
    }
}
