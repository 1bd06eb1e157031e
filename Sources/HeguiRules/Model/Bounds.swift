/// What a number must be; at least one is there.
package struct Bounds: Sendable {
    package let atLeast: Operand<Ratio>?
    package let moreThan: Operand<Ratio>?
    package let atMost: Operand<Ratio>?
    package let lessThan: Operand<Ratio>?
}
