/// The most that rows may give together.
package struct Cap: Sendable {
    /// The rows that are taken together.
    package enum Extent: String, CaseIterable, Comparable, Sendable {
        case row, day, month, quarter
        case half = "half-year"
        case year, total

        package static func < (left: Extent, right: Extent) -> Bool {
            left.order < right.order
        }

        private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    package let per: Extent
    package let atMost: Operand<Ratio>

    package init(per: Extent, atMost: Operand<Ratio>) {
        self.per = per
        self.atMost = atMost
    }
}
