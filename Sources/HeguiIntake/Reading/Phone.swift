/// A telephone number without separators and country code.
package struct Phone: Hashable, Sendable {
    /// What kind of number it is, by its form.
    package enum Kind: Hashable, Sendable {
        case mobile, landline
        /// Some digits are hidden behind `*`.
        case masked
        case irregular
    }

    /// Digits, and `*` for each hidden one; an extension follows after `-`.
    package var digits: String
    package var kind: Kind

    package init(digits: String, kind: Kind) {
        self.digits = digits
        self.kind = kind
    }

    /// Returns whether the two may be the same number: equal, or equal wherever neither is hidden.
    package func mayEqual(_ other: Phone) -> Bool {
        guard kind == .masked || other.kind == .masked else { return digits == other.digits }
        let left = Array(digits.utf8)
        let right = Array(other.digits.utf8)
        guard left.count == right.count else { return false }
        return zip(left, right).allSatisfy { $0 == $1 || $0 == 0x2A || $1 == 0x2A }
    }
}
