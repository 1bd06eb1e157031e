import CEL
import HeguiCalendar
import HeguiPack
import HeguiTables

/// A row of a table as a record of expressions.
struct RowObject: RowValue {
    let rowStore: RowStore
    let reference: RowReference

    var typeName: String { rowStore.schema.tables[reference.table].singular }
    var key: ValueKey { .row(table: reference.table, row: reference.row) }

    func field(at index: Int) -> Value {
        rowStore.value(ofField: index, of: reference)
    }

    func cause(ofField index: Int) -> UnknownCause {
        rowStore.cause(ofField: index, of: reference)
    }

    func isIdentical(to other: any ObjectValue) -> Bool {
        (other as? RowObject)?.reference == reference
    }
}

/// A row of one of the pack's tables, by number.
struct RowReference: Hashable, Sendable {
    /// The table's position among the pack's datasets.
    var table: Int
    /// 0-based.
    var row: Int
}

/// The parameters in force on a day, as a record of expressions.
struct ParametersObject: ObjectValue {
    private let values: [Value]

    var typeName: String { ExpressionEnvironment.paramsTypeName }

    /// Returns the parameters in force on each of `days`; one whose value differs among them, or
    /// that has several values while the days are not known, is unknown for want of `causes`.
    init(_ parameters: [Parameter], on days: DayRange?, causes: [UnknownCause] = []) {
        values = parameters.map { parameter in
            let first = days.map { parameter.value(on: $0.first) } ?? parameter.values.first?.value
            let last = days.map { parameter.value(on: $0.last) } ?? parameter.values.last?.value
            guard let first, first == last, days != nil || parameter.values.count == 1 else {
                return .unknown(Unknown(causes: causes))
            }
            return first.value(name: parameter.name, type: parameter.tableType)
        }
    }

    func field(at index: Int) -> Value {
        values.indices.contains(index) ? values[index] : .null
    }

    func cause(ofField index: Int) -> UnknownCause {
        UnknownCause(key: typeName)
    }
}

extension Datum {
    /// Returns the datum as a value of expressions: null where there is none, unknown (naming
    /// `cause`) where it could not be read.
    func value(type: ColumnType, cause: () -> UnknownCause) -> Value {
        switch self {
        case .notGiven, .absent: .null
        case .unreadable: .unknown(Unknown(causes: [cause()]))
        case .text(let text): .string(text)
        case .integer(let number): .int(number)
        case .number(let number): .opaque(NumberValue(number))
        case .bool(let flag): .bool(flag)
        case .day(let days): .opaque(Self.day(days, type: type, cause: cause))
        case .period(let period): .opaque(PeriodValue(period))
        case .list(let items): .list(items.map { .string($0) })
        }
    }

    private static func day(
        _ days: DayRange, type: ColumnType, cause: () -> UnknownCause
    ) -> DayValue {
        if type == .month {
            let month = Month(containing: days.first)
            if month == Month(containing: days.last) {
                return DayValue(month.days, isMonth: true, cause: cause())
            }
        }
        return days.isOneDay ? DayValue(days) : DayValue(days, cause: cause())
    }
}
