import HeguiPack

/// The enum columns of a pack as `dataset.column`, known before its expressions are.
struct EnumColumns {
    private var columns: [(name: String, dataset: String, column: String, values: [String])] = []

    init(_ drafts: [DatasetDraft] = []) {
        for draft in drafts {
            for column in draft.columns where column.type == .enumeration {
                columns.append(
                    (
                        draft.name + "." + column.name, draft.name, column.name,
                        column.values.map(\.name)
                    ))
            }
        }
    }

    var names: [String] { columns.map(\.name) }

    /// Returns the side of a table that `name` stands for.
    func side(_ name: String) -> TableType.Side? {
        columns.first { $0.name == name }.map {
            .enumeration(dataset: $0.dataset, column: $0.column)
        }
    }

    /// Returns the values of that column, from lowest to highest.
    func values(of side: TableType.Side) -> [String]? {
        guard case .enumeration(let dataset, let column) = side else { return nil }
        return columns.first { $0.dataset == dataset && $0.column == column }?.values
    }
}
