package import CEL
import HeguiCalendar

/// A table of a document in expressions, which is asked with `at`.
package struct TableValue: OpaqueValue {
    /// The parameter's name.
    package let name: String
    package let table: BracketTable
    package let type: Type

    package init(name: String, table: BracketTable, type: TableType) {
        self.name = name
        self.table = table
        self.type = Self.type(of: type)
    }

    /// Returns the opaque type of tables that take and give this.
    package static func type(of type: TableType) -> Type {
        .opaque("table", [valueType(of: type.input), valueType(of: type.output)])
    }

    /// Returns the type that one side of a table has in expressions.
    package static func valueType(of side: TableType.Side) -> Type {
        switch side {
        case .number: NumberValue.type
        case .integer: .int
        case .day: DayValue.type
        case .text, .enumeration: .string
        case .boolean: .bool
        case .length: LengthValue.type
        }
    }

    package var description: String { name }

    package func isEqual(to other: any OpaqueValue) -> Value {
        guard let other = other as? TableValue else { return .bool(false) }
        return .bool(other.name == name && other.table == table)
    }
}

extension TableValue {
    /// Returns what the table gives for `input`; unknown where it gives nothing, or for a day
    /// that is not known where its days give different things.
    func output(for input: Value) -> Value {
        switch input {
        case .string(let text): return value(of: table.row(for: text))
        case .opaque(let day as DayValue):
            let row = table.row(for: .day(day.days.first))
            guard day.days.isOneDay || isSame(row?.result, on: day.days) else {
                return DayValue.unknown([day])
            }
            return value(of: row)
        default:
            guard let number = NumberValue(input) else { return .noSuchOverload("at") }
            return value(of: table.row(for: .number(number.ratio)))
        }
    }

    private func isSame(_ result: BracketTable.Result?, on days: DayRange) -> Bool {
        (0..<days.count).allSatisfy { offset in
            table.row(for: .day(days.first.adding(days: offset)))?.result == result
        }
    }

    private func value(of row: BracketTable.Row?) -> Value {
        switch row?.result {
        case .value(let value): value.value(name: name, type: nil)
        case .undefined(let reading): gap(reading)
        case nil: gap(nil)
        }
    }

    private func gap(_ reading: LocalizedText?) -> Value {
        .unknown(Unknown(causes: [TableGap(table: name, reading: reading).cause]))
    }
}

/// Why a table gives no output: the document leaves the input open, or has no such row.
package struct TableGap: Hashable, Sendable {
    /// The parameter's name.
    package let table: String
    /// How the open stretch is read; nil outside the table.
    package let reading: LocalizedText?

    package init(table: String, reading: LocalizedText?) {
        self.table = table
        self.reading = reading
    }

    private static let separator: Character = "\u{1F}"

    /// The cause that an unknown names, from which the gap can be made again.
    package var cause: UnknownCause {
        let parts = ["table", table, reading?.zh ?? "", reading?.en ?? ""]
        return UnknownCause(key: parts.joined(separator: String(Self.separator)))
    }

    /// Returns the gap that `cause` names, or nil for a cause of another kind.
    package init?(_ cause: UnknownCause) {
        let parts = cause.key.split(separator: Self.separator, omittingEmptySubsequences: false)
            .map(String.init)
        guard parts.count == 4, parts[0] == "table" else { return nil }
        table = parts[1]
        let texts = parts[2...].map { $0.isEmpty ? nil : $0 }
        reading =
            texts.allSatisfy { $0 == nil } ? nil : LocalizedText(zh: texts[0], en: texts[1])
    }
}
