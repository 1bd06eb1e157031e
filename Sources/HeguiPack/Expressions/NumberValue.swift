package import CEL

/// An exact number in expressions.
package struct NumberValue: OpaqueValue {
    package static let type = Type.opaque("number", [])

    package let ratio: Ratio

    package init(_ ratio: Ratio) {
        self.ratio = ratio
    }

    /// Returns the number that `value` holds: a number as such or an int; nil for other types.
    package init?(_ value: Value) {
        switch value {
        case .int(let whole): ratio = Ratio(whole)
        case .opaque(let number as NumberValue): ratio = number.ratio
        default: return nil
        }
    }

    package var type: Type { Self.type }
    package var description: String { ratio.whole.map(String.init) ?? ratio.description }

    package func isEqual(to other: any OpaqueValue) -> Value {
        .bool((other as? NumberValue)?.ratio == ratio)
    }
}
