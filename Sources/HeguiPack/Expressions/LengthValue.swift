package import CEL
package import HeguiCalendar

/// A length of time in expressions.
package struct LengthValue: OpaqueValue {
    package static let type = Type.opaque("length", [])

    package let length: PeriodLength

    package init(_ length: PeriodLength) {
        self.length = length
    }

    package var type: Type { Self.type }
    package var description: String { length.description }

    package func isEqual(to other: any OpaqueValue) -> Value {
        .bool((other as? LengthValue)?.length == length)
    }
}
