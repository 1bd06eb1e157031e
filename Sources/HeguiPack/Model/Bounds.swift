/// What a number must be; at least one is there.
package struct Bounds: Sendable {
    package let atLeast: Operand<Ratio>?
    package let moreThan: Operand<Ratio>?
    package let atMost: Operand<Ratio>?
    package let lessThan: Operand<Ratio>?

    package init(
        atLeast: Operand<Ratio>?, moreThan: Operand<Ratio>?, atMost: Operand<Ratio>?,
        lessThan: Operand<Ratio>?
    ) {
        self.atLeast = atLeast
        self.moreThan = moreThan
        self.atMost = atMost
        self.lessThan = lessThan
    }
}
