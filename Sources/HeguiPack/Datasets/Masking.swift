/// Hides what must not leave the data: all of a person's particulars but the name.
package struct Masking: Sendable {
    private let personal: Column.Personal

    /// Returns the masking of a column that nobody asked for, or nil where it needs none.
    package init?(_ column: Column) {
        guard column.isMasked, let personal = column.personal else { return nil }
        self.personal = personal
    }

    /// Returns `text` with all hidden but what helps to find the cell: `199****0001`, `3****2`.
    package func masked(_ text: String) -> String {
        switch personal {
        case .name: text
        case .phone where text.count >= 8: "\(text.prefix(3))****\(text.suffix(4))"
        case .id where text.count >= 8: "\(text.prefix(1))****\(text.suffix(1))"
        case .phone, .id, .address: "****"
        }
    }
}
