import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack

/// Values of expressions as text.
enum ValueText {
    /// Returns the value as tables of results show it, nil for null.
    static func plain(_ value: Value, _ records: Records, _ style: ValueStyle) -> String? {
        switch value {
        case .null, .error, .unknown: nil
        case .bool(let flag): flag ? "true" : "false"
        case .string(let text) where style.spellings[text] != nil: style.spellings[text]
        default: worded(value, records, style, in: .english)
        }
    }

    /// Returns the value as sentences in `language` show it.
    static func worded(
        _ value: Value, _ records: Records, _ style: ValueStyle, in language: Language
    ) -> String {
        let isChinese = language == .chinese
        return switch value {
        case .null: isChinese ? "（空）" : "(empty)"
        case .bool(let flag): isChinese ? (flag ? "是" : "否") : (flag ? "yes" : "no")
        case .int(let number): String(number)
        case .uint(let number): String(number)
        case .string(let text):
            (isChinese ? style.spellings[text] : nil) ?? style.masking?.masked(text) ?? text
        case .double, .bytes, .map, .timestamp, .duration, .type, .optional: value.quoted
        case .list(let values):
            values.map { worded($0, records, style, in: language) }
                .joined(separator: isChinese ? "、" : ", ")
        case .object(let row as RowObject): label(of: row.reference, records)
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
    static func label(of row: RowReference, _ records: Records) -> String {
        let names = records.names(ofTable: row.table)
        return names.names.indices.contains(row.row) ? names.names[row.row] : ""
    }
}
