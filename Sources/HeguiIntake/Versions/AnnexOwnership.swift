internal import HeguiPack
internal import HeguiTables

/// Which values of an annex say whose it is.
struct AnnexOwnership {
    /// What a value is called, and the column of the dataset that has it.
    typealias NamedColumn = (name: String, column: Int)

    /// Whether the annex is a form of one person.
    private let isForm: Bool
    /// By entry of the annex's rows.
    private let rows: [[NamedColumn]]
    /// By entry of the annex's totals.
    private let totals: [[NamedColumn]]

    /// nil for an annex that says of no sheet whose it is, such as a register of the department.
    init?(_ annex: Annex, of pack: Pack) {
        let isOwned = annex.rows.contains { entry in
            entry.assignments.contains { Self.heading($0) != nil }
        }
        guard annex.layout == .vertical || isOwned else { return nil }
        isForm = annex.layout == .vertical
        rows = annex.rows.map { Self.columns($0, of: pack) }
        totals = annex.totals.map { Self.columns($0, of: pack) }
    }

    /// The heading field that an assignment takes, or the person whom heading fields name.
    private static func heading(_ assignment: Annex.Assignment) -> String? {
        switch assignment.source {
        case .heading(let name): return name
        case .match(_, let by):
            let isHeading = by.allSatisfy { if case .heading = $0.source { true } else { false } }
            return isHeading ? "match " + assignment.column : nil
        default: return nil
        }
    }

    private static func columns(_ yield: Annex.Yield, of pack: Pack) -> [NamedColumn] {
        guard let dataset = pack.dataset(yield.dataset) else { return [] }
        return yield.assignments.compactMap { assignment in
            guard let name = heading(assignment),
                let column = dataset.columnIndex(assignment.column)
            else { return nil }
            return (name, column)
        }
    }

    /// The dataset's columns that say whose a row is, by what they say; of a form of one person
    /// those that refer to anything.
    func columns(of entry: Int, _ row: DraftRow, in dataset: Dataset) -> [NamedColumn] {
        guard isForm else { return rows[entry] }
        return entry == 0 ? row.pending.columns.map { (dataset.columns[$0].name, $0) } : []
    }

    func totalColumns(of entry: Int) -> [NamedColumn] { totals[entry] }
}
