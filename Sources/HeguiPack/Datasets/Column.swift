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

        package init(name: String, spellings: [String]) {
            self.name = name
            self.spellings = spellings
        }
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

        package init(dataset: String, name: String, inverse: String, rollUp: [RollUp]) {
            self.dataset = dataset
            self.name = name
            self.inverse = inverse
            self.rollUp = rollUp
        }
    }

    /// A relation along a tree: `name` on the target, over the target's column `column` that
    /// refers to the target itself.
    package struct RollUp: Hashable, Sendable {
        package let name: String
        package let column: String

        package init(name: String, column: String) {
            self.name = name
            self.column = column
        }
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
    /// The days that it may hold.
    package let plausible: PlausibleDays?
    package let span: Span

    package init(
        name: String, type: ColumnType, title: LocalizedText, isRequired: Bool, level: Level,
        aliases: [String], personal: Personal?, values: [EnumValue], synonyms: [EnumValue],
        reference: Reference?, derived: Expression?, otherwise: Expression?, measure: Measure?,
        decimals: Int?, plausible: PlausibleDays? = nil, span: Span
    ) {
        self.name = name
        self.type = type
        self.title = title
        self.isRequired = isRequired
        self.level = level
        self.aliases = aliases
        self.personal = personal
        self.values = values
        self.synonyms = synonyms
        self.reference = reference
        self.derived = derived
        self.otherwise = otherwise
        self.measure = measure
        self.decimals = decimals
        self.plausible = plausible
        self.span = span
    }
}

extension Column {
    /// Whether its values are hidden unless somebody asks for them; names are not.
    package var isMasked: Bool { personal != nil && personal != .name }
}
