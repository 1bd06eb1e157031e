package import HeguiDiagnostics

/// A column of a dataset.
package struct Column: Sendable {
    package enum Personal: String, CaseIterable, Sendable {
        case name, phone, id, address
    }

    /// A value of an enum and the spellings that mean it.
    package struct EnumValue: Sendable {
        package let name: String
        package let spellings: [String]
    }

    /// A tie to a row of another dataset.
    package struct Reference: Sendable {
        package let dataset: String
        /// The row's name in expressions.
        package let name: String
        /// The relation's name seen from the other side.
        package let inverse: String
        /// Relations to the rows that refer to a row or to one below it in a tree.
        package let rollUp: [RollUp]
    }

    /// A relation along a tree: `name` on the target, over the target's column `column` that
    /// refers to the target itself.
    package struct RollUp: Hashable, Sendable {
        package let name: String
        package let column: String
    }

    package let name: String
    package let type: ColumnType
    package let title: LocalizedText
    package let isRequired: Bool
    /// The level of the finding that an empty required cell gives.
    package let level: Level
    package let aliases: [String]
    package let personal: Personal?
    /// From lowest to highest.
    package let values: [EnumValue]
    /// What a text column takes for one and the same: the name and its other spellings.
    package let synonyms: [EnumValue]
    package let reference: Reference?
    /// Always computed.
    package let derived: Expression?
    /// Computed where the source has no such column.
    package let otherwise: Expression?
    /// Computed from a quantity.
    package let measure: Measure?
    /// The most decimals that a number may have, 0 to 9.
    package let decimals: Int?
    package let span: Span
}
