import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiYAML

/// Values of expressions as text.
enum ValueText {
    /// Returns the value as tables of results show it, nil for null.
    static func plain(_ value: Value, _ rowStore: RowStore, style: ValueStyle) -> String? {
        switch value {
        case .null, .error, .unknown: nil
        case .bool(let flag): flag ? "true" : "false"
        case .string(let text) where style.spellings[text] != nil: style.spellings[text]
        default: worded(value, rowStore, style: style, in: .english)
        }
    }

    /// Returns the value as sentences in `language` show it.
    static func worded(
        _ value: Value, _ rowStore: RowStore, style: ValueStyle, in language: Language
    ) -> String {
        let isChinese = language == .chinese
        return switch value {
        case .null: isChinese ? "（空）" : "(empty)"
        case .bool(let flag): isChinese ? (flag ? "是" : "否") : (flag ? "yes" : "no")
        case .int(let number): String(number)
        case .uint(let number): String(number)
        case .string(let text):
            (isChinese ? style.spellings[text] : nil)
                ?? ShownText.shortened(
                    style.masking?.masked(text) ?? text, to: ShownText.longestValue)
        case .double, .bytes, .map, .timestamp, .duration, .type, .optional: value.quoted
        case .list(let values):
            values.map { worded($0, rowStore, style: style, in: language) }
                .joined(separator: isChinese ? "、" : ", ")
        case .object(let row as RowObject): label(of: row.reference, rowStore)
        case .object(let object): object.typeName
        case .opaque(let period as PeriodValue): period.period.label(in: language)
        case .opaque(let length as LengthValue):
            isChinese ? length.length.chineseDescription : length.description
        case .opaque(let number as NumberValue):
            style.isShare ? RatioText.percent(number.ratio) : number.ratio.text
        case .opaque(let value): value.description
        case .error: isChinese ? "（无法计算）" : "(cannot be computed)"
        case .unknown: isChinese ? "（不详）" : "(unknown)"
        }
    }

    /// Returns the name that people know a row by.
    static func label(of row: RowReference, _ rowStore: RowStore) -> String {
        let names = rowStore.names(ofTable: row.table)
        return names.names.indices.contains(row.row) ? names.names[row.row] : ""
    }
}

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
