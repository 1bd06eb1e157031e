package import HeguiDiagnostics

/// A table that rules speak of.
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
    package let identity: [IdentityLevel]
    package let columns: [Column]
    /// Columns with `derived`, `otherwise` or `measure`, each after those that it needs.
    package let computationOrder: [String]
    package let span: Span

    /// Returns the position of column `name`.
    package func columnIndex(_ name: String) -> Int? {
        columns.firstIndex { $0.name == name }
    }
}
