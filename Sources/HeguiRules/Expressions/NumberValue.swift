package import CEL

/// An exact number in expressions.
package struct NumberValue: OpaqueValue {
    package static let type = Type.opaque("number", [])

    package let ratio: Ratio

    package init(_ ratio: Ratio) {
        self.ratio = ratio
    }

    package var type: Type { Self.type }
    package var description: String { ratio.whole.map(String.init) ?? ratio.description }

    package func isEqual(to other: any OpaqueValue) -> Value {
        .bool((other as? NumberValue)?.ratio == ratio)
    }
}
