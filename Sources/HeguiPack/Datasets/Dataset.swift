package import HeguiDiagnostics

/// A table that rules read.
package struct Dataset: Sendable {
    /// Columns that together find a row, and how sure that is.
    package struct IdentityLevel: Sendable {
        package enum Certainty: String, CaseIterable, Sendable {
            case certain
            /// Reported for a person to decide, never merged.
            case probable
        }

        package let columns: [String]
        package let certainty: Certainty

        package init(columns: [String], certainty: Certainty) {
            self.columns = columns
            self.certainty = certainty
        }
    }

    package let name: String
    package let singular: String
    package let title: LocalizedText
    package let key: [String]
    /// The column that people know a row by.
    package let label: String?
    /// The reference under whose rows reports group this dataset's outcomes.
    package let group: String?
    /// Columns by which a plain sheet is recognised as this dataset; empty: never.
    package let register: [String]
    /// Whether its register has to come though annexes give rows of it as well.
    package let isExpected: Bool
    package let identity: [IdentityLevel]
    package let columns: [Column]
    /// Columns with `derived`, `otherwise` or `measure`, each after the columns it reads.
    package let computationOrder: [String]
    package let span: Span

    package init(
        name: String, singular: String, title: LocalizedText, key: [String], label: String?,
        group: String?, register: [String], isExpected: Bool = false, identity: [IdentityLevel],
        columns: [Column], computationOrder: [String], span: Span
    ) {
        self.name = name
        self.singular = singular
        self.title = title
        self.key = key
        self.label = label
        self.group = group
        self.register = register
        self.isExpected = isExpected
        self.identity = identity
        self.columns = columns
        self.computationOrder = computationOrder
        self.span = span
    }

    /// The reference to what a row without a key tells something of; nil where rows have a key, or
    /// refer to nothing.
    package var aboutColumn: Int? {
        guard key.isEmpty else { return nil }
        let named = register.compactMap { columnIndex($0) }
        return (named + columns.indices).first { columns[$0].reference != nil }
    }

    /// Returns the position of column `name`.
    package func columnIndex(_ name: String) -> Int? {
        columns.firstIndex { $0.name == name }
    }
}

/// A column by the names of its dataset and of itself: `members.mobile`.
package struct ColumnName: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let dataset: String
    package let column: String

    package init(dataset: String, column: String) {
        self.dataset = dataset
        self.column = column
    }

    package var description: String { "\(dataset).\(column)" }

    package static func < (left: ColumnName, right: ColumnName) -> Bool {
        (left.dataset, left.column) < (right.dataset, right.column)
    }
}
