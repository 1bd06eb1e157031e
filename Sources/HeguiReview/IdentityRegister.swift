import HeguiColumns
package import HeguiTables
import Synchronization

/// What the rows of a review's tables are known by, worked out for a table when first asked for.
package final class IdentityRegister: Sendable {
    /// Hides numbers of persons in texts.
    package typealias Mask = @Sendable (String) -> String

    private let make: @Sendable (_ singular: String, @escaping Mask) -> RowIdentities?
    private let made = Locked<[String: RowIdentities?]>([:])

    /// - Parameter make: returns the identities of the rows of a dataset, by its singular.
    package init(_ make: @escaping @Sendable (_ singular: String, @escaping Mask) -> RowIdentities?)
    {
        self.make = make
    }

    /// Returns what a row is known by, as 32 hexadecimal digits; nil for one that is not there.
    package func identity(ofRow row: Int, singular: String, masking mask: @escaping Mask) -> String?
    {
        made.withLock { made in
            if let known = made[singular] { return known?[row] }
            let identities = make(singular, mask)
            made[singular] = .some(identities)
            return identities?[row]
        }
    }
}
