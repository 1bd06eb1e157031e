/// What the scanner makes of the fields of one column of a file.
package struct FieldReader: Sendable {
    /// How a cell is recognised. What is not recognised is left to the plain reader, row by row.
    package enum Kind: Sendable {
        /// No dataset has the column.
        case unread
        /// Any plain text.
        case text
        /// Two to five ideographs.
        case name
        case day
        /// `2013-01`
        case month
        /// Up to nine digits.
        case integer
        /// A mobile number.
        case phone
        /// Texts numbered as they come; what they mean is settled afterwards, once for each.
        case word
        /// The row's own key, of one form or in words.
        case key(KeyPattern?)
        /// The key of a row of another table that is already there.
        case reference(KeyIndex)
        /// Only the plain reader knows.
        case other
    }

    package let kind: Kind
    /// Where the cells go, for a column that something looks at.
    package let place: Int?
    package let isRequired: Bool
    /// Whether a row means something if this field is written.
    package let identifies: Bool

    package init(_ kind: Kind, place: Int?, isRequired: Bool, identifies: Bool) {
        self.kind = kind
        self.place = place
        self.isRequired = isRequired
        self.identifies = identifies
    }
}
