import HeguiRules
import HeguiYAML

/// How a value of an expression is shown.
struct ValueStyle: Sendable {
    var masking: Masking?
    /// Whether it is a share, which people read in percent.
    var isShare = false

    init() {}

    init(of expression: Expression, _ planner: Planner) {
        masking = Masking(of: expression, planner.schema)
        isShare = Self.isShare(expression, planner)
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
