package import HeguiPack

/// What the user demands of a review for it to count as complete.
package struct Demands: Hashable, Sendable {
    /// How many rules may judge nothing for want of material.
    package enum Allowance: Hashable, Sendable {
        case count(Int)
        case share(Ratio)

        /// Returns whether so many of `total` rules are within it.
        package func allows(_ count: Int, of total: Int) -> Bool {
            switch self {
            case .count(let limit): count <= limit
            case .share(let share): (Ratio(Int64(count), Int64(max(total, 1))) ?? .zero) <= share
            }
        }
    }

    /// nil: as many as an ordinary drop leaves, see `Completeness`.
    package var allowance: Allowance?
    /// The datasets that have to be there, each with a row.
    package var required: [String]

    package init(allowance: Allowance? = nil, required: [String] = []) {
        self.allowance = allowance
        self.required = required
    }
}
