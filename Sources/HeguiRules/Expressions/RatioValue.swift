package import CEL

/// An exact ratio in expressions, which has no operations but equality.
package struct RatioValue: OpaqueValue {
    package static let type = Type.opaque("ratio", [])

    package let ratio: Ratio

    package init(_ ratio: Ratio) {
        self.ratio = ratio
    }

    package var type: Type { Self.type }
    package var description: String { ratio.description }

    package func isEqual(to other: any OpaqueValue) -> Value {
        .bool((other as? RatioValue)?.ratio == ratio)
    }
}
