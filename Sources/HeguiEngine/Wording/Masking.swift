import HeguiRules

/// Hides what must not leave the data: all of a person's particulars but the name.
struct Masking: Sendable {
    private let personal: Column.Personal

    /// Returns the masking that the result of `expression` needs, or nil where it reads nothing
    /// personal but names.
    init?(of expression: Expression, _ schema: Schema) {
        let fields = FieldName.all(of: expression)
        for table in schema.tables {
            for column in table.dataset.columns {
                guard let personal = column.personal, personal != .name,
                    fields.contains(FieldName(object: table.singular, field: column.name))
                else { continue }
                self.personal = personal
                return
            }
        }
        return nil
    }

    init?(_ column: Column) {
        guard let personal = column.personal, personal != .name else { return nil }
        self.personal = personal
    }

    /// Returns `text` with all hidden but what helps to find the cell: `199****0001`, `3****2`.
    func masked(_ text: String) -> String {
        switch personal {
        case .name: text
        case .phone where text.count >= 8: "\(text.prefix(3))****\(text.suffix(4))"
        case .id where text.count >= 8: "\(text.prefix(1))****\(text.suffix(1))"
        case .phone, .id, .address: "****"
        }
    }
}
