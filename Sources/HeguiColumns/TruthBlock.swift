/// Whether a condition holds for each of a block of rows.
///
/// Operations follow Kleene: false and anything is false.
@safe
package final class TruthBlock {
    /// The most rows of a block.
    package static let capacity = 4_096

    // Two bits, so that "and" and "or" over many rows are one operation each.

    package static let no: UInt8 = 0b00
    /// It cannot be told, or the plain evaluator is to tell.
    package static let open: UInt8 = 0b01
    package static let yes: UInt8 = 0b11

    let base: UnsafeMutablePointer<UInt8>
    package let count: Int

    package init(count: Int) {
        self.count = min(count, Self.capacity)
        unsafe base = .allocate(capacity: Self.capacity)
    }

    deinit { unsafe base.deallocate() }

    package subscript(index: Int) -> UInt8 {
        precondition(index >= 0 && index < count)
        return unsafe base[index]
    }

    package func fill(_ truth: UInt8) {
        unsafe base.update(repeating: truth, count: count)
    }

    package func and(_ other: TruthBlock) {
        for index in 0..<count {
            unsafe base[index] &= other.base[index]
        }
    }

    package func or(_ other: TruthBlock) {
        for index in 0..<count {
            unsafe base[index] |= other.base[index]
        }
    }

    package func negate() {
        for index in 0..<count {
            let truth = unsafe base[index]
            unsafe base[index] = truth == Self.open ? truth : truth ^ Self.yes
        }
    }

    /// Takes the truth of `first` where the block is true, of `second` where it is false.
    package func choose(_ first: TruthBlock, _ second: TruthBlock) {
        for index in 0..<count {
            switch unsafe base[index] {
            case Self.yes: unsafe base[index] = first.base[index]
            case Self.no: unsafe base[index] = second.base[index]
            default: continue
            }
        }
    }
}
