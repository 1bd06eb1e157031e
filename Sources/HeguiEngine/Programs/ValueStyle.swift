import CEL
import HeguiPack
import HeguiYAML

/// How a value of an expression is shown.
struct ValueStyle: Sendable {
    var masking: Masking?
    /// Whether it is a share, which people read in percent.
    var isShare = false
    /// How people spell the values of an enum, in Chinese and where no language is asked for.
    var spellings: [String: String] = [:]

    init() {}

    init(of expression: Expression, _ planner: Planner) {
        masking = Masking(of: expression, planner.schema)
        isShare = Self.isShare(expression, planner)
        spellings = Self.spellings(of: expression, planner)
    }

    /// The spellings of the enum column that the expression names, or that its table gives.
    private static func spellings(
        of expression: Expression, _ planner: Planner
    ) -> [String: String] {
        let checked = expression.checked
        var column: Column?
        switch checked.nodes[checked.root].kind {
        case .select(_, let field, .value):
            guard case .field(let object, _)? = checked.references[checked.root] else { break }
            let table = planner.schema.tables.first { $0.singular == object }
            column = table?.dataset.columns.first { $0.name == field.text }
        case .call(let call) where call.function.text == "at":
            guard let target = call.target,
                case .select(_, let name, .value) = checked.nodes[target].kind,
                case .enumeration(let dataset, let output)? = planner.tables[name.text]?.output
            else { break }
            let table = planner.schema.tables.first { $0.dataset.name == dataset }
            column = table?.dataset.columns.first { $0.name == output }
        default: break
        }
        let pairs = (column?.values ?? []).map { ($0.name, $0.spellings.first ?? $0.name) }
        return Dictionary(pairs) { first, _ in first }
    }

    /// Whether the expression just names a ratio parameter or a column that measures a rate.
    private static func isShare(_ expression: Expression, _ planner: Planner) -> Bool {
        let path = expression.source.text.split(separator: ".").map(String.init)
        guard path.count > 1, let last = path.last else { return false }
        if path.count == 2, path[0] == "params" { return planner.ratios.contains(last) }
        return FieldName.all(of: expression).contains { field in
            guard field.field == last,
                let table = planner.schema.tables.first(where: { $0.singular == field.object }),
                let column = table.columnNumbers[last],
                case .rate? = table.dataset.columns[column].measure?.quantity
            else { return false }
            return true
        }
    }
}
